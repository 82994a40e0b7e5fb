import type { FreeHead, FreePart } from '../model/coverage.ts';
import type { Section } from '../model/document.ts';
import type { Said } from '../model/said.ts';
import type { Span } from '../model/text.ts';
import { columnTitle, say, sectionTitle } from '../values/say.ts';
import type { Block } from './blocks.ts';
import { isEmptyCell } from './empty-cell.ts';
import { isFormerHeader } from './former-column.ts';
import type { ReadParts } from './governed-document.ts';
import { namedColumns } from './named-columns.ts';
import type { ReadPlaces } from './read-places.ts';
import { splitRow } from './split-row.ts';
import { rowCount, rowsAtMost } from './tables.ts';
import type { Headers } from './table-headers.ts';

/** What of a table that stands in a section is not read. */
export interface FreeOfTable {
  readonly parts: readonly Omit<FreePart, 'code'>[];
  readonly heads: readonly FreeHead[];
}

/** Cells of a table that are not empty, headers left out. */
export function countFilled(parts: ReadParts, { lines }: Block): number {
  const { text } = parts;
  let count = 0;
  for (let i = 4; i + 1 < lines.length; i += 2) {
    const cells = splitRow(text, lines[i] ?? 0, lines[i + 1] ?? 0);
    for (let at = 0; at < cells.length; at += 2) if (isFilled(parts, cells, at / 2)) count++;
  }
  return count;
}

/** All of its headers, each of them not read for that reason. */
export function headsOf(headers: Headers, why: Said): readonly FreeHead[] {
  return headers.flatMap(({ text, span }) => (text === '' ? [] : [{ span, why }]));
}

/** A table as one part that is not read. */
export function freeTable(parts: ReadParts, block: Block, why: Said): Omit<FreePart, 'code'> {
  const { lines } = block;
  const span = { start: lines[0] ?? 0, end: lines[lines.length - 1] ?? 0 };
  return { is: 'table', text: '', span, why, tables: 1, cells: countFilled(parts, block) };
}

/** A table under the heading of a section: all of it, or its columns and rows that nobody has read. */
export function freeOfTable(
  from: ReadParts,
  section: Section,
  block: Block,
  places: ReadPlaces,
): FreeOfTable {
  const { read, vocabulary } = from;
  const { spec } = section;
  const headers = read.headersOf(block);
  const rows = rowsOf(from, block);
  const lines = new Set(section.lines.map(({ span }) => span.start));
  // The line of a group or of totals is read as one text, and says nothing of a column.
  const isLine = ({ cells }: WrittenRow): boolean => cells.some((at, i) => i % 2 === 0 && lines.has(at));
  const wholeRows = rows.filter(({ span }) => places.has(span.start, span.end));
  const readRows = wholeRows.filter((row) => !isLine(row));
  if (!read.read.has(block) || rowCount(block) > rowsAtMost) {
    const why = whyNoTable(section, block);
    return { parts: [freeTable(from, block, why)], heads: headsOf(headers, why) };
  }
  const parts: Omit<FreePart, 'code'>[] = [];
  const heads: FreeHead[] = [];
  const seen = new Set<string>();
  const named = namedColumns(vocabulary, spec, headers);
  headers.forEach((header, i) => {
    const known = named[i];
    const isSecond = known !== undefined && seen.has(known.key);
    if (known) seen.add(known.key);
    const isNamed =
      (known !== undefined && !isSecond) ||
      (spec.identity.length > 0 && isFormerHeader(header.text)) ||
      section.furtherHeaders.some(({ span }) => span.start === header.span.start);
    const cells = readRows.filter((row) => isFilled(from, row.cells, i));
    const unread = cells.filter(({ cells: its }) => !places.has(its[i * 2]!, its[i * 2 + 1]!)).length;
    if (unread === 0 && (header.text === '' || isNamed || cells.length > 0)) return;
    const why = whyNoColumn(section, header.text, isSecond ? known : undefined);
    const { span } = header;
    parts.push({ is: 'column', text: header.text, span, why, tables: 0, cells: unread });
    heads.push({ span, why });
  });
  for (const { span, cells } of rows) {
    if (places.has(span.start, span.end)) continue;
    const count = cells.filter((_, i) => i % 2 === 0 && isFilled(from, cells, i / 2)).length;
    parts.push({ is: 'row', text: '', span, why: say('It is no row.'), tables: 0, cells: count });
  }
  return { parts, heads };
}

interface WrittenRow {
  readonly span: Span;
  readonly cells: readonly number[];
}

/** The rows that hold something. */
function rowsOf(parts: ReadParts, { lines }: Block): readonly WrittenRow[] {
  const rows: WrittenRow[] = [];
  for (let i = 4; i + 1 < lines.length; i += 2) {
    const span = { start: lines[i] ?? 0, end: lines[i + 1] ?? 0 };
    const cells = splitRow(parts.text, span.start, span.end);
    if (cells.some((_, at) => at % 2 === 0 && isFilled(parts, cells, at / 2))) rows.push({ span, cells });
  }
  return rows;
}

function isFilled(parts: ReadParts, cells: readonly number[], index: number): boolean {
  const [start, end] = [cells[index * 2], cells[index * 2 + 1]];
  return start !== undefined && end !== undefined && !isEmptyCell(parts, start, end);
}

function whyNoTable({ spec }: Section, block: Block): Said {
  const section = sectionTitle(spec);
  if (spec.columns.length === 0) return say('{{section}} holds no table.', { section });
  if (block.nest !== '') return say('A table in a list or a quote is not read.');
  return rowCount(block) > rowsAtMost
    ? say('It is larger than a table that is read.')
    : say('It has too few columns of {{section}}.', { section });
}

function whyNoColumn(
  { spec }: Section,
  header: string,
  known: Section['spec']['columns'][number] | undefined,
): Said {
  const section = sectionTitle(spec);
  if (header === '') return say('It has no header.');
  return known
    ? say('The column {{column}} stands before it already.', { column: columnTitle(known, spec) })
    : say('No column of {{section}} is called so.', { section });
}
