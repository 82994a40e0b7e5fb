import { wordMeantIn } from '../../../resolve/word-meant-in.ts';
import { defineRule } from '../../../rules/define.ts';
import { kindOf } from '../../../rules/place-of.ts';
import { listed, listSaid } from '../../../values/say.ts';

const categories = [
  'operational',
  'legal',
  'ICT',
  'reputation',
  'data protection',
  'data availability',
  'data location',
  'provider location',
  'concentration',
] as const;

export default defineRule({
  code: 'LAW016',
  name: 'risk-categories-dora',
  meta: {
    kinds: ['engagement', 'risk-register'],
    reads: ['engagement/profiles', 'risk-register/Risks.Category'],
    summary: 'Require a risk of each category in which DORA has them assessed',
    severity: 'info',
    scope: 'X',
    profiles: ['dora'],
    leavesTo: ['DOC020'],
    looksIn: ['risks'],
    since: '0.1.0',
    source: 'Regulation (EU) 2024/1773 Art. 5(2)',
  },
  missing: {
    categories: {
      message: 'No risk is of category {{categories}}: assess each, and add what could happen.',
      ask: 'What could go wrong in each of these areas: {{categories}}?',
      how: 'Add a row under Risks for each, with the category.',
    },
  },
  engagement(view, report) {
    const found = new Set<string | undefined>(
      view.rows('risks').map(({ cells }) => wordMeantIn(cells.category)),
    );
    const lacking = categories.filter((category) => !found.has(category));
    const at = view.sections('risks')[0] ?? (view.lead && kindOf(view.lead));
    if (lacking.length === 0 || at === undefined) return;
    const said = listSaid(
      lacking.map((category) => listed(category, 'risk_category')),
      'or',
    );
    report.missing(at, 'categories', { categories: said });
  },
});
