import { isAskedOf } from '../../../resolve/asked-of.ts';
import { wordMeantIn } from '../../../resolve/word-meant-in.ts';
import { defineRule } from '../../../rules/define.ts';
import { listed, listSaid } from '../../../values/say.ts';

/** Where working with a partner goes wrong, whoever the partner is (rules.md RSK009). */
const categories = [
  'goal misalignment',
  'communication',
  'oversight',
  'skills',
  'integration',
  'exit and lock-in',
  'culture',
] as const;

export default defineRule({
  code: 'RSK009',
  name: 'risk-categories-complete',
  meta: {
    kinds: ['risk-register'],
    reads: ['risk-register/Risks.Category'],
    summary: 'Require a risk in each area in which working with a partner goes wrong',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    leavesTo: ['DOC014', 'DOC028', 'DOC020'],
    looksIn: ['risks'],
    since: '0.1.0',
  },
  missing: {
    categories: {
      message: 'No risk is of category {{categories}}: think each through, and write down what you find.',
      ask: 'What could go wrong in these areas: {{categories}}?',
      how: 'Add a row under Risks for each, with its category.',
    },
  },
  engagement(view, report) {
    const found = new Set(view.rows('risks').map(({ cells }) => wordMeantIn(cells.category)));
    // Where no risk has a category the column is what lacks.
    if ([...found].every((category) => category === undefined)) return;
    const lacking = categories.filter((category) => !found.has(category));
    const document = view.documents.find((one) => isAskedOf(one, 'risk-register'));
    const section = document?.sections.get('risks') ?? view.sections('risks')[0];
    if (!section || lacking.length === 0) return;
    const names = listSaid(
      lacking.map((category) => listed(category, 'risk_category')),
      'or',
    );
    report.missing(section, 'categories', { categories: names });
  },
});
