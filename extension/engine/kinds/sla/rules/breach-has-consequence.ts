import { defineRule } from '../../../rules/define.ts';
import { emptyTable } from '../../../rules/insert.ts';
import { kindOf } from '../../../rules/place-of.ts';

export default defineRule({
  code: 'SLA009',
  name: 'breach-has-consequence',
  meta: {
    kinds: ['sla'],
    reads: ['sla/Service levels.Service', 'sla/Service credits.Credit'],
    summary: 'Require service credits beside service levels',
    severity: 'info',
    scope: 'W',
    profiles: ['full', 'dora'],
    leavesTo: ['DOC020'],
    looksIn: ['service_credits'],
    since: '0.1.0',
    source:
      'based on Delegated Regulation (EU) 2024/1773 Art. 9(1): measures when service levels are not met',
  },
  missing: {
    credits: {
      message:
        'A missed service level costs nothing here: say under Service credits what a result below the target takes off the fee.',
      ask: 'What does a missed service level take off the fee?',
      how: 'Add a heading "Service credits" with one row for each step: from, below and the credit in percent of the fee.',
    },
  },
  document(document, _view, report) {
    const levels = document.sections.get('service_levels')?.rows ?? [];
    const credits = document.sections.get('service_credits');
    if (levels.length === 0 || (credits?.rows.length ?? 0) > 0) return;
    if (credits) report.missing(credits, 'credits', {});
    else report.missing(kindOf(document), 'credits', {}, emptyTable(document, 'service_credits'));
  },
});
