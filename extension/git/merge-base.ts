import { GitFailed } from './run-git.ts';
import type { Git } from './run-git.ts';

/** The newest commit that two were built on; undefined where they have none in common, as far as this clone holds them. */
export async function mergeBase(git: Git, one: string, other: string): Promise<string | undefined> {
  try {
    return (await git.text(['merge-base', '--end-of-options', one, other])).trim();
  } catch (error) {
    // It says nothing where there is none.
    if (error instanceof GitFailed && error.exitCode === 1 && error.message === '') return undefined;
    throw error;
  }
}
