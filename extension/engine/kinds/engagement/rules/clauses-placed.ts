import { clauseAnswers } from '../../../profiles/clause-answers.ts';
import { clauseLists } from '../../../profiles/clause-lists.ts';
import { defineRule } from '../../../rules/define.ts';
import { addRows } from '../../../rules/insert-rows.ts';
import { fenceOf } from '../../../rules/place-of.ts';
import { listSaid, say, words } from '../../../values/say.ts';

export default defineRule({
  code: 'LAW001',
  name: 'clauses-placed',
  meta: {
    kinds: ['engagement'],
    reads: [
      'engagement/Clauses.Clause',
      'engagement/Clauses.Where',
      'engagement/Data.Personal',
      'engagement/importance',
      'engagement/profiles',
    ],
    summary: 'Require a place for each clause of an active list that applies and that no rule asks for',
    severity: 'info',
    scope: 'X',
    profiles: ['dora', 'gdpr', 'nis2', 'data-act'],
    leavesTo: ['DOC014', 'DOC020'],
    looksIn: ['clauses'],
    since: '0.1.0',
    source:
      'based on Regulations (EU) 2022/2554 Art. 28 to 30, 2024/1773, 2016/679 Art. 28, 2023/2854 Art. 25 to 29, Directive (EU) 2022/2555 Art. 21',
  },
  missing: {
    clauses: {
      message:
        '{{law}}: no row under Clauses gives a place for {{clauses}}. "outrigger clauses" shows what each says.',
      ask: 'Where does the contract answer these clauses ({{law}}): {{clauses}}?',
      how: 'Add a row under Clauses for each, with its code and the place that answers it.',
    },
  },
  engagement(view, report) {
    const { lead } = view;
    if (lead === undefined) return;
    for (const list of clauseLists) {
      if (!view.profiles.has(list.profile)) continue;
      // A row whose place is empty is asked for by DOC014.
      const lacking = clauseAnswers(list, view)
        .filter(({ state, isNamed }) => state === 'open' && !isNamed)
        .map(({ clause }) => clause.id);
      if (lacking.length === 0) continue;
      const fix = addRows(
        lacking.length === 1 ? say('Add the row') : say('Add the rows'),
        view.sections('clauses')[0]?.document ?? lead,
        'clauses',
        lacking.map((clause) => ({ clause })),
      );
      const data = { law: words(list.title, 'law'), clauses: listSaid(lacking) };
      const extra = { fixes: fix ? [fix] : [] };
      report.missing(lead.keys.profiles ?? fenceOf(lead), 'clauses', data, extra);
    }
  },
});
