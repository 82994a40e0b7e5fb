import path from 'node:path';
import type { History, NoHistory } from '../engine/model/history.ts';
import { topAbove } from './find-repository.ts';
import type { HistoryCache } from './history-cache.ts';
import type { OpenHistory } from './open-history.ts';
import { openHistory } from './read-history.ts';
import { RepositoryWatch } from './watch-repository.ts';

export interface WatchedOptions {
  /** The root of the workspace: paths of its documents begin there. */
  readonly root: string;
  readonly cache: HistoryCache;
  /** What was read may be another now; whoever asks next has it read again. */
  onChange(): void;
}

/** The histories of one workspace, each read once and again when its repository has changed. */
export class WatchedHistories {
  readonly #options: WatchedOptions;
  readonly #life = new AbortController();
  /** By the folder of the repository; by the root where there is none. */
  readonly #watches = new Map<string, RepositoryWatch>();
  readonly #known = new Map<string, Promise<OpenHistory>>();
  /** What each repository said last: it may say the same again. */
  readonly #before = new Map<string, OpenHistory>();

  constructor(options: WatchedOptions) {
    this.#options = options;
  }

  /**
   * The history of the repository around a folder, given from the root, with the texts that commits gave to documents. Rejects
   * once they are closed.
   */
  async of(
    folder: string,
    documents: readonly string[] = [],
    signed: readonly string[] = [],
  ): Promise<History | NoHistory> {
    const { root, cache } = this.#options;
    const { signal } = this.#life;
    signal.throwIfAborted();
    const full = path.join(root, folder);
    const top = topAbove(full) ?? root;
    // Before it is read: what changes meanwhile is told.
    if (!this.#watches.has(top)) this.#watches.set(top, new RepositoryWatch(top, () => this.#forget(top)));
    let history = this.#known.get(top);
    if (!history) {
      history = openHistory(full, { root, cache, signal, known: this.#before.get(top) });
      this.#known.set(top, history);
    }
    const opened = await history;
    this.#before.set(top, opened);
    return await opened.with(documents, signed);
  }

  /** Ends what is under way. */
  close(): void {
    this.#life.abort();
    for (const watch of this.#watches.values()) watch.close();
  }

  #forget(top: string): void {
    this.#known.delete(top);
    this.#options.onChange();
  }
}
