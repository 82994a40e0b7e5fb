/** `github` where the path of the file says that GitHub alone reads it; else what both platforms read alike is written. */
export type CodeownersDialect = 'github' | 'any';

const patternsAtMost = 64;

/** What a pattern of CODEOWNERS and a glob of Paths do not mean alike, outside of braces. */
export const beyondGlobs = /[[\](){}|"\\#]|^!/;

/**
 * The patterns of CODEOWNERS that take together the files which a glob of Paths takes: anchored at the root, with a slash
 * behind a folder, as both platforms document it. Undefined where they cannot say it: neither knows classes or groups, and
 * a `#` or a `!` at the start means something else to them.
 */
export function codeownersPatterns(glob: string, dialect: CodeownersDialect): readonly string[] | undefined {
  const plain = withoutBraces(glob);
  if (!plain || plain.some((one) => beyondGlobs.test(one))) return undefined;
  return [...new Set(plain.flatMap((one) => patternsOf(one, dialect)))];
}

/** Each of the alternatives in braces as a glob of its own; undefined for ranges, braces that hold one thing, and too many. */
function withoutBraces(glob: string): readonly string[] | undefined {
  let open: readonly string[] = [glob];
  while (open.some((one) => braces.test(one))) {
    const next = open.map(alternativesIn);
    if (next.includes(undefined)) return undefined;
    open = next.flatMap((its) => its ?? []);
    if (open.length > patternsAtMost) return undefined;
  }
  return open;
}

/** The innermost braces. */
const braces = /\{([^{}]*)\}/;

/** The globs that its first braces make of a glob. */
function alternativesIn(glob: string): readonly string[] | undefined {
  const found = braces.exec(glob);
  if (!found) return [glob];
  const [all, inside = ''] = found;
  const words = inside.split(',');
  const [before, behind] = [glob.slice(0, found.index), glob.slice(found.index + all.length)];
  // A sign behind a group would say how often that stands there.
  if (words.length < 2 || words.includes('') || inside.includes('..') || /^[+*?]/.test(behind))
    return undefined;
  return words.map((word) => before + word + behind);
}

/**
 * A glob takes what it names and, where that is a folder, all that it holds. GitHub says so by the name alone, but for a
 * last `*`, which is one level; GitLab reads a name as a file, and a folder by its slash.
 */
function patternsOf(glob: string, dialect: CodeownersDialect): readonly string[] {
  const parts = glob
    .replace(/\/+$/, '')
    .split('/')
    .map((part) => (part === '**' ? part : part.replace(/\*+/g, '*')));
  const count = parts.length;
  // What lies in a folder at any depth; of the two the last alone, since `a/*/**` takes no file of "a" itself.
  if (parts.at(-1) === '*') parts.pop();
  while (parts.at(-1) === '**') parts.pop();
  if (parts.length === 0) return ['*'];
  const path = parts.join('/').replaceAll(' ', '\\ ');
  const anchored = parts[0] === '**' ? path : `/${path}`;
  if (parts.length < count || glob.endsWith('/')) return [`${anchored}/`];
  return dialect === 'github' ? [anchored] : [anchored, `${anchored}/`];
}
