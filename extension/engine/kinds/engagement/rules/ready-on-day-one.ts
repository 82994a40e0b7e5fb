import { addDays } from '../../../calendar/plain-date.ts';
import type { GovernedDocument } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { catalogue } from '../../../model/generated/catalogue.ts';
import type { KindKey } from '../../../model/schema.ts';
import { isAskedOf } from '../../../resolve/asked-of.ts';
import { missingKinds } from '../../../resolve/phase-documents.ts';
import { isApproved } from '../../../resolve/signed-side.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { listSaid, quoted, say } from '../../../values/say.ts';
import { askedKind } from '../asked-kinds.ts';

/** Days before the start from which it is listed. */
const leadDays = 30;

/** Kinds that both parties sign. */
const signedByBoth: ReadonlySet<KindKey> = new Set<KindKey>([
  'engagement',
  'sla',
  'ownership-map',
  'communication-plan',
  'kt-plan',
]);

export default defineDue({
  code: 'ENG005',
  name: 'ready-on-day-one',
  meta: {
    kinds: ['engagement'],
    reads: [
      'engagement/start',
      'engagement/phase',
      'engagement/client',
      'engagement/supplier',
      '*/kind',
      '*/status',
      'signoff/document',
      'signoff/digest',
      'signoff/means',
      'signoff/party',
    ],
    summary: 'Ask for what must be written and approved before the first day',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    open: 'Be ready for the first day of the contract: {{open}}.',
  },
  due(view) {
    const { start, phase } = view.lead?.keys ?? {};
    const isAhead = phase?.value === 'selection' || phase?.value === 'transition';
    if (start?.value === undefined || !isAhead) return [];
    const lacking = missingKinds(view, 'transition').map((kind) =>
      say('write {{kind}}', { kind: askedKind(kind, 'transition') }),
    );
    const unsigned = toBeApproved(view)
      .filter((document) => !isApproved(document, view))
      .map(({ title }) => say('have {{title}} approved by both', { title: quoted(quote(title)) }));
    const open = [...lacking, ...unsigned];
    if (open.length === 0) return [];
    return [
      {
        at: start,
        id: 'open' as const,
        data: { open: listSaid(open) },
        day: start.value,
        listedFrom: addDays(start.value, -leadDays),
        on: 'both' as const,
      },
    ];
  },
});

function toBeApproved(view: View): readonly GovernedDocument[] {
  return view.documents.filter(
    (document) =>
      signedByBoth.has(document.kind) &&
      catalogue.phases.transition.some((kind) => isAskedOf(document, kind)),
  );
}
