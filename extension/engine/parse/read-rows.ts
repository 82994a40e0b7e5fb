import type { Field, ListItem, ReadingFix, Row, Section, Source } from '../model/document.ts';
import type { FieldSpec } from '../model/schema.ts';
import type { Span } from '../model/text.ts';
import { quote } from '../values/quote.ts';
import type { Block } from './blocks.ts';
import { dividedName, type Division } from './divided-names.ts';
import { isEmptyCell } from './empty-cell.ts';
import { formerSpec } from './former-column.ts';
import { idSpec } from './id-column.ts';
import { lineOfRow, mayHoldLines } from './row-lines.ts';
import { contentOfCell, mayHoldMarks, readInline, readPlainCell } from './inline.ts';
import { judgeAvailability } from './judge-availability.ts';
import type { SectionContext } from './section-context.ts';
import { isPiped, noteLinesWithoutPipe } from './lines-without-pipe.ts';
import { fieldOf } from './read-field.ts';
import { outerPipe, shiftedRow, shortRow } from './shifted-rows.ts';
import { countCells, splitRow } from './split-row.ts';
import type { Columns } from './tables.ts';
import { say } from '../values/say.ts';

/** Reads the rows of a table of a section into `rows`, and their cells into `fields`. */
export function readRows(
  context: SectionContext,
  section: Section,
  columns: Columns,
  table: Block,
  count: number,
  rows: Row[],
  fields: Field[],
  lines: ListItem[],
): void {
  const { text, problems, vocabulary } = context;
  const division = vocabulary.divisionOf(section.key);
  const header = text.slice(table.lines[0], table.lines[1]);
  const dashes = text.slice(table.lines[2], table.lines[3]);
  const ofHeader = outerPipe(text, { start: table.lines[0] ?? 0, end: table.lines[1] ?? 0 }, dashes);
  if (ofHeader) problems.push(ofHeader);
  const hasLines = mayHoldLines(text, section.key, table);
  let short: number | undefined;
  const isUsual = (): boolean => (short ??= shortRows(text, table, count)) > 1;
  for (let i = 4; i + 1 < table.lines.length; i += 2) {
    const start = table.lines[i] ?? 0;
    const end = table.lines[i + 1] ?? start;
    const span = { start, end };
    const beginsWithPipe = text.charCodeAt(start) === 124;
    if (!beginsWithPipe && !isPiped(text.slice(start, end))) {
      i += noteLinesWithoutPipe(context, table, i, count);
      continue;
    }
    const cells = splitRow(text, start, end);
    if (isEmptyRow(context, columns, cells)) continue;
    const line = hasLines ? lineOfRow(context, section.key, columns, cells) : undefined;
    if (line) {
      lines.push(line);
      continue;
    }
    const shifted =
      cells.length === count * 2
        ? undefined
        : shiftedRow(context, columns, { cells, span, count, isUsual: isUsual() });
    if (shifted) problems.push(shifted.problem);
    else if (cells.length < count * 2 && isAsked(columns, cells.length / 2) && !isUsual())
      problems.push(shortRow(text, cells, span, count));
    const outer = outerPipe(text, span, header);
    if (outer) problems.push(outer);
    if (!shifted && cells.length > count * 2) noteSurplus(context, cells, count, columns.specs[count - 1]);
    if (!beginsWithPipe && /[^\S \t]/.test(text.charAt(start))) {
      const gap = text.slice(start, end).length - text.slice(start, end).trimStart().length;
      const spaces = { start, end: start + gap };
      problems.push({
        code: 'DOC020',
        id: 'oddIndent',
        data: {},
        span: spaces,
        fixes: [{ title: say('Remove the space'), safe: true, edits: [{ span: spaces, text: '' }] }],
      });
    }
    const row = readRow(context, section, columns, cells, rows.length, span, fields, shifted?.from);
    rows.push(row);
    if (division) noteDividedName(context, row, division);
  }
}

/** Whether anything is read of the columns from one on. */
function isAsked({ specs, further }: Columns, from: number): boolean {
  return specs.some((spec, i) => i >= from && (spec !== undefined || further.has(i)));
}

/** Rows of a table with fewer cells than its header. */
function shortRows(text: string, { lines }: Block, count: number): number {
  let short = 0;
  for (let i = 4; i + 1 < lines.length; i += 2)
    if (countCells(text, lines[i] ?? 0, lines[i + 1] ?? 0) < count) short++;
  return short;
}

function noteDividedName({ problems }: SectionContext, { section, cells }: Row, division: Division): void {
  const name = (cells as Readonly<Record<string, Field | undefined>>)[section.spec.identity[0] ?? ''];
  const problem = name && dividedName(name, division);
  if (problem) problems.push(problem);
}

/**
 * A row whose cells are all empty is no row (rules.md 1.3.1). Nor is one that a template has numbered, or given the
 * status of a new one, for somebody to fill in.
 */
function isEmptyRow(context: SectionContext, { id, specs }: Columns, cells: readonly number[]): boolean {
  let isNumbered = false;
  for (let i = 0; i < cells.length; i += 2) {
    if (isEmptyCell(context, cells[i] ?? 0, cells[i + 1] ?? 0)) continue;
    const at = i / 2;
    if (at !== id && !(isNumbered && specs[at]?.key === 'status')) return false;
    isNumbered = true;
  }
  return true;
}

function noteSurplus(
  context: SectionContext,
  cells: readonly number[],
  count: number,
  lastColumn: FieldSpec | undefined,
): void {
  const { text, problems } = context;
  const filled: Span[] = [];
  for (let i = count * 2; i < cells.length; i += 2) {
    const span = { start: cells[i] ?? 0, end: cells[i + 1] ?? 0 };
    if (!isEmptyCell(context, span.start, span.end)) filled.push(span);
  }
  const [first] = filled;
  const last = filled[filled.length - 1];
  if (!first || !last) return;
  const span = { start: first.start, end: last.end };
  problems.push({
    code: 'DOC020',
    id: 'surplusCells',
    data: { cells: quote(text.slice(span.start, span.end)), count: String(count) },
    span,
    fixes: surplusFixes(text, cells, count, span, lastColumn),
  });
}

/** A pipe that was meant as a character is one; or what stands beyond the last column goes. */
function surplusFixes(
  text: string,
  cells: readonly number[],
  count: number,
  span: Span,
  lastColumn: FieldSpec | undefined,
): readonly ReadingFix[] {
  const last = cells[count * 2 - 1];
  if (last === undefined) return [];
  const between = { start: last, end: span.end };
  const joined = text.slice(between.start, between.end).replace(/(?<!\\)\|/g, '\\|');
  // In a text, or a column that is not read, nothing becomes wrong by it.
  const isText = lastColumn === undefined || lastColumn.type.is === 'text';
  const asText = { title: say('Write the pipe as "\\|"'), edits: [{ span: between, text: joined }] };
  return [
    ...(isText ? [asText] : []),
    { title: say('Remove what stands beyond the last column'), edits: [{ span: between, text: '' }] },
  ];
}

function readRow(
  context: SectionContext,
  section: Section,
  columns: Columns,
  cells: readonly number[],
  index: number,
  span: Span,
  all: Field[],
  shiftedFrom = Infinity,
): Row {
  const { document, text, markdown, body, fields } = context;
  const known: Record<string, Field> = {};
  const further: { header: Source; field: Field }[] = [];
  const row: { -readonly [K in keyof Row]: Row[K] } = { section, index, span, cells: known, further };
  const isPlain = !mayHoldMarks(text.slice(span.start, span.end));
  for (let i = 0; i < columns.specs.length; i++) {
    const more = columns.further.get(i);
    const spec = ownSpecOf(columns, i) ?? columns.specs[i] ?? more?.spec;
    if (!spec) continue;
    // A missing cell is an empty cell, at the end of its row.
    const start = cells[i * 2] ?? span.end;
    const end = cells[i * 2 + 1] ?? span.end;
    const source = isPlain
      ? readPlainCell(text, start, end)
      : readInline(markdown, contentOfCell(text, start, end), body.references);
    // What is said of the whole row is not said of each cell that stands in another's place.
    const field =
      i < shiftedFrom
        ? fields.read(document, spec, source, row, columns.units[i])
        : fieldOf(document, spec, source, row, 'unread', undefined);
    all.push(field);
    if (spec === idSpec) row.id = field;
    else if (spec === formerSpec) row.formerly = field;
    else if (more) further.push({ header: more.header, field });
    else known[spec.key] = field;
  }
  for (const [before, after] of judgeAvailability(section.spec, known))
    all[all.lastIndexOf(before)] = known[after.spec.key] = after;
  return row;
}

/** Of a column that any table of named rows may have. */
function ownSpecOf({ id, former }: Columns, at: number): FieldSpec | undefined {
  return at === id ? idSpec : at === former ? formerSpec : undefined;
}

/** The texts of a column of a table, for what can only be told by them. */
export function columnTexts(
  { text, markdown, body }: Pick<SectionContext, 'text' | 'markdown' | 'body'>,
  { lines }: Block,
  column: number,
): readonly string[] {
  const texts: string[] = [];
  for (let i = 4; i + 1 < lines.length; i += 2) {
    const cells = splitRow(text, lines[i] ?? 0, lines[i + 1] ?? 0);
    const [start, end] = [cells[column * 2], cells[column * 2 + 1]];
    if (start === undefined || end === undefined) continue;
    texts.push(readInline(markdown, contentOfCell(text, start, end), body.references).text.trim());
  }
  return texts;
}
