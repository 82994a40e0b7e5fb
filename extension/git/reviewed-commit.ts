import { realpathSync } from 'node:fs';
import type { ApprovalBase } from '../engine/model/approval-event.ts';
import type { NoHistory } from '../engine/model/history.ts';
import { pathInRepository, pathInWorkspace } from '../engine/model/path-in-repository.ts';
import { absenceFor, findRepository, hashOf, topAbove } from './find-repository.ts';
import { placeBetween } from './read-history.ts';
import { readDifference } from './read-log.ts';
import { readTextsAt } from './read-texts-at.ts';
import { mergeBase } from './merge-base.ts';
import { gitIn } from './run-git.ts';
import type { Git } from './run-git.ts';

/** What is asked of a commit by its whole hash; paths are those of files from the root of the workspace. */
interface ReviewQuery {
  readonly commit: string;
  readonly base: ApprovalBase;
  /** The files that are meant; without them those that the request changed, as far as they are wanted. */
  readonly paths: readonly string[] | undefined;
  isWanted(path: string): boolean;
}

/** A commit that was reviewed. */
export interface ReviewedCommit {
  readonly kind: 'read';
  /** Whether the commit that is checked out comes from it. */
  readonly isPast: boolean;
  /** The files that are meant; undefined where it cannot be told what the request changed. */
  readonly paths: readonly string[] | undefined;
  /** What they said in it; nothing of one that did not stand there as text. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads it in the repository around the root of a workspace; `unknown` where that holds no such commit. */
export async function reviewedCommit(
  root: string,
  { commit, base, paths: named, isWanted }: ReviewQuery,
): Promise<ReviewedCommit | NoHistory | 'unknown'> {
  const top = topAbove(root);
  if (top === undefined) return { kind: 'absent', why: 'no-repository' };
  const git = gitIn(top);
  try {
    const repository = await findRepository(git, top);
    if ('kind' in repository) return repository;
    // Of a tag, or what else has a hash, this is another one.
    if ((await hashOf(git, `${commit}^{commit}`)) !== commit) return 'unknown';
    const place = placeBetween(top, realpathSync(root));
    const changed = named ? undefined : await changedIn(git, commit, base);
    const paths =
      named ??
      changed?.flatMap((file) => pathInWorkspace(file, place) ?? []).filter((path) => isWanted(path));
    const documents = (paths ?? []).map((name) => ({ name, path: pathInRepository(name, place) }));
    return {
      kind: 'read',
      isPast: (await mergeBase(git, commit, repository.head)) === commit,
      paths,
      texts: await readTextsAt(git, commit, documents),
    };
  } catch (error) {
    return absenceFor(error);
  }
}

/** The files that a commit has otherwise than where its branch left its base. */
async function changedIn(
  git: Git,
  commit: string,
  base: ApprovalBase,
): Promise<readonly string[] | undefined> {
  const begun = await begunAt(git, commit, base);
  return begun === undefined ? undefined : await readDifference(git, begun, commit);
}

/**
 * Where the branch of a commit left another. A branch that holds the commit already, since it was merged, no longer tells it:
 * a copy of ours may not have it yet.
 */
async function begunAt(git: Git, commit: string, base: ApprovalBase): Promise<string | undefined> {
  const names =
    'commit' in base
      ? [`${base.commit}^{commit}`]
      : [`refs/remotes/origin/${base.branch}`, `refs/heads/${base.branch}`];
  for (const name of names) {
    const hash = await hashOf(git, name);
    const begun = hash === undefined ? undefined : await mergeBase(git, hash, commit);
    if (begun !== undefined && begun !== commit) return begun;
  }
  return undefined;
}
