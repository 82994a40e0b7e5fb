import { defineRule } from '../../../rules/define.ts';
import { emptyTable } from '../../../rules/insert.ts';
import { kindOf } from '../../../rules/place-of.ts';

export default defineRule({
  code: 'SLA021',
  name: 'both-parties-owe',
  meta: {
    kinds: ['sla'],
    reads: ['sla/Client obligations.Obligation', 'sla/Service levels.Service'],
    summary: 'Require an obligation of the client beside service levels',
    severity: 'hint',
    scope: 'W',
    profiles: ['full'],
    leavesTo: ['DOC020'],
    looksIn: ['client_obligations'],
    since: '0.1.0',
  },
  missing: {
    client: {
      message:
        'Only the supplier owes something here: say under Client obligations what the client does so that the service levels can be kept.',
      ask: 'What must the client do so that the supplier can keep the service levels?',
      how: 'Add a heading "Client obligations" with one row for each: what, who on the client\'s side, and within which time.',
    },
  },
  document(document, _view, report) {
    const levels = document.sections.get('service_levels')?.rows ?? [];
    const obligations = document.sections.get('client_obligations');
    // People list what they owe; only a table says who and within which time.
    const owed = (obligations?.rows.length ?? 0) + (obligations?.items.length ?? 0);
    if (levels.length === 0 || owed > 0) return;
    if (obligations) report.missing(obligations, 'client', {});
    else report.missing(kindOf(document), 'client', {}, emptyTable(document, 'client_obligations'));
  },
});
