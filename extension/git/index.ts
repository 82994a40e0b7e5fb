export { reviewedCommit, type ReviewedCommit } from './reviewed-commit.ts';

import { HistoryCache, historyCacheFolder } from './history-cache.ts';
export { reachedFrom } from './reached-from.ts';
import { historiesBelow } from './read-history.ts';
import type { ReadHistory } from './read-history.ts';

// The door: shells come in by it, and only where a history is asked for.

/**
 * Reads the history of the repository around a folder, given from `root` or in full, once for each repository, and keeps what it read in the
 * user's cache folder. Never rejects because of what a repository holds.
 */
export function historyReader(root: string, signal?: AbortSignal): ReadHistory {
  return historiesBelow({ root, cache: new HistoryCache(historyCacheFolder()), ...(signal && { signal }) });
}

export { topAbove as repositoryAround } from './find-repository.ts';
export { findBase } from './find-base.ts';
export type { Base, NoBase } from './find-base.ts';
