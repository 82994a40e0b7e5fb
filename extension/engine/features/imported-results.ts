import { keyOf } from '../kinds/record/given-results.ts';
import type { Field, GovernedDocument, Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { FormatWords, Said } from '../model/said.ts';
import type { FieldSpec } from '../model/schema.ts';
import { languageOf } from '../resolve/document-language.ts';
import { isFilled } from '../resolve/is-filled.ts';
import { targetOf, type ResultTarget } from '../resolve/results.ts';
import { isSameValue } from '../resolve/same-value.ts';
import { foldName } from '../values/fold.ts';
import { columnTitle, say } from '../values/say.ts';
import { cellText } from './cell-text.ts';
import { problemOfHeader, problemOfResult, targetName } from './import-problems.ts';
import { readResults, type GivenResult, type ReadText, type TableLine } from './results-table.ts';
import { resultsWritten, type WritableResult } from './results-written.ts';

/** What a table of results would change in a record. */
export interface ResultsImport {
  readonly results: readonly ImportedResult[];
  /** What is wrong in the table that was given: where there is something, nothing is to be written. */
  readonly problems: readonly ImportProblem[];
  /** Headers of columns that are none of Results: nothing of them is taken over. */
  readonly unread: readonly string[];
  /** The whole text of the record afterwards. */
  readonly text: string;
}

export interface ImportProblem {
  /** In the table that was given, from 1. */
  readonly line: number;
  readonly said: Said;
}

/** One result that was given. */
export interface ImportedResult {
  readonly line: number;
  /** "Payment gateway, availability", as the engagement calls it. */
  readonly name: string;
  readonly isNew: boolean;
  /** Cells that are written, as they will stand there. */
  readonly written: readonly ImportedCell[];
  /** Cells in which the record says something else, which stays. */
  readonly kept: readonly KeptCell[];
  /** Cells that the table of the record has no column for. */
  readonly leftOut: readonly ImportedCell[];
}

export interface ImportedCell {
  readonly column: FormatWords;
  readonly text: string;
}

export interface KeptCell extends ImportedCell {
  /** What the record says. */
  readonly now: string;
}

type PlannedResult = ImportedResult & WritableResult;

/**
 * What becomes of a record by a table of results: an empty cell is filled, a row that is not there is added, and what the
 * record says already stays. `lines` begin with the header; `view` holds the active documents, `record` may be a draft.
 */
export function importedResults(
  record: GovernedDocument,
  lines: readonly TableLine[],
  view: View,
  read: ReadText,
): ResultsImport {
  const { planned, problems, unread } = plan(record, lines, view, read);
  const results = planned.map(({ target: _target, existing: _existing, cells: _cells, ...result }) => result);
  if (problems.length > 0) return { results, problems, unread, text: record.text };
  const text = resultsWritten(record, planned, languageOf(record, view));
  if (text !== undefined && isAsGiven(read(record.path, text), lines, view, read))
    return { results, problems, unread, text };
  const said = say(
    'The table under Results cannot be written into as it stands. Write it as one plain table.',
  );
  return { results, problems: [{ line: lines[0]?.line ?? 1, said }], unread, text: record.text };
}

/** Whether what was written reads as it was given: a second time nothing would change. */
function isAsGiven(
  after: GovernedDocument | undefined,
  lines: readonly TableLine[],
  view: View,
  read: ReadText,
): boolean {
  if (!after) return false;
  const { planned, problems } = plan(after, lines, view, read);
  return problems.length === 0 && planned.every(({ isNew, written }) => !isNew && written.length === 0);
}

interface Plan {
  readonly planned: readonly PlannedResult[];
  readonly problems: readonly ImportProblem[];
  readonly unread: readonly string[];
}

function plan(record: GovernedDocument, lines: readonly TableLine[], view: View, read: ReadText): Plan {
  const table = readResults(record.path, lines, read);
  const { results, unread } = table;
  const inHeader = problemOfHeader(table);
  if (inHeader) return { planned: [], problems: [{ line: lines[0]?.line ?? 1, said: inHeader }], unread };
  const rows = rowsByTarget(record, view);
  const problems: ImportProblem[] = [];
  const seen = new Map<string, GivenResult>();
  const planned: PlannedResult[] = [];
  for (const given of results) {
    const target = given.row && targetOf(given.row, view);
    const key = target && keyOf(target);
    const said = problemOfResult(given, target, key === undefined ? undefined : seen.get(key), view);
    if (said) problems.push({ line: given.line, said });
    if (said || !target || key === undefined || seen.has(key)) continue;
    seen.set(key, given);
    planned.push(plannedResult(given, target, rows.get(key), record, view));
  }
  return { planned, problems: [...problems, ...planned.flatMap(lostDispute)], unread };
}

/** The first row of the record about each target. */
function rowsByTarget(record: GovernedDocument, view: View): ReadonlyMap<string, Row<'results'>> {
  const rows = new Map<string, Row<'results'>>();
  for (const row of record.sections.get('results')?.rows ?? []) {
    const target = targetOf(row, view);
    if (target && !rows.has(keyOf(target))) rows.set(keyOf(target), row);
  }
  return rows;
}

/** Of a disputed result both values are kept: where there is no place for one of them nothing is written. */
function lostDispute({ line, leftOut }: PlannedResult): readonly ImportProblem[] {
  const said = say(
    'The table of the record has no column Disputed: add it, so that both values can stand there.',
  );
  return leftOut.some(({ column }) => column.words === 'Disputed') ? [{ line, said }] : [];
}

function plannedResult(
  { line, row }: GivenResult,
  target: ResultTarget,
  existing: Row<'results'> | undefined,
  record: GovernedDocument,
  view: View,
): PlannedResult {
  const section = record.sections.get('results');
  const cells = new Map<string, string>();
  const written: ImportedCell[] = [];
  const kept: KeptCell[] = [];
  const leftOut: ImportedCell[] = [];
  for (const [spec, field] of filledCells(row!)) {
    const cell = {
      column: columnTitle(spec, catalogue.sections.results),
      text: cellText(field, languageOf(record, view)),
    };
    const now = (existing?.cells as Cells | undefined)?.[spec.key];
    if (section && !section.columns.has(spec.key)) leftOut.push(cell);
    else if (!isFilled(now)) {
      written.push(cell);
      cells.set(spec.key, cell.text);
    } else if (!isSame(now!, field, view)) kept.push({ ...cell, now: now!.source.text });
  }
  return {
    line,
    name: targetName(target),
    isNew: !existing,
    written,
    kept,
    leftOut,
    target,
    existing,
    cells,
  };
}

type Cells = Readonly<Record<string, Field | undefined>>;

/** What a row says beside the names of what was measured. */
function filledCells({ cells }: Row<'results'>): readonly (readonly [FieldSpec, Field])[] {
  const names = new Set(catalogue.sections.results.identity);
  return catalogue.sections.results.columns.flatMap((spec) => {
    const field = (cells as Cells)[spec.key];
    return field && isFilled(field) && !names.has(spec.key) ? [[spec, field] as const] : [];
  });
}

function isSame(a: Field, b: Field, view: View): boolean {
  if (foldName(a.source.text) === foldName(b.source.text)) return true;
  return a.state === 'read' && b.state === 'read' && isSameValue(a, b, view);
}
