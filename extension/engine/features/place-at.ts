import { keyOf } from '../resolve/names.ts';
import type { Field, GovernedDocument, Section, Source } from '../model/document.ts';
import type { FieldSpec } from '../model/schema.ts';
import type { Span } from '../model/text.ts';

/** What of the format stands at some characters of a document. */
export type PlaceAt = { readonly span: Span } & (
  | { readonly is: 'value'; readonly field: Field }
  /** The name of a front matter key; `field` is its value. */
  | { readonly is: 'key'; readonly field: Field }
  | { readonly is: 'column'; readonly section: Section; readonly spec: FieldSpec }
  /** The header of a further column: a person, a team, a candidate. */
  | { readonly is: 'header'; readonly section: Section; readonly header: Source }
  | { readonly is: 'section'; readonly section: Section }
);

/**
 * What stands at an offset; undefined where the format knows nothing of it. An end belongs to what it
 * ends, so that a cursor behind a word is at the word, unless something else begins there.
 */
export function placeAt(document: GovernedDocument, offset: number): PlaceAt | undefined {
  let ending: PlaceAt | undefined;
  for (const place of placesIn(document, offset)) {
    if (offset < place.span.end) return place;
    ending ??= place;
  }
  return ending;
}

/** Every place whose characters an offset lies in or ends. */
function* placesIn(document: GovernedDocument, offset: number): Generator<PlaceAt, void, undefined> {
  const isAt = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  for (const [key, span] of document.keyPlaces) {
    const field = isAt(span) ? keyOf(document, key) : undefined;
    if (field) yield { is: 'key', field, span };
  }
  for (const section of document.sections.values()) {
    if (isAt(section.heading.span)) yield { is: 'section', section, span: section.heading.span };
    for (const [key, { span }] of section.columns) {
      const spec = isAt(span) ? section.spec.columns.find((column) => column.key === key) : undefined;
      if (spec) yield { is: 'column', section, spec, span };
    }
    for (const header of section.furtherHeaders)
      if (isAt(header.span)) yield { is: 'header', section, header, span: header.span };
  }
  for (const field of document.fields)
    if (isAt(field.source.span)) yield { is: 'value', field, span: field.source.span };
}
