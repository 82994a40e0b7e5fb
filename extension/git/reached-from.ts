import type { NoHistory } from '../engine/model/history.ts';
import { absenceFor, topAbove } from './find-repository.ts';
import { commitNamed } from './named-commit.ts';
import { gitIn } from './run-git.ts';

/**
 * The hashes of the commit of this name and of all that it was built on, in the repository around a folder; undefined where
 * nothing there has the name.
 */
export async function reachedFrom(
  folder: string,
  revision: string,
): Promise<ReadonlySet<string> | NoHistory | undefined> {
  const top = topAbove(folder);
  if (top === undefined) return { kind: 'absent', why: 'no-repository' };
  const git = gitIn(top);
  try {
    const commit = await commitNamed(git, revision);
    if (commit === undefined || commit === 'missing') return undefined;
    const printed = await git.text(['rev-list', commit]);
    return new Set(printed.split('\n').filter(Boolean));
  } catch (error) {
    return absenceFor(error);
  }
}
