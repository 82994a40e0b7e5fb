import { defineRule } from '../../../rules/define.ts';
import { lackingTriggers } from '../lacking-triggers.ts';

/** Those of Art. 28(7) that EXT005 does not ask for: every profile with this rule has both. */
const kinds = ['security weakness', 'supervision impeded'] as const;

export default defineRule({
  code: 'LAW013',
  name: 'dora-triggers-complete',
  meta: {
    kinds: ['exit-plan'],
    reads: ['exit-plan/Triggers.Kind', 'exit-plan/Options.Option', 'exit-plan/Handover items.Item'],
    summary: 'Require a trigger for each reason for which DORA lets a client leave',
    severity: 'warning',
    scope: 'W',
    profiles: ['dora'],
    leavesTo: ['DOC014', 'EXT005', 'DOC020'],
    looksIn: ['triggers'],
    since: '0.1.0',
    source: 'Regulation (EU) 2022/2554 Art. 28(7)(a) to (d)',
  },
  missing: {
    kinds: {
      message:
        'No trigger is of kind {{kinds}}: DORA lets the client leave for each of these, so say by which sign.',
      ask: 'How would you notice that one of these reasons to leave is there: {{kinds}}?',
      how: 'Add a row under Triggers for each, with the kind and the sign that you would see.',
    },
  },
  document(document, _view, report) {
    const lacking = lackingTriggers(document, kinds);
    if (lacking) report.missing(lacking.at, 'kinds', { kinds: lacking.kinds }, lacking.extra);
  },
});
