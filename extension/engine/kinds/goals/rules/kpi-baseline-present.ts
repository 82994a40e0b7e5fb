import { columnOf, lackingIn, nameSaid, namesSaid } from '../../../resolve/lacking-in.ts';
import { defineRule } from '../../../rules/define.ts';
import { emptyColumn } from '../../../rules/insert.ts';

export default defineRule({
  code: 'KPI002',
  name: 'kpi-baseline-present',
  meta: {
    kinds: ['goals'],
    reads: ['goals/KPIs.Baseline', 'goals/KPIs.KPI'],
    summary: 'Require the value that each KPI had at the beginning',
    severity: 'info',
    scope: 'W',
    profiles: ['full'],
    leavesTo: ['DOC014'],
    since: '0.1.0',
  },
  missing: {
    cell: {
      message: '"{{kpi}}" has no baseline: write the value from before, or nobody can tell what has changed.',
      ask: 'What was the value of "{{kpi}}" at the beginning?',
      how: 'Write it into the column Baseline, in the unit of the target, for example 1.9 %.',
    },
    column: {
      message: 'KPIs lacks the column "Baseline": write there the value that {{kpis}} had at the beginning.',
      ask: 'What was the value of {{kpis}} at the beginning?',
      how: 'Add a column "Baseline" with the value before the work began, for example 1.9 %.',
    },
  },
  document(document, _view, report) {
    const section = document.sections.get('kpis');
    const { cells, columns } = lackingIn(section?.rows ?? [], 'baseline');
    for (const { row, cell } of cells) report.missing(cell, 'cell', { kpi: nameSaid(row) });
    for (const { section: table, rows } of columns) {
      const added = emptyColumn(table, rows, columnOf(table, 'baseline'));
      report.missing(table, 'column', { kpis: namesSaid(rows) }, added);
    }
  },
});
