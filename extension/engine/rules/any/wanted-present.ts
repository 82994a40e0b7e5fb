import type { GovernedDocument, Row } from '../../model/document.ts';
import { highRisksWithoutOwner } from '../../resolve/risks.ts';
import { defineRule } from '../define.ts';
import { tableLines } from '../insert.ts';
import { isSomebodyIn, sayLackingCells } from '../lacking-cells.ts';
import { wantedColumns } from '../wanted-columns.ts';

export default defineRule({
  code: 'DOC028',
  name: 'wanted-present',
  meta: {
    kinds: ['*'],
    reads: ['file/tables', 'risk-register/scale', 'risk-register/appetite'],
    summary: 'Require the columns and cells that make a table worth keeping, though many do without',
    severity: 'info',
    scope: 'W',
    profiles: ['full'],
    leavesTo: ['DOC014', 'RSK013'],
    since: '0.1.0',
  },
  messages: {
    column: 'The table under "{{section}}" has no column "{{column}}": add it, for example with {{example}}.',
    cell: '"{{column}}" is empty here: say it for each row of {{section}}, for example {{example}}.',
    noCell:
      'This row ends before the column "{{column}}": say it for each row of {{section}}, for example {{example}}.',
  },
  document(document, view, report) {
    // A draft is asked by DOC014.
    if (document.status === 'draft') return;
    const unowned = ownersAskedFor(document);
    const tables = { linesAt: tableLines(document), isSomebody: isSomebodyIn(view) };
    for (const section of document.sections.values()) {
      const wanted = section.spec.columns.filter((column) => column.wanted); // equivalent: only saves the time
      if (wanted.length === 0) continue; // equivalent: only saves the time
      const lacking = new Map(section.rows.map((row) => [row, new Set(wantedColumns(row))]));
      for (const row of unowned) lacking.get(row)?.delete('owner');
      for (const column of wanted) {
        const rows = section.rows.filter((row) => lacking.get(row)!.has(column.key));
        sayLackingCells(section, column, rows, tables, { missing: report.wrong });
      }
    }
  },
});

/** Risks of whose owner RSK013 speaks; of a column that is not there it speaks for all of its rows. */
function ownersAskedFor(document: GovernedDocument): readonly Row[] {
  const rows = highRisksWithoutOwner(document).map(({ row }) => row);
  const without = rows.some((row) => row.cells.owner === undefined);
  const others = without ? (document.sections.get('risks')?.rows ?? []) : [];
  return [
    ...rows,
    ...others.filter((row) => row.cells.owner === undefined),
  ] as readonly unknown[] as readonly Row[];
}
