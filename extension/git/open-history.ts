import { createHash } from 'node:crypto';
import type { History, NoHistory } from '../engine/model/history.ts';
import { pathInRepository } from '../engine/model/path-in-repository.ts';
import { readTexts, type TextSource } from './read-texts.ts';

/** A history, of which more can be read. */
export class OpenHistory {
  readonly history: History | NoHistory;
  readonly #source: TextSource | undefined;
  readonly #withTexts = new Map<string, Promise<History>>();

  constructor(history: History | NoHistory, source?: TextSource) {
    this.history = history;
    this.#source = source;
  }

  /**
   * The same with the texts that commits gave to documents, which are named by their paths from the root of the workspace; the
   * same object for the same documents.
   */
  async with(documents: readonly string[]): Promise<History | NoHistory> {
    if (this.history.kind === 'absent' || documents.length === 0) return this.history;
    const names = [...new Set(documents)].sort();
    const key = JSON.stringify(names);
    let found = this.#withTexts.get(key);
    if (!found) this.#withTexts.set(key, (found = this.#read(this.history, names, key)));
    return await found;
  }

  async #read(history: History, names: readonly string[], key: string): Promise<History> {
    const asked = names.map((name) => ({ name, path: pathInRepository(name, history) }));
    const texts = this.#source
      ? await readTexts(this.#source, asked)
      : new Map(names.map((name) => [name, undefined]));
    const version = createHash('sha256').update(`${history.version} ${key}`).digest('hex');
    return { ...history, version, texts };
  }
}
