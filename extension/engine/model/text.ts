/** A place between two characters: 0-based line, UTF-16 column. The shape of LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Half-open range of positions. The shape of LSP. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Half-open range of UTF-16 offsets into the text of one document. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The offsets at which lines begin. `\n`, `\r\n` and a lone `\r` each end a line. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) starts.push(i + 1);
    else if (code === 13) {
      if (text.charCodeAt(i + 1) === 10) i++;
      starts.push(i + 1);
    }
  }
  return starts;
}

/** The position of an offset, given the offsets at which lines begin. */
export function positionAt(starts: readonly number[], offset: number): Position {
  const line = lineOf(starts, offset);
  return { line, character: offset - (starts[line] ?? 0) };
}

/** The line of an offset, given the offsets at which lines begin: found in steps that halve, since a text may have a million. */
export function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The offset of a position, given the offsets at which lines begin; beyond the end of its line, the next line's. */
export function offsetAt(starts: readonly number[], { line, character }: Position): number {
  const start = starts[line] ?? Infinity;
  return Math.min(start + character, starts[line + 1] ?? Infinity);
}

export function rangeOf(starts: readonly number[], span: Span): Range {
  return { start: positionAt(starts, span.start), end: positionAt(starts, span.end) };
}
