import type { OwnerRule, OwnerRules, OwnersPlatform } from '../parse/owner-rules.ts';

/**
 * The rules that decide about a file: on GitHub one at most, on GitLab one for each section, which may be an exclusion. The last
 * one that matches counts, in each section for itself; an exclusion takes a file out of its section wherever it stands.
 */
export function decidingRules(
  { rules }: OwnerRules,
  platform: OwnersPlatform,
): (path: string) => readonly OwnerRule[] {
  const sections = new Map<string, Record<'rules' | 'exclusions', Matching[]>>();
  for (const rule of rules.toReversed()) {
    const its = sections.get(rule.section) ?? { rules: [], exclusions: [] };
    const matches = patternMatcher(rule.pattern.text, platform);
    its[rule.isExclusion ? 'exclusions' : 'rules'].push({ rule, matches });
    sections.set(rule.section, its);
  }
  return (path) => {
    const names = path.split('/');
    return [...sections.values()].flatMap((its) => {
      const isOne = ({ matches }: Matching): boolean => matches(names);
      return (its.exclusions.find(isOne) ?? its.rules.find(isOne))?.rule ?? [];
    });
  };
}

interface Matching {
  readonly rule: OwnerRule;
  readonly matches: Matcher;
}

/** Whether the names of a path, from the root, are those of a pattern. */
type Matcher = (names: readonly string[]) => boolean;

/** One name of a path, or any number of folders. */
type Part = 'folders' | ((name: string) => boolean);

function patternMatcher(pattern: string, platform: OwnersPlatform): Matcher {
  const parts = platform === 'github' ? githubParts(pattern) : gitlabParts(pattern);
  return (names) => isMatched(parts, names, (part) => part === 'folders', matchesPart);
}

function matchesPart(part: Part, name: string): boolean {
  return part !== 'folders' && part(name);
}

/**
 * As in gitignore files a pattern with a slash before its end begins at the root, another one anywhere; a folder stands for
 * all that it holds. Other than there a last `*` is one level.
 */
function githubParts(pattern: string): readonly Part[] {
  const names = pattern.replace(/\/+$/, '').replace(/^\/+/, '').split('/');
  const isFolder = pattern.endsWith('/');
  const isAnywhere = !/\/./.test(pattern);
  const last = names.at(-1) ?? '';
  const parts = names.map((name) => (name === '**' ? 'folders' : nameMatcher(name, false)));
  const before: readonly Part[] = isAnywhere ? ['folders'] : [];
  if (isFolder || last === '**') return [...before, ...parts, 'folders', anyName];
  return last === '*' ? [...before, ...parts] : [...before, ...parts, 'folders'];
}

/**
 * As `File.fnmatch` of Ruby with FNM_DOTMATCH and FNM_PATHNAME: from the root, `**` only before a slash, a folder by its slash
 * alone. A pattern that does not begin with a slash begins anywhere.
 */
function gitlabParts(pattern: string): readonly Part[] {
  if (pattern === '*') return ['folders', anyName];
  const plain = pattern.replace(/^\\#/, '#').replace(/\\\s+/g, ' ');
  const rooted = plain.startsWith('/') ? plain : `/**/${plain}`;
  const names = (rooted.endsWith('/') ? `${rooted}**/*` : rooted).split('/').slice(1);
  return names.map((name, i) =>
    name === '**' && i < names.length - 1 ? 'folders' : nameMatcher(name, true),
  );
}

const anyName = (): boolean => true;

/** A character, one of several, or any number of any. */
type Sign = 'any' | ((character: string) => boolean);

/** Whether a name is one that `*`, `?`, a backslash before a character and perhaps `[ ]` say. */
function nameMatcher(text: string, hasClasses: boolean): (name: string) => boolean {
  if (!/[*?\\[]/.test(text)) return (name) => name === text;
  // Most are an ending or a beginning.
  const [before = '', after, more] = text.split('*');
  if (after !== undefined && more === undefined && !/[?\\[]/.test(text))
    return (name) =>
      name.length >= before.length + after.length && name.startsWith(before) && name.endsWith(after);
  const signs = signsOf(text, hasClasses);
  if (!signs) return () => false;
  return (name) => isMatched(signs, [...name], (sign) => sign === 'any', matchesSign);
}

function matchesSign(sign: Sign, character: string): boolean {
  return sign !== 'any' && sign(character);
}

/** Undefined where a class has no end: then nothing matches. */
function signsOf(text: string, hasClasses: boolean): readonly Sign[] | undefined {
  const signs: Sign[] = [];
  const characters = [...text];
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i]!;
    if (character === '*') signs.push('any');
    else if (character === '?') signs.push(anyName);
    else if (character === '[' && hasClasses) {
      const found = classFrom(characters, i + 1);
      if (!found) return undefined;
      signs.push(found.sign);
      i = found.end;
    } else {
      if (character === '\\' && i + 1 < characters.length) i++;
      const literal = characters[i]!;
      signs.push((one) => one === literal);
    }
  }
  return signs;
}

/** A class behind its bracket, with the place of the one that ends it. */
function classFrom(
  characters: readonly string[],
  from: number,
): { readonly sign: Sign; readonly end: number } | undefined {
  const isNegated = characters[from] === '!' || characters[from] === '^';
  const ranges: [string, string][] = [];
  for (let i = isNegated ? from + 1 : from; i < characters.length; i++) {
    if (characters[i] === ']')
      return { end: i, sign: (one) => ranges.some(([low, high]) => low <= one && one <= high) !== isNegated };
    const low = characters[i] === '\\' ? characters[++i] : characters[i];
    const isRange = characters[i + 1] === '-' && characters[i + 2] !== ']';
    if (isRange) i += characters[i + 2] === '\\' ? 3 : 2;
    const high = isRange ? characters[i] : low;
    if (low !== undefined && high !== undefined) ranges.push([low, high]);
  }
  return undefined;
}

/**
 * Whether items are what the parts say, where some parts stand for any number of them. The last of these takes more where what
 * follows does not fit: that is enough, and its time grows with the product of the two lengths.
 */
function isMatched<P, I>(
  parts: readonly P[],
  items: readonly I[],
  isMany: (part: P) => boolean,
  matches: (part: P, item: I) => boolean,
): boolean {
  let part = 0;
  let item = 0;
  let again: { readonly part: number; item: number } | undefined;
  while (item < items.length) {
    const its = parts[part];
    if (its !== undefined && isMany(its)) {
      again = { part, item };
      part++;
    } else if (its !== undefined && matches(its, items[item]!)) {
      part++;
      item++;
    } else if (again) {
      again.item++;
      ({ part, item } = again);
      part++;
    } else return false;
  }
  return parts.slice(part).every(isMany);
}
