import type { Field, GovernedDocument, Link, Row } from '../model/document.ts';
import type { Span } from '../model/text.ts';
import { fold, foldName } from '../values/fold.ts';
import { headingAt, isAt } from './link-targets.ts';
import { cellOf } from './names.ts';

/**
 * The row, cell or key of a document that is named by the words for its place: `P2`, `P2, Restore`, `valid_from`
 * (format-details.md item 11). Under a heading only what stands there; that of the title holds everything.
 */
export function placeNamed(
  words: string,
  document: GovernedDocument,
  anchor: string | undefined,
): Row | Field | undefined {
  const name = normal(words);
  const isUnder = reachOf(document, anchor);
  for (const { rows } of document.sections.values()) {
    const row = rows.find((one) => isUnder(one) && namesRow(name, one));
    if (row) return row;
  }
  return document.fields.find((field) => isUnder(field.row) && isNamedSo(field, name));
}

/** Every cell and key that words for a place may mean: "API, Target" fits the target of each level of the API. */
export function valuesNamed(
  words: string,
  document: GovernedDocument,
  anchor: string | undefined,
): readonly Field[] {
  const name = normal(words);
  const isUnder = reachOf(document, anchor);
  return document.fields.filter((field) => isUnder(field.row) && isNamedSo(field, name));
}

function isNamedSo({ row, spec }: Field, name: string): boolean {
  return row ? namesCell(name, row, spec.title) : name === spec.key;
}

/** What an anchor lets a place stand under. */
function reachOf(document: GovernedDocument, anchor: string | undefined): (row: Row | undefined) => boolean {
  const isAll = !anchor || headingAt(document, anchor)?.level === 1;
  return (row) => isAll || (row !== undefined && isAt(row.section.heading, anchor));
}

/** What stands between a link and the next one, without the marks around it, as offsets into the text. */
export function behindLink(at: number, links: readonly Link[], text: string): Span {
  let from = 0;
  for (const link of links.slice(0, at + 1)) {
    const found = text.indexOf(link.text, from);
    if (found >= 0) from = found + link.text.length;
  }
  const next = links[at + 1];
  const to = next ? text.indexOf(next.text, from) : -1;
  const between = text.slice(from, to < 0 ? text.length : to);
  const start = from + (/^[\s:,;]+/.exec(between)?.[0].length ?? 0);
  const tail = between.slice(start - from).replace(/[\s,;]+$/, '');
  return { start, end: start + tail.length };
}

/** Whether a normalised name is that of a row: the first column of its identity, the first two, and so on. */
export function namesRow(name: string, row: Row): boolean {
  return rowNames(row).includes(name);
}

/** Whether a normalised name is that of a row and of a column, by its English title or, of a further one, its header. */
export function namesCell(name: string, row: Row, title: string): boolean {
  const its = rowNames(row).filter((one) => name.startsWith(`${one}, `));
  if (its.length === 0) return false;
  const words = columnWords(row, title);
  return its.some((one) => words.includes(fold(name.slice(one.length + 2))));
}

/** A name as places are compared. */
export function normal(name: string): string {
  return foldName(name).replace(/\s*,\s*/g, ', ');
}

function rowNames(row: Row): readonly string[] {
  const parts = row.section.spec.identity.map((column) => cellOf(row, column)?.source.text.trim() ?? '');
  return parts.flatMap((part, i) => (part === '' ? [] : [normal(parts.slice(0, i + 1).join(', '))]));
}

/** The words for a column, folded; of a further column its header. */
function columnWords(row: Row, title: string): readonly string[] {
  return row.section.spec.columns.find((column) => column.title === title)?.aliases ?? [fold(title)];
}
