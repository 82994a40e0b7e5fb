import type { StateBlock } from 'markdown-it';
import { envOf } from './block-env.ts';
import { isBlank } from './lines.ts';

/** The first character of a line that is no blank, within the lists and quotes that it stands in. */
export function contentStart(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

/** Where it ends, without the blanks behind it. */
export function contentEnd(state: StateBlock, line: number): number {
  const start = contentStart(state, line);
  let end = state.eMarks[line] ?? start;
  while (end > start && isBlank(state.src.charCodeAt(end - 1))) end--;
  return end;
}

/** Start and end in the document of each line from `from` until before `to`. */
export function linesBetween(state: StateBlock, from: number, to: number): number[] {
  const lines: number[] = [];
  for (let line = from; line < to; line++) {
    const [start = 0, end = 0] = originalOffsets(state, line, [
      contentStart(state, line),
      contentEnd(state, line),
    ]);
    lines.push(start, end);
  }
  return lines;
}

/** Offsets in a line of the normalised text as they are in the document. */
export function originalOffsets(state: StateBlock, line: number, offsets: readonly number[]): number[] {
  const shift = envOf(state).shift(line);
  return offsets.map((offset) => offset + shift);
}
