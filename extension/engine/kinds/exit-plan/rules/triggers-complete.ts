import { isAskedOf } from '../../../resolve/asked-of.ts';
import { defineRule } from '../../../rules/define.ts';
import { addRows } from '../../../rules/insert-rows.ts';
import { kindOf } from '../../../rules/place-of.ts';
import { say, listSaid, listed } from '../../../values/say.ts';

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
    leavesTo: ['DOC014'],
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
    if (!isAskedOf(document, 'exit-plan')) return;
    const section = document.sections.get('triggers');
    const rows = section?.rows ?? [];
    // A table without the column Kind is DOC014's to report.
    if (rows.length > 0 && rows.every((row) => row.cells.kind === undefined)) return;
    const found = new Set(rows.map((row) => row.cells.kind?.value));
    const lacking = kinds.filter((kind) => !found.has(kind));
    if (lacking.length === 0) return;
    const fix = addRows(
      lacking.length === 1 ? say('Add the row') : say('Add the rows'),
      document,
      'triggers',
      lacking.map((kind) => ({ kind })),
    );
    const extra = { fixes: fix ? [fix] : [] };
    report.missing(
      section ?? kindOf(document),
      'kinds',
      {
        kinds: listSaid(
          lacking.map((kind) => listed(kind, 'trigger_kind')),
          'or',
        ),
      },
      extra,
    );
  },
});
