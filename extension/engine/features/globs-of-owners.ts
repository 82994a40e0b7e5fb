import { beyondGlobs } from '../resolve/codeowners-patterns.ts';
import type { OwnersPlatform } from '../parse/owner-rules.ts';
import { pathPattern } from '../values/paths.ts';

/**
 * The glob of Paths that takes the files which a pattern of CODEOWNERS takes; undefined where none does: Paths know no single
 * level of a folder, and no classes of characters.
 */
export function globOfPattern(pattern: string, platform: OwnersPlatform): string | undefined {
  const plain = pattern.replace(/\\\s/g, ' ');
  if (beyondGlobs.test(plain) || plain.includes('`')) return undefined;
  const names = plain
    .replace(/^\/+|\/+$/g, '')
    .split('/')
    .filter((name) => name !== '')
    .map((name) => (name === '**' ? name : name.replace(/\*+/g, '*')));
  const isFolder = plain.endsWith('/');
  // GitHub begins anywhere where no slash stands before the end, GitLab where none stands at the start.
  const isAnywhere = platform === 'github' ? !/\/./.test(plain) : !plain.startsWith('/');
  const all = isAnywhere && names[0] !== '**' ? ['**', ...names] : names;
  const parts = isFolder ? [...all, '**'] : withoutLevels(all, platform);
  return parts && globOfParts(parts.filter((part, i) => part !== '**' || parts[i - 1] !== '**'));
}

/** Two stars at the end where the last parts take all that a folder holds; undefined where they take one level of it. */
function withoutLevels(parts: readonly string[], platform: OwnersPlatform): string[] | undefined {
  const [last, before] = [parts.at(-1), parts.at(-2)];
  if (last === '*') return before === '**' ? parts.slice(0, -1) : undefined;
  // For GitLab two stars at the end are one.
  if (last === '**' && platform === 'gitlab') return before === '**' ? parts.slice(0, -1) : undefined;
  return [...parts];
}

/** The glob of all files below a folder of the repository. */
export function globOfFolder(folder: string): string | undefined {
  if (beyondGlobs.test(folder) || /[*?`]/.test(folder)) return undefined;
  return globOfParts([...(folder === '' ? [] : folder.split('/')), '**']);
}

function globOfParts(parts: readonly string[]): string | undefined {
  const glob = parts.join('/');
  const read = pathPattern(glob);
  return read?.glob === glob && read.repository === undefined ? glob : undefined;
}
