import { createHash } from 'node:crypto';
import type { History, NoHistory, OldTexts, Signature } from '../engine/model/history.ts';
import { pathInRepository } from '../engine/model/path-in-repository.ts';
import { readSignatures } from './read-signatures.ts';
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
   * same object for the same documents. The signatures of commits are checked of those in `signed`, anew for each history: what
   * the user knows of keys may change.
   */
  async with(documents: readonly string[], signed: readonly string[] = []): Promise<History | NoHistory> {
    if (this.history.kind === 'absent' || documents.length === 0) return this.history;
    const names = [...new Set(documents)].sort();
    const key = JSON.stringify([names, [...new Set(signed)].sort()]);
    let found = this.#withTexts.get(key);
    if (!found) this.#withTexts.set(key, (found = this.#read(this.history, names, signed, key)));
    return await found;
  }

  async #read(
    history: History,
    names: readonly string[],
    signed: readonly string[],
    key: string,
  ): Promise<History> {
    const asked = names.map((name) => ({ name, path: pathInRepository(name, history) }));
    const texts = this.#source
      ? await readTexts(this.#source, asked)
      : new Map(names.map((name) => [name, undefined]));
    const version = createHash('sha256').update(`${history.version} ${key}`).digest('hex');
    return {
      ...history,
      version,
      texts,
      ...(signed.length > 0 && { signatures: await this.#signaturesOf(signed, texts) }),
    };
  }

  async #signaturesOf(
    signed: readonly string[],
    texts: ReadonlyMap<string, OldTexts | undefined>,
  ): Promise<NonNullable<History['signatures']>> {
    const hashesOf = (name: string): readonly string[] =>
      (texts.get(name)?.versions ?? []).filter(({ isSigned }) => isSigned).map(({ hash }) => hash);
    const hashes = [...new Set(signed.flatMap(hashesOf))];
    const found = this.#source ? await readSignatures(this.#source, hashes) : new Map<string, Signature>();
    return new Map(
      signed.map((name) => [
        name,
        new Map(hashesOf(name).map((hash) => [hash, found.get(hash) ?? { is: 'unchecked', why: 'failed' }])),
      ]),
    );
  }
}
