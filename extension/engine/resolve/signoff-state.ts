import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { isCounted } from './signed-commits.ts';
import { isApprovedBy } from './signed-side.ts';

export type SignoffState = 'unsigned' | 'reviewed' | 'approved' | 'changed since';

/** Sign-offs of a document that count, oldest first. */
export function countedSignoffs(document: GovernedDocument, view: View): readonly GovernedDocument[] {
  return view.signoffsOf(document).filter((one) => isCounted(one, view));
}

/** What sign-offs say of what a document now says: the word for it is that of format-details 13. */
export function signoffState(document: GovernedDocument, view: View): SignoffState {
  const signoffs = countedSignoffs(document, view);
  if (signoffs.length === 0) return 'unsigned';
  const matching = signoffs.filter(({ keys }) => keys.digest?.value === view.digestOf(document));
  if (isApprovedBy(matching, view)) return 'approved';
  return matching.length > 0 ? 'reviewed' : 'changed since';
}
