import { isAskedOf } from '../../../resolve/asked-of.ts';
import { defineRule } from '../../../rules/define.ts';
import { addRows } from '../../../rules/insert-rows.ts';
import { kindOf } from '../../../rules/place-of.ts';
import { listed, listSaid, say } from '../../../values/say.ts';

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
    leavesTo: ['DOC014', 'EXT005'],
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
    if (!isAskedOf(document, 'exit-plan')) return;
    const section = document.sections.get('triggers');
    const rows = section?.rows ?? [];
    // A table without the column Kind is DOC014's to report.
    if (rows.length > 0 && rows.every((row) => row.cells.kind === undefined)) return;
    const found = new Set<string | undefined>(rows.map((row) => row.cells.kind?.value));
    const lacking = kinds.filter((kind) => !found.has(kind));
    if (lacking.length === 0) return;
    const fix = addRows(
      lacking.length === 1 ? say('Add the row') : say('Add the rows'),
      document,
      'triggers',
      lacking.map((kind) => ({ kind })),
    );
    const said = listSaid(
      lacking.map((kind) => listed(kind, 'trigger_kind')),
      'or',
    );
    report.missing(section ?? kindOf(document), 'kinds', { kinds: said }, { fixes: fix ? [fix] : [] });
  },
});
