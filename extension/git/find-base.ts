import fs from 'node:fs';
import path from 'node:path';
import type { HistoryAbsence } from '../engine/model/history.ts';
import { readBaseTree, renamesBetween, type BaseTree } from './base-tree.ts';
import { absenceFor, findRepository, hashOf, topAbove } from './find-repository.ts';
import { HistoryCache, historyCacheFolder } from './history-cache.ts';
import { commitNamed } from './named-commit.ts';
import { historiesBelow, placeBetween, type ReadHistory } from './read-history.ts';
import { readObjects } from './read-objects.ts';
import { mergeBase } from './merge-base.ts';
import { gitIn } from './run-git.ts';

/** The commit that a change is compared with, and what of it can be read. */
export interface Base extends BaseTree {
  readonly kind: 'base';
  /** Its hash. */
  readonly commit: string;
  /** The day on which it was made, as its committer wrote it. */
  readonly on: string;
  /**
   * Where the branches part; `unrelated`: they have no commit in common, `shallow`: it cannot be seen in this clone. Then it is
   * the named commit itself.
   */
  readonly is: 'merge-base' | 'unrelated' | 'shallow';
  /** The folder of the repository, without symbolic links. */
  readonly top: string;
  /** What its files are called in the commit that is checked out, where that is otherwise; paths from the root of the workspace. */
  readonly renamed: ReadonlyMap<string, string>;
  /** What files hold, by the hash of it; undefined where something of it is missing. */
  blobs(objects: readonly string[]): Promise<readonly Buffer[] | undefined>;
  /** Histories of the workspace; that of this repository up to this commit. */
  readonly readHistory: ReadHistory;
}

/** `no-revision`: nothing has this name. `missing`: what it names is not in this clone. */
export interface NoBase {
  readonly kind: 'absent';
  readonly why: HistoryAbsence | 'no-revision' | 'missing';
  readonly isShallow: boolean;
  readonly detail?: string;
}

/**
 * What is compared with in the repository around a folder, given in full: where the branch that is checked out parts from what
 * `rev` names, as a pull request shows it. Never rejects because of what a repository holds.
 */
export async function findBase(root: string, folder: string, rev: string): Promise<Base | NoBase> {
  let isShallow = false;
  try {
    const top = topAbove(folder);
    if (top === undefined) return { kind: 'absent', why: 'no-repository', isShallow };
    const git = gitIn(top);
    const repository = await findRepository(git, top);
    if ('kind' in repository) {
      isShallow = repository.why === 'shallow';
      if (!isShallow && repository.why !== 'no-commits') return { ...repository, isShallow };
    }
    const named = await commitNamed(git, rev);
    if (named === undefined || named === 'missing')
      return { kind: 'absent', why: named ?? 'no-revision', isShallow };
    const head = 'kind' in repository ? await hashOf(git, 'HEAD^{commit}') : repository.head;
    const common = head === undefined ? undefined : await mergeBase(git, head, named);
    const commit = common ?? named;
    const place = placeBetween(top, fs.realpathSync(root));
    const tree = await readBaseTree(git, commit, place);
    const on = (await git.text(['log', '-1', '--no-decorate', '--format=%cs', commit])).trim();
    const isExact = 'kind' in repository || repository.remarks.includes('exact-renames');
    return {
      kind: 'base',
      commit,
      on,
      is: common === undefined ? (isShallow ? 'shallow' : 'unrelated') : 'merge-base',
      top,
      ...tree,
      renamed:
        head === undefined
          ? new Map()
          : await renamesBetween(git, { from: commit, to: head, isExact }, place),
      blobs: async (objects) => {
        const found = (await readObjects(git, objects)).flatMap((object) =>
          object?.type === 'blob' ? [object.bytes] : [],
        );
        return found.length === objects.length ? found : undefined;
      },
      readHistory: historiesUpTo(root, top, commit),
    };
  } catch (error) {
    const { why, detail } = absenceFor(error);
    return {
      kind: 'absent',
      why: why === 'damaged' ? 'missing' : why,
      isShallow,
      ...(detail !== undefined && { detail }),
    };
  }
}

/** Other repositories of the workspace are no part of the change: of them it is the whole. */
function historiesUpTo(root: string, top: string, commit: string): ReadHistory {
  const cache = new HistoryCache(historyCacheFolder());
  const present = historiesBelow({ root, cache });
  const former = historiesBelow({ root, cache, upTo: commit });
  return async (folder, documents) => {
    // A folder of that time may be gone.
    let at = path.resolve(root, folder);
    while (!fs.existsSync(at) && at !== root) at = path.dirname(at);
    return await (topAbove(at) === top ? former(top, documents) : present(folder, documents));
  };
}
