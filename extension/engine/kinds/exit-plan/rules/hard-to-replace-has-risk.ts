import { defineRule } from '../../../rules/define.ts';
import { addRows } from '../../../rules/insert-rows.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';
import { hardToReplace, isLockInSeen } from '../lock-in.ts';

export default defineRule({
  code: 'EXT014',
  name: 'hard-to-replace-has-risk',
  meta: {
    kinds: ['exit-plan'],
    reads: [
      'exit-plan/substitutability',
      'exit-plan/Options.Option',
      'exit-plan/Handover items.Item',
      'risk-register/Risks.Category',
      'risk-register/Risks.Status',
    ],
    summary: 'Require an open risk where a supplier is hard to replace',
    severity: 'warning',
    scope: 'X',
    profiles: ['full', 'dora'],
    leavesTo: ['DOC020'],
    looksIn: ['risks'],
    since: '0.1.0',
    source: 'based on Regulation (EU) 2022/2554 Art. 29: concentration risk and substitutability',
  },
  missing: {
    risk: {
      message:
        'Replacing the supplier is "{{substitutability}}", and no open risk is of category exit and lock-in or concentration: add it to the risk register.',
      ask: 'Replacing the supplier is "{{substitutability}}": what could that lead to, and what do you do about it?',
      how: 'Add a row under Risks with the category "exit and lock-in".',
    },
  },
  engagement(view, report) {
    const substitutability = hardToReplace(view);
    if (!substitutability || isLockInSeen(view)) return;
    const register = view.sections('risks')[0]?.document;
    const fix =
      register && addRows(say('Add a risk row'), register, 'risks', [{ category: 'exit and lock-in' }]);
    const data = { substitutability: quote(substitutability.source.text) };
    // One missing risk is one finding, at the first plan that asks for it.
    report.missing(substitutability, 'risk', data, { fixes: fix ? [fix] : [] });
  },
});
