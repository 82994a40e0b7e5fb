import type { ReadingFix, ReadingProblem } from '../model/document.ts';
import type { SectionSpec } from '../model/schema.ts';
import { say } from '../values/say.ts';
import type { Block } from './blocks.ts';
import { lineBreakOf, lineStartOf, nextLineOf } from './lines.ts';
import type { LastTable, LostTableContext } from './lost-table-context.ts';
import { areDashes, likePipe, pipeLine, readMarkedCells, type MarkedCells } from './marked-cells.ts';
import { isSignatureLine } from './signatures.ts';
import { splitRow } from './split-row.ts';
import { matchColumns } from './tables.ts';

/** Some lines of a block, each from its margin to its end. */
interface Lines {
  readonly places: readonly (readonly [start: number, end: number])[];
  readonly isCode: boolean;
}

/**
 * Lines under a known heading that were meant as rows or as a table and whose cells no pipes divide, or that are pushed
 * in so far that they are code. Whether the block holds nothing else; undefined where it holds no such lines.
 */
export function noteMarkedRows(
  context: LostTableContext,
  spec: SectionSpec,
  index: number,
  last: LastTable | undefined,
): boolean | undefined {
  const { text, body, problems } = context;
  const block = body.blocks[index];
  if (!block || block.nest !== '') return undefined;
  const lines = linesOf(text, block);
  if (!lines) return undefined;
  const from = lines.places.findIndex(([start, end]) => isMarked(text.slice(start, end), lines.isCode));
  if (from < 0) return undefined;
  const to = lines.places.findLastIndex(([start, end]) => isMarked(text.slice(start, end), lines.isCode));
  const places = lines.places.slice(from, to + 1);
  const written = places.map(([start, end]) => text.slice(start, end));
  if (!lines.isCode && isToBeSigned(text, body.blocks[index - 1], written)) return undefined;
  const marked = lines.isCode
    ? (pipedCells(written) ?? readMarkedCells(written, undefined))
    : readMarkedCells(written, undefined);
  const header = marked?.rows[0];
  if (!marked || !header) return undefined;
  const isTable = isHeader(context, spec, header, last === undefined || lines.isCode ? 1 : 2);
  if (!isTable && (header.length !== last?.count || areDashes(marked.rows[1] ?? []))) return undefined;
  // A command in a block of code may hold as many pipes.
  if (!isTable && marked.mark === '' && !written.every((line) => line.trim().startsWith('|')))
    return undefined;
  const span = { start: places[0]![0], end: places[places.length - 1]![1] };
  const isAll = from === 0 && to === lines.places.length - 1;
  const fixes = isTable
    ? asTable(text, span, marked, { isFirst: from === 0, isLast: to === lines.places.length - 1 })
    : asRows(text, span, marked, last!, isAll);
  problems.push(markedProblem(marked.mark, trimmed(text, span), fixes));
  return isAll;
}

/** A quick look: nearly every text holds no tab and nothing like a pipe. */
export function mayBePasted(text: string, { is, nest, lines }: Block): boolean {
  if (is !== 'paragraph' || nest !== '') return false;
  const whole = text.slice(lines[0], lines.at(-1));
  return whole.includes('\t') || likePipe.test(whole);
}

/** A table that is pasted as it is copied from a spreadsheet, where no section is read, with the way to make it one. */
export function pastedTable(
  { text, body }: LostTableContext,
  index: number,
): { readonly header: readonly string[]; readonly problem: ReadingProblem } | undefined {
  const block = body.blocks[index];
  const lines = block?.is === 'paragraph' && block.nest === '' ? linesOf(text, block) : undefined;
  if (!lines) return undefined;
  const isTabbed = ([start, end]: readonly [number, number]): boolean =>
    isMarked(text.slice(start, end), false);
  const from = lines.places.findIndex(isTabbed);
  if (from < 0) return undefined;
  const to = lines.places.findLastIndex(isTabbed);
  const places = lines.places.slice(from, to + 1);
  const written = places.map(([start, end]) => text.slice(start, end));
  const marked = written.length > 1 ? readMarkedCells(written, undefined) : undefined;
  const [header] = marked?.rows ?? [];
  if (!marked || !header || isToBeSigned(text, body.blocks[index - 1], written)) return undefined;
  const span = { start: places[0]![0], end: places[places.length - 1]![1] };
  const edges = { isFirst: from === 0, isLast: to === lines.places.length - 1 };
  const fixes = asTable(text, span, marked, edges);
  return { header, problem: markedProblem(marked.mark, trimmed(text, span), fixes) };
}

/** Lines to write on by hand, or the names below such lines. */
function isToBeSigned(text: string, above: Block | undefined, [first = '']: readonly string[]): boolean {
  if (isSignatureLine(first)) return true;
  return above?.is === 'rule' && isSignatureLine(text.slice(above.lines[0], above.lines[1]));
}

/** What is said of rows that no pipes divide. */
export function markedProblem(
  mark: string,
  span: ReadingProblem['span'],
  fixes: readonly ReadingFix[],
): ReadingProblem {
  const id = mark === '' ? 'codeRows' : mark === '\t' ? 'tabRows' : mark === ' ' ? 'gapRows' : 'markRows';
  return { code: 'DOC020', id, data: id === 'markRows' ? { mark } : {}, span, fixes };
}

export const rowsTitle = say('Make these lines rows of the table');

function linesOf(text: string, block: Block): Lines | undefined {
  const places: [number, number][] = [];
  if (block.is === 'paragraph') {
    for (let i = 0; i + 1 < block.lines.length; i += 2)
      places.push([i === 0 ? block.lines[0]! : lineStartOf(text, block.lines[i]!), block.lines[i + 1]!]);
    return { places, isCode: false };
  }
  const start = lineStartOf(text, block.lines[0] ?? 0);
  // Code that is fenced is meant as code.
  if (block.is !== 'code' || /[`~]/.test(text.charAt(block.lines[0] ?? 0))) return undefined;
  const stop = block.lines[1] ?? start;
  for (let at = start; at < stop;) {
    const next = nextLineOf(text, at);
    const end = Math.min(stop, next);
    places.push([at, at + text.slice(at, end).trimEnd().length]);
    at = next;
  }
  return { places, isCode: true };
}

function isMarked(line: string, isCode: boolean): boolean {
  return (isCode && line.includes('|')) || line.trim().includes('\t') || likePipe.test(line);
}

/** The cells of lines of code that pipes divide. */
function pipedCells(lines: readonly string[]): MarkedCells | undefined {
  const rows = lines.map((line) => {
    const cells = splitRow(line, 0, line.length);
    return cells.flatMap((start, i) => (i % 2 === 0 ? [line.slice(start, cells[i + 1]).trim()] : []));
  });
  return rows.every((row, i) => row.length > 1 && lines[i]!.includes('|')) ? { mark: '', rows } : undefined;
}

function isHeader(
  { vocabulary }: LostTableContext,
  spec: SectionSpec,
  cells: readonly string[],
  atLeast: number,
): boolean {
  const headers = cells.map((text) => ({ text, span: { start: 0, end: 0 } }));
  const match = matchColumns(vocabulary, spec, headers);
  return match.isMeant && match.count >= Math.min(atLeast, cells.length);
}

function lineOf({ mark }: MarkedCells): (cells: readonly string[]) => string {
  // In lines that pipes divide they are escaped already.
  return mark === '' ? (cells) => `| ${cells.join(' | ')} |` : pipeLine;
}

function asTable(
  text: string,
  span: { readonly start: number; readonly end: number },
  marked: MarkedCells,
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
): readonly ReadingFix[] {
  const line = lineBreakOf(text);
  const [header = [], ...rest] = marked.rows;
  const rows = areDashes(rest[0] ?? []) ? rest.slice(1) : rest;
  const written = [header, header.map(() => '---'), ...rows].map(lineOf(marked)).join(line);
  const start = isFirst && !hasLineAbove(text, span.start) ? '' : line;
  const edit = { span, text: `${start}${written}${isLast ? '' : line}` };
  return [{ title: rowsTitle, edits: [edit] }];
}

/** Whether the line above a place holds a text, which would take a table along. */
function hasLineAbove(text: string, at: number): boolean {
  const start = lineStartOf(text, at);
  const above = text.slice(
    lineStartOf(text, Math.max(0, start - 1 - (text.charAt(start - 2) === '\r' ? 1 : 0))),
    start,
  );
  return start > 0 && above.trim() !== '' && !/^#{1,6}\s/.test(above);
}

/** Moves the lines up to the table, where nothing else stands between. */
function asRows(
  text: string,
  span: { readonly start: number; readonly end: number },
  marked: MarkedCells,
  last: LastTable,
  isAll: boolean,
): readonly ReadingFix[] {
  if (!isAll || /\S/.test(text.slice(last.end, span.start))) return [];
  const line = lineBreakOf(text);
  const written = marked.rows.map((row) => line + lineOf(marked)(row)).join('');
  return [{ title: rowsTitle, edits: [{ span: { start: last.end, end: span.end }, text: written }] }];
}

/** A place without the blanks at its ends. */
function trimmed(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): ReadingProblem['span'] {
  const raw = text.slice(start, end);
  return { start: start + raw.length - raw.trimStart().length, end: start + raw.trimEnd().length };
}
