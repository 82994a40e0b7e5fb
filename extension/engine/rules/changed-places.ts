import type { GovernedDocument } from '../model/document.ts';
import type { Said } from '../model/said.ts';
import type { ContentChange } from '../resolve/content-changes.ts';
import type { RelatedAt } from './define.ts';

/** More than these nobody goes through one by one: `outrigger log` has them all. */
const placesAtMost = 12;

/** Where a document says something else than it did, with what; what went is told at the title. */
export function changedPlaces<T extends { readonly change: Pick<ContentChange, 'span'> }>(
  document: GovernedDocument,
  changes: readonly T[],
  inWords: (one: T) => Said,
): readonly RelatedAt[] {
  return changes.slice(0, placesAtMost).map((one) => ({
    at: { document, span: one.change.span ?? document.titleSpan },
    message: inWords(one),
  }));
}
