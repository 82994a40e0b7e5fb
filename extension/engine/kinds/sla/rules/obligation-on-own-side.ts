import type { Field, Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { Side } from '../../../model/value.ts';
import { defineRule, type Reporter } from '../../../rules/define.ts';
import { partOf } from '../../../rules/place-of.ts';
import { quote } from '../../../values/quote.ts';

const messages = {
  client:
    '"{{name}}" is on the supplier\'s side and cannot owe what the client owes: name somebody of the client.',
  supplier:
    '"{{name}}" is on the client\'s side and cannot owe what the supplier owes: name somebody of the supplier.',
} as const;

export default defineRule({
  code: 'SLA020',
  name: 'obligation-on-own-side',
  meta: {
    kinds: ['sla'],
    reads: [
      'sla/Client obligations.Owner',
      'sla/Supplier obligations.Owner',
      'engagement/People.Party',
      'engagement/Teams.Party',
      'engagement/client',
    ],
    summary: 'Require the owner of an obligation to be on the side that owes it',
    severity: 'error',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages,
  document(document, view, report) {
    for (const row of document.sections.get('client_obligations')?.rows ?? [])
      checkOwner(row, 'client', view, report);
    for (const row of document.sections.get('supplier_obligations')?.rows ?? [])
      checkOwner(row, 'supplier', view, report);
  },
});

function checkOwner(
  row: Row<'client_obligations'> | Row<'supplier_obligations'>,
  side: Side,
  view: View,
  report: Reporter<typeof messages, Record<never, never>>,
): void {
  const owner: Field | undefined = row.cells.owner;
  for (const { text, span, target } of view.who(owner)) {
    if (target?.side === undefined || target.side === side) continue;
    report.wrong(partOf(owner!, span), side, { name: quote(text) });
  }
}
