import type { GovernedDocument } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { Side } from '../../../model/value.ts';
import { isCounted, signatureNeeds } from '../../../resolve/signed-commits.ts';
import { signedSide } from '../../../resolve/signed-side.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { listSaid, say } from '../../../values/say.ts';
import { changedSince } from '../signed-content.ts';
import { isOfPresentContent } from '../../../resolve/present-content.ts';

/** Kinds of documents that both sides sign. */
const signed: ReadonlySet<string> = new Set([
  'engagement',
  'sla',
  'ownership-map',
  'communication-plan',
  'kt-plan',
]);

export default defineRule({
  code: 'SGN004',
  name: 'approved-by-both',
  meta: {
    kinds: ['signoff'],
    reads: [
      'signoff/document',
      'signoff/digest',
      'signoff/means',
      'signoff/party',
      'signoff/date',
      'engagement/client',
      'engagement/supplier',
      'engagement/Subcontractors.Subcontractor',
      'record/type',
      'record/outcome',
      '*/status',
      '*/formerly',
      'file/text',
      'git/log',
    ],
    summary: 'Require both sides to approve what binds both',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    leavesTo: ['SGN003'],
    since: '0.1.0',
  },
  messages: {
    unapproved: '"{{status}}", and not approved by {{sides}} as it now stands: have it signed.',
  },
  ...signatureNeeds,
  concludesWithout: true,
  engagement(view, report) {
    for (const document of view.documents) {
      const { status } = document.keys;
      if (document.status !== 'active' || !status || !isSignedByBoth(document)) continue;
      // Of what was signed and changed since SGN003 speaks.
      if (changedSince(document, view)) continue;
      const sides = lackingApproval(document, view);
      if (sides.length === 0) continue;
      const data = {
        status: quote(status.source.text),
        sides: listSaid(sides.map((side) => (side === 'client' ? say('the client') : say('the supplier')))),
      };
      report.wrong(status, 'unapproved', data);
    }
  },
});

/** A change that was not decided, or that was turned down, binds nobody. */
function isSignedByBoth({ kind, keys }: GovernedDocument): boolean {
  if (kind !== 'record') return signed.has(kind);
  const { type, outcome } = keys;
  return (
    type?.value === 'change' && outcome?.state !== 'unread' && (outcome?.value ?? 'approved') === 'approved'
  );
}

/** The sides without an approval of the present content; none while one does not say whose or what it is. */
function lackingApproval(document: GovernedDocument, view: View): readonly Side[] {
  const present = view.signoffsOf(document).filter((one) => isOfPresentContent(one, document, view));
  const approvals = present.filter((one) => one.keys.means?.value === 'approved' && isCounted(one, view));
  const isUnclear = present.some(
    (one) => one.keys.means?.state === 'unread' || signedSide(one, view) === undefined,
  );
  if (isUnclear) return [];
  const sides = new Set(approvals.map((one) => signedSide(one, view)));
  return (['client', 'supplier'] as const).filter((side) => !sides.has(side));
}
