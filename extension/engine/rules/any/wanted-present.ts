import { defineRule } from '../define.ts';
import { tableLines } from '../insert.ts';
import { sayLackingCells } from '../lacking-cells.ts';
import { wantedColumns } from '../wanted-columns.ts';

export default defineRule({
  code: 'DOC028',
  name: 'wanted-present',
  meta: {
    kinds: ['*'],
    reads: ['file/tables'],
    summary: 'Require the columns and cells that make a table worth keeping, though many do without',
    severity: 'info',
    scope: 'W',
    profiles: ['full'],
    leavesTo: ['DOC014'],
    since: '0.1.0',
  },
  missing: {
    column: {
      message:
        'The table under "{{section}}" has no column "{{column}}": add it, for example with {{example}}.',
      ask: '{{ask}}',
      how: 'Add a column "{{column}}" to the table under "{{section}}", for example with {{example}}.',
    },
    cell: {
      message: '"{{column}}" is empty here: say it for each row of {{section}}, for example {{example}}.',
      ask: '{{ask}}',
      how: 'Write it into the column "{{column}}" of {{section}}, for example {{example}}.',
    },
    noCell: {
      message:
        'This row ends before the column "{{column}}": say it for each row of {{section}}, for example {{example}}.',
      ask: '{{ask}}',
      how: 'Write it into the column "{{column}}" of {{section}}, for example {{example}}.',
    },
  },
  document(document, _view, report) {
    // A draft is asked by DOC014.
    if (document.status === 'draft') return;
    for (const section of document.sections.values()) {
      const lacking = new Map(section.rows.map((row) => [row, new Set(wantedColumns(row))]));
      const linesAt = tableLines(document);
      for (const column of section.spec.columns) {
        const rows = section.rows.filter((row) => lacking.get(row)!.has(column.key));
        sayLackingCells(section, column, rows, linesAt, report);
      }
    }
  },
});
