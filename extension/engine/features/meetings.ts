import type { GovernedDocument, Row } from '../model/document.ts';
import { lineOf } from '../model/text.ts';
import { nameOfRow } from '../resolve/names.ts';

/** The meetings of active documents that leave a record, by name, in the order in which they stand. */
export function meetingsWithRecord(documents: readonly GovernedDocument[]): readonly string[] {
  return documents.flatMap(rowsOf).flatMap(nameOf);
}

/** The one of them whose row stands at a line of a document, from 0; undefined where none does. */
export function meetingAtLine(document: GovernedDocument, line: number): string | undefined {
  const { lineStarts } = document;
  return rowsOf(document)
    .filter(({ span }) => lineOf(lineStarts, span.start) === line)
    .flatMap(nameOf)[0];
}

function rowsOf({ status, sections }: GovernedDocument): readonly Row<'meetings'>[] {
  if (status !== 'active') return [];
  return (sections.get('meetings')?.rows ?? []).filter(({ cells }) => cells.record?.value !== undefined);
}

function nameOf(row: Row): readonly string[] {
  const name = nameOfRow(row);
  return name === undefined || name === '' ? [] : [name];
}
