import { defineRule } from '../../../rules/define.ts';
import { lackingTriggers } from '../lacking-triggers.ts';

/** What every contract can end by (rules.md EXT005). */
const kinds = ['expiry', 'convenience', 'breach', 'insolvency', 'quality'] as const;

export default defineRule({
  code: 'EXT005',
  name: 'triggers-complete',
  meta: {
    kinds: ['exit-plan'],
    reads: ['exit-plan/Triggers.Kind'],
    summary: 'Require a trigger for each way in which a contract can end',
    severity: 'warning',
    scope: 'W',
    profiles: ['full', 'dora'],
    leavesTo: ['DOC014', 'DOC020'],
    looksIn: ['triggers'],
    since: '0.1.0',
    source: 'based on Regulation (EU) 2022/2554 Art. 28(7) and 28(8)',
  },
  missing: {
    kinds: {
      message:
        'No trigger is of kind {{kinds}}: say by which sign you would notice each, and what you do then.',
      ask: 'How would you notice that it is time to leave for one of these reasons: {{kinds}}?',
      how: 'Add a row under Triggers for each, with the kind and the sign that you would see.',
    },
  },
  document(document, _view, report) {
    const lacking = lackingTriggers(document, kinds);
    if (lacking) report.missing(lacking.at, 'kinds', { kinds: lacking.kinds }, lacking.extra);
  },
});
