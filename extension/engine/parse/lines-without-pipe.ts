import type { ReadingFix } from '../model/document.ts';
import { quote } from '../values/quote.ts';
import { say } from '../values/say.ts';
import type { Block } from './blocks.ts';
import { breakBefore, lineBreakOf, lineStartOf } from './lines.ts';
import { likePipe, pipeLine, readMarkedCells } from './marked-cells.ts';
import { markedProblem, rowsTitle } from './marked-rows.ts';
import { isSignatureLine } from './signatures.ts';
import type { SectionContext } from './section-context.ts';

/** So many lines are looked at together. */
const linesAtMost = 400;

/** Whether pipes divide a line; between tabs a pipe is a character like any other. */
export function isPiped(line: string): boolean {
  return line.includes('|') && (line.startsWith('|') || !line.includes('\t'));
}

/** Whether a line holds anything that may divide cells. */
function mayBeRow(line: string): boolean {
  return /[\t;,]| {2}/.test(line) || likePipe.test(line);
}

/**
 * Says what a line without a pipe directly below a table is, from the pair at `first` of its lines on: one of several
 * rows whose cells something else divides, or a text. How far to go on beyond that line.
 */
export function noteLinesWithoutPipe(
  { text, problems }: SectionContext,
  { lines }: Block,
  first: number,
  count: number,
): number {
  // GitHub shows it as a row, which does no harm to a blank that is filled by hand.
  if (isSignatureLine(text.slice(lines[first], lines[first + 1]))) return 0;
  const most = mayBeRow(text.slice(lines[first], lines[first + 1])) ? first + linesAtMost * 2 : first;
  let last = first;
  while (last < most && last + 3 < lines.length && !isPiped(text.slice(lines[last + 2], lines[last + 3])))
    last += 2;
  const start = lineStartOf(text, lines[first]!);
  const written: string[] = [];
  for (let i = first; i <= last; i += 2) written.push(text.slice(lineStartOf(text, lines[i]!), lines[i + 1]));
  // A quoted cell of several lines makes one row of them; where not all are rows the first lines may be.
  for (let to = last; to >= first; to = to > first + 40 ? first + 40 : to - 2) {
    const marked = readMarkedCells(written.slice(0, (to - first) / 2 + 1), count);
    if (!marked || marked.rows.some((row) => row.length > count)) continue;
    const rows = marked.rows.map(pipeLine).join(lineBreakOf(text));
    const span = { start: lines[first]!, end: lines[to + 1]! };
    const edit = { span: { start, end: span.end }, text: rows };
    problems.push(markedProblem(marked.mark, span, [{ title: rowsTitle, edits: [edit] }]));
    return to - first;
  }
  const span = { start: lines[first]!, end: lines[first + 1]! };
  const line = text.slice(span.start, span.end);
  const apart: ReadingFix = {
    title: say('Put an empty line before it'),
    edits: [{ span: { start, end: start }, text: breakBefore(text, start) }],
  };
  // In a table of one column any line may be a row.
  const asRow: ReadingFix = {
    title: rowsTitle,
    edits: [{ span: { start, end: span.end }, text: pipeLine([line]) }],
  };
  problems.push({
    code: 'DOC020',
    id: 'rowWithoutPipe',
    data: { line: quote(line) },
    span,
    fixes: count === 1 ? [asRow, apart] : [apart],
  });
  return 0;
}
