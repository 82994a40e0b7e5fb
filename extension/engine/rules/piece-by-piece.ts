/** What is remembered of something before it is asked for, a step for each piece. A piece may be known once that before it is through. */
export function* pieceByPiece(
  pieces: () => Iterable<() => unknown> | undefined,
): Generator<undefined, void, undefined> {
  try {
    for (const piece of pieces() ?? []) {
      piece();
      yield;
    }
  } catch {
    // Whoever asks for it comes to the same place, and what is said then is shown.
  }
}
