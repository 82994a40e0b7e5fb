import { hashOf } from './find-repository.ts';
import { GitFailed } from './run-git.ts';
import type { Git } from './run-git.ts';

/** Longer ones are no name of a commit that anybody writes. */
const charactersAtMost = 1000;

/** The hash of the commit of this name, undefined where it names none; `missing` where what it names is not there. */
export async function commitNamed(git: Git, rev: string): Promise<string | undefined> {
  // No name of a commit begins with a dash, and what the name of a file does is none of ours.
  if (rev.trim() === '' || rev.startsWith('-') || rev.length > charactersAtMost) return undefined;
  const object = await nameless(hashOf(git, rev));
  if (object === undefined || !/^[0-9a-f]{40,64}$/.test(object)) return undefined;
  const commit = await nameless(hashOf(git, `${object}^{commit}`));
  if (commit !== undefined) return commit;
  const type = await nameless(git.text(['cat-file', '-t', object]));
  return type === undefined ? 'missing' : undefined;
}

/** Undefined where Git takes what it was given for no name of anything. */
async function nameless(answer: Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof GitFailed && error.isMissing) throw error;
    return undefined;
  }
}
