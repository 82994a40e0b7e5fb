import type { StateBlock } from 'markdown-it';
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
