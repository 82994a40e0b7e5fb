import type { ReadingProblem, Row, Section } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { DataOf } from '../model/said.ts';
import type { FieldSpec } from '../model/schema.ts';
import { cellOf } from '../resolve/names.ts';
import { isAskedFor } from '../values/asked-for.ts';
import { columnTitle, formatText, sectionTitle, words } from '../values/say.ts';
import type { At, Extra } from './define.ts';
import { emptyColumn, lackingCells, renamedColumn, type TableLines } from './insert.ts';
import { partOf } from './place-of.ts';

/** What a rule says of a column that a table lacks, of an empty cell, and of a row that ends before the cell. */
interface LackingReporter {
  missing(
    at: At,
    id: 'column' | 'cell' | 'noCell',
    data: DataOf<'{{section}} {{column}} {{ask}} {{example}}'>,
    extra?: Extra,
  ): void;
}

/** The tables of a document, and whom the engagement knows. */
interface TableContext {
  readonly linesAt: TableLines;
  readonly isSomebody: (name: string) => boolean;
}

/** Whether a name is one of a person, team or party. */
export function isSomebodyIn(view: View): (name: string) => boolean {
  return (name) => view.findWho(name) !== undefined;
}

/** Says that these rows need a column. Tables that lack it are one finding, at the heading. */
export function sayLackingCells(
  section: Section,
  column: FieldSpec,
  rows: readonly Row[],
  { linesAt, isSomebody }: TableContext,
  report: LackingReporter,
): void {
  const data = {
    section: sectionTitle(section.spec),
    column: columnTitle(column, section.spec),
    ask: formatText(column.ask),
    example: words(column.example, 'example'),
  };
  const without = rows.filter((row) => cellOf(row, column.key) === undefined);
  if (without.length > 0 && !hasProblemUnder(section, ({ id }) => id === 'columnsLeft')) {
    const added = emptyColumn(section, without, column).fixes ?? [];
    // One column is missing and one is unknown: it may be that one under another name.
    const renamed = columnsLacking(section) === 1 ? renamedColumn(section, without, column, isSomebody) : [];
    const at = section.within ? catalogue.sections[section.within] : section.spec;
    const fixes = [...renamed, ...added];
    report.missing(section, 'column', { ...data, section: sectionTitle(at) }, { fixes });
  }
  for (const row of rows) {
    const field = cellOf(row, column.key);
    if (field?.state !== 'empty') continue;
    const cells = lackingCells(field, linesAt);
    // Said of the row: of the cell it is said once that is there.
    if (cells.fixes) report.missing(partOf(field, row.span), 'noCell', data, cells);
    else report.missing(field, 'cell', data);
  }
}

function columnsLacking({ spec, columns }: Section): number {
  return spec.columns.filter((column) => isAskedFor(column) && !columns.has(column.key)).length;
}

/** Whether something was said of what stands under a section's heading. */
export function hasProblemUnder(
  { document, heading }: Section,
  isMeant: (problem: ReadingProblem) => boolean,
): boolean {
  return document.problems.some((problem) => {
    if (!isMeant(problem)) return false;
    const above = [...document.sections.values()].filter(
      (one) => one.heading.span.end < problem.span.start, // equivalent: a table begins below the line of its heading
    );
    return above.at(-1)?.heading === heading;
  });
}
