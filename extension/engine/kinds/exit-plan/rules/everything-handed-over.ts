import { isAskedOf } from '../../../resolve/asked-of.ts';
import { namesMeant } from '../../../resolve/names-meant.ts';
import { nameOfRow } from '../../../resolve/names.ts';
import type { GovernedDocument, Row } from '../../../model/document.ts';
import { defineRule } from '../../../rules/define.ts';
import { addRows } from '../../../rules/insert-rows.ts';
import { kindOf } from '../../../rules/place-of.ts';
import { foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';
import { say, listSaid, quoted } from '../../../values/say.ts';

export default defineRule({
  code: 'EXT017',
  name: 'everything-handed-over',
  meta: {
    kinds: ['exit-plan'],
    reads: [
      'exit-plan/Handover items.Component',
      'exit-plan/Handover items.Item',
      'exit-plan/Options.Option',
      'ownership-map/Components.Component',
    ],
    summary: 'Require a handover item for each component',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    leavesTo: ['DOC014', 'DOC020'],
    looksIn: ['handover_items'],
    since: '0.1.0',
  },
  missing: {
    components: {
      message: 'No handover item names {{components}}: say how each is handed over.',
      ask: 'How are these handed over when the supplier leaves: {{components}}?',
      how: 'Add a row under Handover items for each, or name it in the column Component.',
    },
  },
  engagement(view, report) {
    const plans = view.documents.filter((document) => isAskedOf(document, 'exit-plan') && hasLead(document));
    // One cause, one finding: at the first plan that hands anything over, else at the first plan.
    const plan = plans.find((document) => rowsOf(document).length > 0) ?? plans[0];
    if (plan === undefined) return;
    const named = new Set(
      view
        .rows('handover_items')
        .flatMap((row) => [foldName(nameOfRow(row) ?? ''), ...namesMeant(row.cells.component, view)]),
    );
    // A component of two documents is one.
    const names = new Map<string, string>();
    for (const row of view.rows('components')) {
      const name = nameOfRow(row);
      if (name !== undefined && !names.has(foldName(name))) names.set(foldName(name), name);
    }
    const lacking = [...names].flatMap(([folded, name]) => (named.has(folded) ? [] : [name]));
    if (lacking.length === 0) return;
    const title = lacking.length === 1 ? say('Add the row') : say('Add the rows');
    const fix = addRows(
      title,
      plan,
      'handover_items',
      lacking.map((item) => ({ item })),
    );
    const components = listSaid(lacking.map((name) => quoted(quote(name))));
    const at = plan.sections.get('handover_items') ?? kindOf(plan);
    report.missing(at, 'components', { components }, { fixes: fix ? [fix] : [] });
  },
});

/** Where no lead section has rows, DOC014 asks for one. */
function hasLead(document: GovernedDocument): boolean {
  return rowsOf(document).length > 0 || (document.sections.get('options')?.rows.length ?? 0) > 0;
}

function rowsOf(document: GovernedDocument): readonly Row[] {
  return document.sections.get('handover_items')?.rows ?? [];
}
