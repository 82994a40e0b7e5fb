import type { Row, Section } from '../../model/document.ts';
import type { SaidPart } from '../../model/said.ts';
import { nameOfRow } from '../../resolve/names.ts';
import { quote } from '../../values/quote.ts';
import { listSaid } from '../../values/say.ts';
import { shortened } from '../../values/shortened.ts';

/** Says once, at the heading, of rows that their tables lack a column: which rows they are. */
export function sayLackingRows(
  rows: readonly Row<'risks'>[],
  report: (at: Section<'risks'>, names: SaidPart) => void,
): void {
  const names = rows.flatMap((row) => nameOfRow(row) ?? []).map((name) => quote(name));
  // Of risks without names DOC014 asks for these.
  if (names.length > 0) report(rows[0]!.section, listSaid(shortened(names)));
}
