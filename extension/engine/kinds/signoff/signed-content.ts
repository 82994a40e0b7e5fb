import type { GovernedDocument } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import { isOfPresentContent } from '../../resolve/present-content.ts';

/**
 * The newest sign-off of a document where none of its day is of what the document now says. Undefined without a
 * sign-off, and where one does not say what was signed, or when.
 */
export function changedSince(document: GovernedDocument, view: View): GovernedDocument | undefined {
  const signoffs = view.signoffsOf(document);
  const newest = signoffs.at(-1);
  if (!newest || signoffs.some(({ keys }) => keys.date?.value === undefined)) return undefined;
  const ofTheDay = signoffs.filter(({ keys }) => keys.date?.value === newest.keys.date?.value);
  const isKnown = ofTheDay.every(({ keys }) => keys.digest?.value !== undefined);
  return isKnown && !ofTheDay.some((one) => isOfPresentContent(one, document, view)) ? newest : undefined;
}
