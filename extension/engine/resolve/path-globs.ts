import picomatch from 'picomatch';
import type { PathPattern } from '../model/value.ts';

/** The repository that the documents stand in, among those that Paths name. */
export const here = '';

/** Which repository a path is in: what Paths call it, in small letters, as code hosts tell them apart. */
export function repositoryIn({ repository }: PathPattern): string {
  return repository?.toLowerCase() ?? here;
}

/** Globs of repositories with these names. */
export function globsOf(
  patterns: readonly PathPattern[] | undefined,
  names: ReadonlySet<string>,
): readonly string[] {
  return (patterns ?? []).flatMap((pattern) => (names.has(repositoryIn(pattern)) ? [pattern.glob] : []));
}

/** Globs of this repository: those that name another one are not looked at. */
export function globsHere(patterns: readonly PathPattern[] | undefined): readonly string[] {
  return globsOf(patterns, onlyHere);
}

export const onlyHere: ReadonlySet<string> = new Set([here]);

/** Whether a path of the repository is one that the globs name. A folder's name stands for all that it holds. */
export function pathMatcher(globs: readonly string[]): (path: string) => boolean {
  const matchers = globs
    .map((glob) => glob.replace(/\/+$/, ''))
    .filter((glob) => glob !== '')
    .map(matcherOf);
  return (path) => matchers.some((matches) => matches(path));
}

/** A long history has tens of thousands of paths, most of which begin otherwise. */
function matcherOf(glob: string): (path: string) => boolean {
  const [plain = ''] = /^[^*?[\]{}()!+@|"\\]*/.exec(glob) ?? [];
  const folder = `${glob}/`;
  if (plain === glob) return (path) => path === glob || path.startsWith(folder);
  // Without extended globs: they can be written so that matching never ends.
  const matches = picomatch([glob, `${folder}**`], { dot: true, noextglob: true, nonegate: true });
  // `a/**` takes "a" too.
  const begin = plain.replace(/\/$/, '');
  return (path) => path.startsWith(begin) && matches(path);
}
