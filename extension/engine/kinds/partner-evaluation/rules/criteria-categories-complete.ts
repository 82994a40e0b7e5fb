import { isFilled } from '../../../resolve/is-filled.ts';
import { wordMeantIn } from '../../../resolve/word-meant-in.ts';
import { defineRule } from '../../../rules/define.ts';
import { addRows } from '../../../rules/insert-rows.ts';
import { listed, listSaid, say } from '../../../values/say.ts';

/** What a partner must be looked at for (rules.md SCR004). */
const categories = [
  'technical expertise',
  'adaptability',
  'problem solving',
  'delivery management',
  'domain experience',
  'culture fit',
  'process fit',
  'operational maturity',
] as const;

export default defineRule({
  code: 'SCR004',
  name: 'criteria-categories-complete',
  meta: {
    kinds: ['partner-evaluation'],
    reads: [
      'partner-evaluation/Criteria.Criterion',
      'partner-evaluation/Criteria.Category',
      'partner-evaluation/purpose',
    ],
    summary: 'Require a criterion for each thing that partners differ in',
    severity: 'info',
    scope: 'W',
    profiles: ['full'],
    leavesTo: ['DOC014', 'DOC028', 'DOC020'],
    looksIn: ['criteria'],
    since: '0.1.0',
  },
  missing: {
    categories: {
      message: 'No criterion looks at {{categories}}: partners differ there too, so add one for each.',
      ask: 'By what would you see how good a partner is at each of these: {{categories}}?',
      how: 'Add a row under Criteria for each, with the category and something that you can observe.',
    },
  },
  document(document, _view, report) {
    const section = document.sections.get('criteria');
    if (document.keys.purpose?.value !== 'selection' || !section || section.rows.length === 0) return;
    // A criterion of which the category is not said is DOC028's, and it may be any of them.
    if (section.rows.some(({ cells }) => !isFilled(cells.category))) return;
    const found = new Set<unknown>(section.rows.map(({ cells }) => wordMeantIn(cells.category)));
    const lacking = categories.filter((category) => !found.has(category));
    if (lacking.length === 0) return;
    const fix = addRows(
      lacking.length === 1 ? say('Add the row') : say('Add the rows'),
      document,
      'criteria',
      lacking.map((category) => ({ category })),
    );
    const list = listSaid(
      lacking.map((category) => listed(category, 'criterion_category')),
      'or',
    );
    report.missing(section, 'categories', { categories: list }, { fixes: [fix!] });
  },
});
