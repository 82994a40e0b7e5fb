import type { ReadingProblem } from '../model/document.ts';
import { nestAtMost } from './block-rules.ts';
import type { Block, Body } from './blocks.ts';
import { bracketsAtMost, contentOfBlock, contentOfCell, tooMuchOf, unitsAtMost } from './inline.ts';
import { splitRow } from './split-row.ts';

/** Says of each text and each stretch of lists and quotes that went beyond a bound, at its place, what was not read. */
export function noteBounds(text: string, { blocks, tooDeep }: Body, problems: ReadingProblem[]): void {
  for (let i = 0; i + 1 < tooDeep.length; i += 2) {
    const span = { start: tooDeep[i] ?? 0, end: tooDeep[i + 1] ?? 0 };
    problems.push({ code: 'DOC020', id: 'nestedTooDeep', data: { most: String(nestAtMost) }, span });
  }
  if (!mayHoldTooMuch(text)) return;
  for (const block of blocks) {
    if (block.is === 'paragraph' || block.is === 'heading') {
      const whole = text.slice(block.lines[0], block.lines[block.lines.length - 1]);
      if (tooMuchOf(whole) !== undefined) noteText(contentOfBlock(text, block), problems);
    } else if (block.is === 'table') noteCells(text, block, problems);
  }
}

/** Of nearly every document it is known at once that none of its texts goes beyond a bound. */
function mayHoldTooMuch(text: string): boolean {
  if (text.length > unitsAtMost) return true;
  let open = 0;
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1))
    if (++open > bracketsAtMost) return true;
  return false;
}

function noteCells(text: string, { lines }: Block, problems: ReadingProblem[]): void {
  for (let i = 0; i + 1 < lines.length; i += 2) {
    const start = lines[i] ?? 0;
    const end = lines[i + 1] ?? start;
    if (tooMuchOf(text.slice(start, end)) === undefined) continue;
    const cells = splitRow(text, start, end);
    for (let at = 0; at < cells.length; at += 2)
      noteText(contentOfCell(text, cells[at] ?? 0, cells[at + 1] ?? 0), problems);
  }
}

function noteText(
  content: { readonly text: string; readonly start: number; readonly end: number },
  problems: ReadingProblem[],
): void {
  const id = tooMuchOf(content.text);
  if (id === undefined) return;
  const most = String(id === 'longText' ? unitsAtMost : bracketsAtMost);
  problems.push({ code: 'DOC020', id, data: { most }, span: { start: content.start, end: content.end } });
}
