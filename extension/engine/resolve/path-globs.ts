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
  const plain = globs.map((glob) => glob.replace(/\/+$/, '')).filter((glob) => glob !== '');
  const all = plain.flatMap((glob) => [glob, `${glob}/**`]);
  // Without extended globs: they can be written so that matching never ends.
  return all.length === 0 ? () => false : picomatch(all, { dot: true, noextglob: true, nonegate: true });
}
