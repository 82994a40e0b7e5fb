import { areKpisCategorised } from '../known-kpis.ts';
import { wordMeantIn } from '../../../resolve/word-meant-in.ts';
import { defineRule } from '../../../rules/define.ts';
import { listed, listSaid } from '../../../values/say.ts';

/** Each can be bought with the other, so that one alone shows nothing. */
const together = ['quality', 'timeliness'] as const;
const kpisAtLeast = 3;

export default defineRule({
  code: 'KPI007',
  name: 'quality-and-timeliness',
  meta: {
    kinds: ['goals'],
    reads: ['goals/KPIs', 'goals/KPIs.Category'],
    summary: 'Require KPIs of quality and of timeliness beside each other',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    leavesTo: ['DOC020'],
    since: '0.1.0',
  },
  missing: {
    category: {
      message:
        'No KPI is of category {{categories}}: whoever is measured by one of quality and time alone saves on the other.',
      ask: 'Which figure shows {{categories}}?',
      how: 'Add a row under KPIs with that word as its category, or correct the category of a row.',
    },
  },
  engagement(view, report) {
    const rows = view.rows('kpis');
    if (rows.length < kpisAtLeast || !areKpisCategorised(view)) return;
    const found = new Set(rows.map(({ cells }) => wordMeantIn(cells.category)));
    const lacking = together.filter((category) => !found.has(category));
    if (lacking.length === 0) return;
    const categories = listSaid(
      lacking.map((category) => listed(category, 'kpi_category')),
      'or',
    );
    report.missing(rows[0]!.section, 'category', { categories });
  },
});
