import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { isApprovedBy } from './signed-side.ts';

export type SignoffState = 'unsigned' | 'reviewed' | 'approved' | 'changed since';

/** What sign-offs say of what a document now says: the word for it is that of format-details 13. */
export function signoffState(document: GovernedDocument, view: View): SignoffState {
  const signoffs = view.signoffsOf(document);
  if (signoffs.length === 0) return 'unsigned';
  const matching = signoffs.filter(({ keys }) => keys.digest?.value === view.digestOf(document));
  if (isApprovedBy(matching, view)) return 'approved';
  return matching.length > 0 ? 'reviewed' : 'changed since';
}
