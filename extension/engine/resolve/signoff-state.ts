import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { isOfPresentContent } from './present-content.ts';
import { isCounted } from './signed-commits.ts';
import { isApprovedBy } from './signed-side.ts';

export type SignoffState = 'unsigned' | 'reviewed' | 'approved' | 'changed since';

/** Sign-offs of a document that count, oldest first. */
export function countedSignoffs(document: GovernedDocument, view: View): readonly GovernedDocument[] {
  return view.signoffsOf(document).filter((one) => isCounted(one, view));
}

/** Those of them that are of what it now says. */
export function presentSignoffs(document: GovernedDocument, view: View): readonly GovernedDocument[] {
  return countedSignoffs(document, view).filter((one) => isOfPresentContent(one, document, view));
}

/** What sign-offs say of what a document now says: the word for it is that of format-details 13. */
export function signoffState(document: GovernedDocument, view: View): SignoffState {
  if (countedSignoffs(document, view).length === 0) return 'unsigned';
  const matching = presentSignoffs(document, view);
  if (isApprovedBy(matching, view)) return 'approved';
  return matching.length > 0 ? 'reviewed' : 'changed since';
}
