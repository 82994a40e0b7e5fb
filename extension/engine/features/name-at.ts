import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Meaning, NameIn } from '../model/name-in.ts';
import type { Span } from '../model/text.ts';
import { meaningsOf } from '../resolve/meanings-of.ts';
import { namesOfField, namesOfHeader } from '../resolve/names-in.ts';
import type { PlaceAt } from './place-at.ts';

export interface NameAt {
  /** The characters of the name alone. */
  readonly span: Span;
  readonly meaning: Meaning;
}

/** The views in which names of a document are looked up, in order: nothing active prefers a draft. */
export function viewsFor(
  document: GovernedDocument,
  view: View,
  withDrafts: View,
): readonly [View, ...View[]] {
  return document.status === 'draft' || view === withDrafts ? [withDrafts] : [view, withDrafts];
}

/** What the name at an offset within a place stands for; undefined where there is none, or none that is known. */
export function nameAt(
  place: PlaceAt,
  offset: number,
  document: GovernedDocument,
  views: readonly View[],
): NameAt | undefined {
  for (const view of views) {
    const touching = namesOf(place, view).filter((name) => isFollowed(name) && isAt(name, offset));
    const name = touching.find(({ span }) => offset < span.end) ?? touching[0];
    const [meaning] = name ? meaningsOf(name, document, view) : [];
    if (name && meaning && isShown(name, meaning)) return { span: name.span, meaning };
  }
  return undefined;
}

function namesOf(place: PlaceAt, view: View): readonly NameIn[] {
  if (place.is === 'value') return namesOfField(place.field, view);
  return place.is === 'header' ? namesOfHeader(place.section, place.header, view) : [];
}

/** The destination of a link is followed by any Markdown editor. */
function isFollowed({ does, kind }: NameIn): boolean {
  return does === 'use' && kind !== 'link';
}

function isAt({ span }: NameIn, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** A text without a link is shown as a document, and as nothing that merely has its name. */
function isShown(name: NameIn, meaning: Meaning): boolean {
  return name.kind !== 'place' || name.link !== undefined || meaning.is === 'document';
}
