import picomatch from 'picomatch';
import type { PathPattern } from '../model/value.ts';

/** Globs of this repository: those that name another one are not looked at. */
export function globsHere(patterns: readonly PathPattern[] | undefined): readonly string[] {
  return (patterns ?? []).flatMap(({ glob, repository }) => (repository === undefined ? [glob] : []));
}

/** Whether a path of the repository is one that the globs name. A folder's name stands for all that it holds. */
export function pathMatcher(globs: readonly string[]): (path: string) => boolean {
  const plain = globs.map((glob) => glob.replace(/\/+$/, '')).filter((glob) => glob !== '');
  const all = plain.flatMap((glob) => [glob, `${glob}/**`]);
  // Without extended globs: they can be written so that matching never ends.
  return all.length === 0 ? () => false : picomatch(all, { dot: true, noextglob: true, nonegate: true });
}
