import { wordMeantIn } from '../../../resolve/word-meant-in.ts';
import { defineRule } from '../../../rules/define.ts';
import { addRows } from '../../../rules/insert-rows.ts';
import { kindOf } from '../../../rules/place-of.ts';
import { say } from '../../../values/say.ts';
import { withEnded } from '../evaluations.ts';

export default defineRule({
  code: 'LAW012',
  name: 'supplier-security-evaluated',
  meta: {
    kinds: ['engagement', 'partner-evaluation'],
    reads: ['engagement/profiles', 'partner-evaluation/Criteria.Category', '*/status'],
    summary: 'Require a criterion of security in an evaluation of the supplier',
    severity: 'warning',
    scope: 'X',
    profiles: ['nis2'],
    leavesTo: ['DOC020'],
    looksIn: ['criteria'],
    since: '0.1.0',
    source: 'Directive (EU) 2022/2555 Art. 21(3)',
  },
  missing: {
    criterion: {
      message:
        "No evaluation has a criterion of category security: judge the supplier's weaknesses, practices and secure development.",
      ask: 'By what do you judge how secure the supplier works and develops?',
      how: 'Add a row under Criteria of an evaluation, with the category "security".',
    },
  },
  engagement(view, report) {
    const isJudged = withEnded(view).some(({ sections }) =>
      sections.get('criteria')?.rows.some(({ cells }) => wordMeantIn(cells.category) === 'security'),
    );
    const [criteria] = view.sections('criteria');
    const at = criteria ?? (view.lead && kindOf(view.lead));
    if (isJudged || at === undefined) return;
    const fix =
      criteria && addRows(say('Add a criterion'), criteria.document, 'criteria', [{ category: 'security' }]);
    report.missing(at, 'criterion', {}, { fixes: fix ? [fix] : [] });
  },
});
