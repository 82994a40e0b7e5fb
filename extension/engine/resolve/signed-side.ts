import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Side } from '../model/value.ts';
import { isOfPresentContent } from './present-content.ts';
import { isCounted } from './signed-commits.ts';

/** Whom the `party` of a sign-off signs for: a word for a side, the name of a party, or a subcontractor (rules.md 1.8). */
export function signedSide({ keys }: GovernedDocument, view: View): Side | undefined {
  return view.who(keys.party)[0]?.target?.side;
}

/** Whether both sides have approved what stands in these sign-offs (format-details 13). */
export function isApprovedBy(signoffs: readonly GovernedDocument[], view: View): boolean {
  const approving = signoffs.filter(
    (signoff) => signoff.keys.means?.value === 'approved' && isCounted(signoff, view),
  );
  const sides = new Set(approving.map((signoff) => signedSide(signoff, view)));
  return sides.has('client') && sides.has('supplier');
}

/** Whether both sides have approved what a document now says. */
export function isApproved(document: GovernedDocument, view: View): boolean {
  const signoffs = view.signoffsOf(document);
  if (signoffs.length === 0) return false; // equivalent: it spares the digest
  return isApprovedBy(
    signoffs.filter((signoff) => isOfPresentContent(signoff, document, view)),
    view,
  );
}
