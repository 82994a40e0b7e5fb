import type { Field, Row, Section } from '../model/document.ts';
import type { FieldSpec, SectionKey } from '../model/schema.ts';
import type { SaidPart } from '../model/said.ts';
import { quote } from '../values/quote.ts';
import { listSaid, quoted } from '../values/say.ts';
import { isFilled } from './is-filled.ts';
import { cellOf, nameOfRow } from './names.ts';

/** Rows without a value in an optional column, by what is lacking: the cell, or the column of their table (rules.md 1.11). */
export interface Lacking<K extends SectionKey> {
  readonly cells: readonly { readonly row: Row<K>; readonly cell: Field }[];
  readonly columns: readonly { readonly section: Section<K>; readonly rows: readonly Row<K>[] }[];
}

export function lackingIn<K extends SectionKey>(rows: readonly Row<K>[], column: string): Lacking<K> {
  const cells: { row: Row<K>; cell: Field }[] = [];
  const without = new Map<Section<K>, Row<K>[]>();
  for (const row of rows) {
    // Of what has no name nothing can be asked in words that somebody understands: DOC014 asks for that first.
    if (row.section.spec.identity.length > 0 && nameOfRow(row) === undefined) continue;
    const cell = cellOf(row, column);
    if (cell === undefined) without.set(row.section, [...(without.get(row.section) ?? []), row]);
    else if (!isFilled(cell)) cells.push({ row, cell });
  }
  return { cells, columns: [...without].map(([section, its]) => ({ section, rows: its })) };
}

/** `"a", "b" and "c"`: what rows are called. */
export function namesSaid(rows: readonly Row[]): SaidPart {
  return listSaid(rows.map((row) => quoted(quote(nameOfRow(row) ?? ''))));
}

/** What a row is called, for a message that has its quotes. */
export function nameSaid(row: Row): string {
  return quote(nameOfRow(row) ?? '');
}

/** What the format says of a column, by its key. */
export function columnOf({ spec }: Section, key: string): FieldSpec {
  return spec.columns.find((column) => column.key === key)!;
}
