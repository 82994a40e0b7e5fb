import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';

/** Whether a sign-off is of what a document now says. */
export function isOfPresentContent(
  signoff: GovernedDocument,
  document: GovernedDocument,
  view: View,
): boolean {
  return signoff.keys.digest?.value === view.digestOf(document);
}
