import type { ReadingFix, ReadingProblem } from '../model/document.ts';
import type { Span } from '../model/text.ts';
import { quote } from '../values/quote.ts';
import { say } from '../values/say.ts';
import { contentOfCell, readInline } from './inline.ts';
import { likePipe } from './marked-cells.ts';
import type { SectionContext } from './section-context.ts';
import type { Columns } from './tables.ts';

/** A row whose cells stand in wrong columns from one on; nothing is read of these. */
export interface ShiftedRow {
  /** The first column whose cell cannot be told. */
  readonly from: number;
  readonly problem: ReadingProblem;
}

/** What is looked at of a row. */
export interface RowToRead {
  readonly cells: readonly number[];
  readonly span: Span;
  /** How many columns the header has. */
  readonly count: number;
  /** Whether another row of the table has too few cells too, so that to leave some out is usual there. */
  readonly isUsual: boolean;
}

/**
 * A pipe or a cell that is missing or doubled within a row: by the pipe itself, or where the values of the whole row fit
 * better one column further. Undefined where the cells stand where they are meant, as far as can be told.
 */
export function shiftedRow(
  context: SectionContext,
  columns: Columns,
  row: RowToRead,
): ShiftedRow | undefined {
  const found = row.cells.length / 2;
  if (found > row.count) return doubledPipe(context, row);
  if (found === row.count) return undefined;
  return missingPipe(context, row) ?? missingCell(context, columns, row);
}

/** A lone character at an end of a row, where the header has a pipe: it is read as part of the cell. */
export function outerPipe(text: string, { start, end }: Span, header: string): ReadingProblem | undefined {
  if (text.charAt(start) === '|' && text.charAt(end - 1) === '|') return undefined;
  const row = text.slice(start, end);
  const isFirst = header.startsWith('|') && /^[^|\s\\] \S/.test(row);
  const isLast = !isFirst && header.endsWith('|') && /\S [^|\s\\]$/.test(row) && row.startsWith('|');
  if (!isFirst && !isLast) return undefined;
  const at = isFirst ? start : end - 1;
  const span = { start: at, end: at + 1 };
  return {
    code: 'DOC021',
    id: 'outerPipe',
    data: { mark: quote(text.charAt(at)) },
    span,
    fixes: [{ title: say('Replace by "{{text}}"', { text: '|' }), edits: [{ span, text: '|' }] }],
  };
}

/** A row that alone in its table has cells too few: they are read as empty ones at its end. */
export function shortRow(text: string, cells: readonly number[], span: Span, count: number): ReadingProblem {
  const found = cells.length / 2;
  const isClosed = text.charAt(span.end - 1) === '|';
  const missing = ' |'.repeat(count - found);
  return {
    code: 'DOC021',
    id: 'shortRow',
    data: { found: String(found), count: String(count) },
    span,
    fixes: [
      {
        title: say('Put empty cells at its end'),
        edits: [{ span: { start: span.end, end: span.end }, text: isClosed ? missing : ` |${missing}` }],
      },
    ],
  };
}

/** Two pipes with nothing between, in a row of too many cells. */
function doubledPipe({ text }: SectionContext, { cells, span, count }: RowToRead): ShiftedRow | undefined {
  const row = text.slice(span.start, span.end);
  const at = row.indexOf('||');
  if (at < 0 || at !== row.lastIndexOf('||') || row.charAt(at - 1) === '\\') return undefined;
  const place = { start: span.start + at, end: span.start + at + 2 };
  const before = cells.filter((offset, i) => i % 2 === 0 && offset < place.start).length;
  // At the end of a row it adds nothing.
  if (before >= count) return undefined;
  return {
    from: before,
    problem: {
      code: 'DOC020',
      id: 'doubledPipe',
      data: { found: String(cells.length / 2), count: String(count) },
      span: place,
      fixes: [
        {
          title: say('Replace by "{{text}}"', { text: '|' }),
          edits: [{ span: { start: place.start, end: place.end }, text: '|' }],
        },
      ],
    },
  };
}

/** A gap, another mark or a lone letter where a pipe stands in other rows. */
function missingPipe({ text }: SectionContext, { cells, count, isUsual }: RowToRead): ShiftedRow | undefined {
  if (cells.length / 2 !== count - 1) return undefined;
  for (let i = 0; i < cells.length; i += 2) {
    const start = cells[i]!;
    const cell = text.slice(start, cells[i + 1]);
    const match =
      likePipe.exec(cell) ?? /(?<=\S) {2,8}(?=\S)/.exec(cell) ?? (isUsual ? null : lone.exec(cell));
    if (!match || match.index === 0) continue;
    const place = { start: start + match.index, end: start + match.index + match[0].length };
    return {
      from: i / 2,
      problem: {
        code: 'DOC020',
        id: 'missingPipe',
        data: { cell: quote(cell), found: String(count - 1), count: String(count) },
        span: { start, end: cells[i + 1]! },
        fixes: [
          {
            title: say('Write a pipe there'),
            edits: [{ span: place, text: match[0].startsWith(' ') ? ' | ' : '|' }],
          },
        ],
      },
    };
  }
  return undefined;
}

/** A letter or mark alone between blanks, as where something was typed over a pipe. */
const lone = / [xlI!/\\1] | [x!/\\]$/;

/** The values of the row read better where cells stand one column further. */
function missingCell(
  context: SectionContext,
  columns: Columns,
  { cells, count }: RowToRead,
): ShiftedRow | undefined {
  const found = cells.length / 2;
  const gap = count - found;
  const here = fitOf(context, columns, cells, found, gap);
  let from = 0;
  let best = here;
  for (let at = Math.min(found - 1, positionsAtMost); at > 0; at--) {
    const there = fitOf(context, columns, cells, at, gap);
    if (there.failing > 0 || !isBetter(there, best)) continue;
    best = there;
    from = at;
  }
  if (from === 0) return undefined;
  const span = { start: cells[from * 2]!, end: cells[from * 2 + 1]! };
  const fix: ReadingFix = {
    title: say('Put an empty cell before it'),
    edits: [{ span: { start: span.start, end: span.start }, text: '| '.repeat(gap) }],
  };
  const cell = quote(context.text.slice(span.start, span.end));
  return {
    from,
    problem: {
      code: 'DOC020',
      id: 'missingCell',
      data: { cell, found: String(found), count: String(count) },
      span,
      fixes: [fix],
    },
  };
}

/** No table that a person writes has more columns, and each place is tried. */
const positionsAtMost = 30;

/** How many cells of a row do not read as their columns ask, and how many do that no mere text would. */
interface Fit {
  readonly failing: number;
  readonly strict: number;
}

function isBetter(one: Fit, other: Fit): boolean {
  return one.failing < other.failing || (one.failing === other.failing && one.strict > other.strict);
}

/** How the cells of a row fit, where those from one on stand some columns further. */
function fitOf(
  { document, text, markdown, body, fields, problems }: SectionContext,
  { specs }: Columns,
  cells: readonly number[],
  from: number,
  gap: number,
): Fit {
  const before = problems.length;
  let failing = 0;
  let strict = 0;
  for (let i = 0; i < cells.length / 2; i++) {
    const spec = specs[i < from ? i : i + gap];
    if (!spec) continue;
    const content = contentOfCell(text, cells[i * 2]!, cells[i * 2 + 1]!);
    const { state } = fields.read(document, spec, readInline(markdown, content, body.references));
    if (state === 'unread') failing++;
    else if (state === 'read' && fields.read(document, spec, anyText).state === 'unread') strict++;
  }
  // What a reading says of words is said where the cell is read.
  problems.length = before;
  return { failing, strict };
}

/** A text that only columns of text and names take. */
const anyText = { text: 'Qzx vqk', span: { start: 0, end: 0 } };
