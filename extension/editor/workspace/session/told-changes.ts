/** Which files an engine was told of, in their order. */
export class ToldChanges {
  #count = 0;
  readonly #lastOf = new Map<string, number>();

  /** A file changed; the empty path stands for all of them. */
  add(path: string): void {
    this.#lastOf.set(path, ++this.#count);
  }

  /** How many changes there were up to now. */
  count(): number {
    return this.#count;
  }

  /** Whether any but this file has changed since there were so many changes. */
  haveOthersChanged(since: number, path: string): boolean {
    if (this.#count === since) return false;
    for (const [one, at] of this.#lastOf) if (at > since && one !== path) return true;
    return false;
  }
}
