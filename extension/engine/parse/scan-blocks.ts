import { blockOf, type Block } from './blocks.ts';
import { breakOf, isBlank, lineEnd } from './lines.ts';
import { dashCells } from './dash-cells.ts';
import { countCells, isSpace } from './split-row.ts';
import { missingCellsAtMost } from './table-rule.ts';

/**
 * The blocks of a body of the common form, from line `firstLine` on: headings, pipe tables, simple
 * lists and paragraphs at the margin. Undefined where it meets anything else: such a body is read by
 * markdown-it, with the same result at several times the cost.
 */
export function scanBlocks(text: string, starts: readonly number[], firstLine: number): Block[] | undefined {
  const blocks: Block[] = [];
  const last = starts[starts.length - 1] === text.length ? starts.length - 1 : starts.length;
  for (let line = firstLine; line < last;) {
    const start = starts[line] ?? 0;
    const end = lineEnd(text, starts, line);
    if (start === end) {
      line++;
      continue;
    }
    const kind = kindOf(text, start, end);
    if (kind === other) return undefined;
    let next: number;
    if (kind === heading) {
      blocks.push(readHeading(text, start, end));
      next = line + 1;
    } else if (kind === bullet || kind === ordered) next = readItem(text, starts, line, last, blocks);
    else if (startsTable(text, starts, line, last)) next = readTable(text, starts, line, last, blocks);
    else next = readParagraph(text, starts, line, last, blocks);
    if (next < 0) return undefined;
    line = next;
  }
  return blocks;
}

type LineKind = 0 | 1 | 2 | 3 | 4;
const other: LineKind = 0;
const plain: LineKind = 1;
const heading: LineKind = 2;
const bullet: LineKind = 3;
const ordered: LineKind = 4;

/** What a line that is not empty begins, were it the first of a block; `other` is for markdown-it. */
function kindOf(text: string, start: number, end: number): LineKind {
  const kind = kindBefore(text, start, end);
  if (kind !== bullet && kind !== ordered) return kind;
  const mark = kind === bullet ? start + 1 : orderedMark(text, start, end);
  return mark < end && text.charCodeAt(mark) === 32 && startsText(text, mark + 1, end) ? kind : other;
}

/** The same, where what follows the mark of an item is not looked at: marks may follow one another without end. */
function kindBefore(text: string, start: number, end: number): LineKind {
  const code = text.charCodeAt(start);
  const next = start + 1 < end ? text.charCodeAt(start + 1) : 32;
  switch (code) {
    case 32:
    case 9:
    case 60: // <
    case 62: // >
    case 61: // =
    case 126: // ~
      return other;
    case 35:
      return headingLevel(text, start, end) > 0 ? heading : plain;
    case 96:
      return next === 96 ? other : plain;
    case 42:
    case 43:
    case 45:
      if (isBlank(next)) return bullet;
      return code === 43 || (next !== 42 && next !== 45) || isText(text, start, end) ? plain : other;
    case 95:
      return isText(text, start, end) ? plain : other;
    case 58:
      return plain;
    case 91:
      return isDefinition(text, start, end) ? other : plain;
    default:
      return orderedMark(text, start, end) < 0 ? plain : ordered;
  }
}

/** Whether a line that begins with `*`, `-` or `_` has a letter or digit, so that it is no rule. */
function isText(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 42 && code !== 45 && code !== 95 && !isBlank(code)) return true;
  }
  return false;
}

function headingLevel(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) === 35) at++;
  return at - start <= 6 && (at === end || isBlank(text.charCodeAt(at))) ? at - start : 0;
}

/** The end of the mark of a numbered item, or -1. */
function orderedMark(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && at - start < 10 && isDigit(text.charCodeAt(at))) at++;
  if (at === end || at === start || at - start > 9) return -1;
  const code = text.charCodeAt(at);
  if (code !== 46 && code !== 41) return -1;
  return at + 1 === end || isBlank(text.charCodeAt(at + 1)) ? at + 1 : -1;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether what follows the mark of an item is a paragraph and nothing else. */
function startsText(text: string, start: number, end: number): boolean {
  return start < end && kindBefore(text, start, end) === plain;
}

/** Whether `[label]: target` may stand here; where the label does not end on the line it is taken for one. */
function isDefinition(text: string, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 91) return false;
    if (code === 92) return true;
    if (code === 93) return text.charCodeAt(at + 1) === 58;
  }
  return true;
}

function readHeading(text: string, start: number, end: number): Block {
  const level = headingLevel(text, start, end);
  let from = start + level;
  while (from < end && isBlank(text.charCodeAt(from))) from++;
  let to = end;
  let closing = to;
  while (closing > start + level && text.charCodeAt(closing - 1) === 35) closing--;
  if (closing > start + level && isBlank(text.charCodeAt(closing - 1))) to = closing;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return blockOf('heading', '', [from, Math.max(from, to)], level);
}

function readParagraph(
  text: string,
  starts: readonly number[],
  first: number,
  last: number,
  blocks: Block[],
): number {
  const lines = [starts[first] ?? 0, lineEnd(text, starts, first)];
  let line = first + 1;
  for (; line < last; line++) {
    const start = starts[line] ?? 0;
    const end = lineEnd(text, starts, line);
    if (start === end) break;
    const kind = kindOf(text, start, end);
    if (kind === other) return -1;
    if (kind === heading || kind === bullet) break;
    // Only a list that begins with 1 interrupts a paragraph.
    if (kind === ordered) {
      if (Number(text.slice(start, orderedMark(text, start, end) - 1)) !== 1) return -1;
      break;
    }
    if (startsTable(text, starts, line, last)) break;
    lines.push(start, end);
  }
  blocks.push(blockOf('paragraph', '', lines));
  return line;
}

/** One item with its paragraph, wrapped lines indented by exactly the width of the mark. */
function readItem(
  text: string,
  starts: readonly number[],
  first: number,
  last: number,
  blocks: Block[],
): number {
  const start = starts[first] ?? 0;
  const end = lineEnd(text, starts, first);
  const isOrdered = isDigit(text.charCodeAt(start));
  const width = isOrdered ? orderedMark(text, start, end) - start + 1 : 2;
  const lines = [start + width, end];
  let line = first + 1;
  for (; line < last; line++) {
    const next = starts[line] ?? 0;
    const nextEnd = lineEnd(text, starts, line);
    if (next === nextEnd) break;
    const indent = indentOf(text, next, nextEnd);
    if (indent === 0) {
      const kind = kindOf(text, next, nextEnd);
      if (kind === heading || kind === bullet || kind === ordered) break;
      return -1;
    }
    if (
      indent !== width ||
      !isWord(text.charCodeAt(next + indent)) ||
      !startsText(text, next + indent, nextEnd)
    )
      return -1;
    if (hasPipe(text, next, nextEnd)) return -1;
    lines.push(next + indent, nextEnd);
  }
  // After an empty line the item may go on, indented; that is for markdown-it to say.
  let after = line;
  while (after < last && starts[after] === lineEnd(text, starts, after)) after++;
  if (after < last && after > line && isBlank(text.charCodeAt(starts[after] ?? 0))) return -1;
  const nest = isOrdered ? 'o>' : 'u>';
  blocks.push(blockOf('item', nest, []), blockOf('paragraph', nest, lines));
  return line;
}

function indentOf(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) === 32) at++;
  return at < end && text.charCodeAt(at) === 9 ? -1 : at - start;
}

function isWord(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || isDigit(code) || code > 191;
}

function hasPipe(text: string, start: number, end: number): boolean {
  const at = text.indexOf('|', start);
  return at >= 0 && at < end;
}

/** Whether a line is the header of a table: it has pipes, and the line below is one of dashes with as many cells. */
function startsTable(text: string, starts: readonly number[], line: number, last: number): boolean {
  if (line + 1 >= last) return false;
  const start = starts[line + 1] ?? 0;
  const end = lineEnd(text, starts, line + 1);
  const mark = text.charCodeAt(start);
  if ((mark !== 124 && mark !== 45 && mark !== 58) || end - start < 2) return false;
  if (!hasPipe(text, starts[line] ?? 0, breakOf(text, starts, line))) return false;
  const dashes = dashCells(text, start, end);
  return dashes > 0 && dashes === countCells(text, starts[line] ?? 0, lineEnd(text, starts, line));
}

function readTable(
  text: string,
  starts: readonly number[],
  first: number,
  last: number,
  blocks: Block[],
): number {
  const lines: number[] = [];
  let count = 0;
  let missing: number | undefined;
  let line = first;
  for (; line < last; line++) {
    const start = starts[line] ?? 0;
    const end = lineEnd(text, starts, line);
    if (start === end) break;
    if (line === first) count = countCells(text, start, end);
    else if (line > first + 1) {
      const kind = kindOf(text, start, end);
      if (kind === other) return -1;
      if (kind === heading || kind === bullet || kind === ordered) break;
      if (isSpace(text.charCodeAt(start)) && text.slice(start, end).trim() === '') break;
      // Cells are counted only once so many can be missing.
      if ((lines.length / 2 - 1) * count > missingCellsAtMost) {
        missing = (missing ?? missingIn(text, lines, count)) + count - countCells(text, start, end);
        if (missing > missingCellsAtMost) break;
      }
    }
    lines.push(start, end);
  }
  blocks.push(blockOf('table', '', lines));
  return line;
}

function missingIn(text: string, lines: readonly number[], count: number): number {
  let missing = 0;
  for (let i = 4; i < lines.length; i += 2)
    missing += count - countCells(text, lines[i] ?? 0, lines[i + 1] ?? 0);
  return missing;
}
