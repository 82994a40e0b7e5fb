import { wordMeantIn } from '../../../resolve/word-meant-in.ts';
import { defineRule } from '../../../rules/define.ts';
import { addRows } from '../../../rules/insert-rows.ts';
import { kindOf } from '../../../rules/place-of.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'LAW011',
  name: 'supplier-risk-recorded',
  meta: {
    kinds: ['engagement', 'risk-register'],
    reads: ['engagement/profiles', 'risk-register/Risks.Category', 'risk-register/Risks.Status'],
    summary: 'Require an open risk of the security of the supply chain',
    severity: 'warning',
    scope: 'X',
    profiles: ['nis2'],
    leavesTo: ['DOC020'],
    looksIn: ['risks'],
    since: '0.1.0',
    source: 'Directive (EU) 2022/2555 Art. 21(2)(d); in Sweden based on cybersäkerhetslagen (2025:1506)',
  },
  missing: {
    risk: {
      message:
        'No open risk is of category security or supply chain: add what could go wrong there with this supplier.',
      ask: 'What could go wrong with security at this supplier, or at those behind it?',
      how: 'Add a row under Risks with the category "supply chain" or "security".',
    },
  },
  engagement(view, report) {
    const isSeen = view.rows('risks').some(({ cells: { category, status } }) => {
      const its = wordMeantIn(category);
      const isOfCategory = its === 'security' || its === 'supply chain';
      return isOfCategory && status?.value !== 'closed';
    });
    const [register] = view.sections('risks');
    const at = register ?? (view.lead && kindOf(view.lead));
    if (isSeen || at === undefined) return;
    const fix =
      register && addRows(say('Add a risk row'), register.document, 'risks', [{ category: 'supply chain' }]);
    report.missing(at, 'risk', {}, { fixes: fix ? [fix] : [] });
  },
});
