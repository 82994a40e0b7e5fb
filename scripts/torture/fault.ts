/**
 * Something that must not happen did. `kind` is the same for what is the same fault, so that shrinking a case
 * cannot turn it into another; the message says more.
 */
export class Fault extends Error {
  readonly kind: string;

  constructor(kind: string, detail: string) {
    super(`${kind}: ${detail}`);
    this.kind = kind;
  }
}

export function demand(isRight: boolean, kind: string, detail: () => string): asserts isRight {
  if (!isRight) throw new Fault(kind, detail());
}
