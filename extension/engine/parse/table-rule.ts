import type { StateBlock } from 'markdown-it';
import type { BlockRule } from './block-env.ts';
import { contentStart, linesBetween } from './block-lines.ts';
import { splitRow } from './split-row.ts';

/**
 * Tables as the built-in rule finds them, as one token that has the lines: five tokens a cell are
 * three quarters of the time of a block pass (format-details.md section 3).
 */
export function oneTokenTable(
  builtIn: BlockRule,
  terminators: () => readonly BlockRule[],
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  if (!builtIn(state, startLine, endLine, true)) return false;
  // GitHub makes a header only of a paragraph; markdown-it also of a heading or an item.
  if (terminators().some((rule) => rule(state, startLine, endLine, true))) return false;
  if (silent) return true;
  const count = cellsIn(state, startLine);
  const parentType = state.parentType;
  state.parentType = 'table';
  let missing = 0;
  let line = startLine + 2;
  for (; line < endLine; line++) {
    const indent = state.sCount[line] ?? 0;
    if (indent < state.blkIndent) break;
    if (terminators().some((rule) => rule(state, line, endLine, true))) break;
    if (state.src.slice(contentStart(state, line), state.eMarks[line]).trim() === '') break;
    if (indent - state.blkIndent >= 4) break;
    missing += count - cellsIn(state, line);
    if (missing > missingCellsAtMost) break;
  }
  state.parentType = parentType;
  const token = state.push('table', 'table', 0);
  token.meta = { lines: linesBetween(state, startLine, line) };
  state.line = line;
  return true;
}

/** Where markdown-it ends a table: so many cells may be missing. */
export const missingCellsAtMost = 65_536;

function cellsIn(state: StateBlock, line: number): number {
  return splitRow(state.src, contentStart(state, line), state.eMarks[line] ?? 0).length / 2;
}
