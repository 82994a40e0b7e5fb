import type { GovernedDocument, Row } from '../model/document.ts';
import type { Language } from '../model/language.ts';
import type { ResultTarget } from '../resolve/results.ts';
import { tableLines } from '../rules/insert.ts';
import { addRows } from '../rules/insert-rows.ts';
import { say } from '../values/say.ts';
import { inLanguage } from '../values/wording.ts';
import { cellsFilled, withEdits, type Replaced } from './write-cells.ts';

/** A result that is to be written into a record. */
export interface WritableResult {
  readonly target: ResultTarget;
  /** The row of the record that is about it; undefined where one is added. */
  readonly existing: Row<'results'> | undefined;
  /** What is written beside the names of what was measured, by column key, in the words of the record. */
  readonly cells: ReadonlyMap<string, string>;
}

/** The text of a record with results; undefined where its table has no place for one. */
export function resultsWritten(
  record: GovernedDocument,
  results: readonly WritableResult[],
  language: Language,
): string | undefined {
  const section = record.sections.get('results');
  const linesAt = tableLines(record);
  const edits: Replaced[] = [];
  for (const { existing, cells } of results) {
    if (!existing || !section || cells.size === 0) continue;
    const filled = cellsFilled(section, existing, cells, linesAt);
    if (!filled) return undefined;
    edits.push(...filled);
  }
  const added = results.filter(({ existing }) => !existing).map(newRow);
  if (added.length > 0) {
    const fix = addRows(say('Add the rows'), record, 'results', added);
    if (!fix) return undefined;
    for (const { span, text } of fix.edits) edits.push({ span, text: inLanguage(text, language) });
  }
  return withEdits(record.text, edits);
}

function newRow({ target, cells }: WritableResult): Readonly<Record<string, string>> {
  const names =
    target.is === 'kpi'
      ? { of: target.row.cells.kpi!.source.text }
      : { of: target.row.cells.service!.source.text, measure: target.row.cells.measure!.source.text };
  return { ...names, ...Object.fromEntries(cells) };
}
