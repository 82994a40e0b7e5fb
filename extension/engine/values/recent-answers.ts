/** Answers by what was asked, of which those are kept that were asked for last. */
export class RecentAnswers<V> {
  readonly #atMost: number;
  readonly #known = new Map<string, V>();

  constructor(atMost: number) {
    this.#atMost = atMost;
  }

  of(question: string, answer: () => V): V {
    const known = this.#known.get(question);
    const isKnown = known !== undefined || this.#known.has(question);
    const found = isKnown ? (known as V) : answer();
    // A map keeps its entries in the order in which they came.
    this.#known.delete(question);
    this.#known.set(question, found);
    for (const [oldest] of this.#known) {
      if (this.#known.size <= this.#atMost) break;
      this.#known.delete(oldest);
    }
    return found;
  }
}
