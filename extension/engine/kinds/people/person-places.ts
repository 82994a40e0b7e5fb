import type { Field, GovernedDocument, Row, Section, Source } from '../../model/document.ts';
import type { View, WhoReference } from '../../model/engagement.ts';
import type { Said } from '../../model/said.ts';
import { rangeOf, type Range, type Span } from '../../model/text.ts';
import { isHistory } from '../../resolve/is-history.ts';
import { nameOfRow } from '../../resolve/names.ts';
import { placeOf } from '../../rules/place-of.ts';
import { quote } from '../../values/quote.ts';
import { columnTitle, say, sectionTitle } from '../../values/say.ts';

/** A place where a document names a person; plain data. */
export interface PersonPlace {
  readonly path: string;
  readonly range: Range;
  /** `Section[row].Column`, a front matter key, or a section; empty in a text. */
  readonly at: string;
  /** What the person is there. */
  readonly what: Said;
  readonly is: NamedPlace['is'];
  readonly standing: Standing;
}

/** Whether a place says what holds, what will, or what was: final records, sign-offs and what has ended stay as they are. */
type Standing = 'active' | 'draft' | 'past';

/** The same as the engine has it, to be changed. */
export type NamedPlace = { readonly document: GovernedDocument; readonly span: Span } & (
  | { readonly is: 'row'; readonly row: Row<'people'> }
  /** One name in a value. */
  | { readonly is: 'value'; readonly field: Field; readonly reference: WhoReference }
  /** The person at the head of a column. */
  | { readonly is: 'header'; readonly section: Section; readonly header: Source }
  /** A word in a text, or in what nothing of the format reads. */
  | { readonly is: 'text' }
);

/** Every place of the engagement that names a person, by path and place: its own row, references, and words in texts. */
export function namedPlaces(person: Row<'people'>, view: View): readonly NamedPlace[] {
  const words = wordsFor(person);
  return view.everything.flatMap((document) => {
    const own = document === person.section.document ? [ownRow(person)] : [];
    const certain = [...own, ...valuesIn(document, person, view), ...headersIn(document, person, view)];
    const texts = words === undefined ? [] : textsIn(document, words, certain);
    return [...certain, ...texts].sort((a, b) => a.span.start - b.span.start);
  });
}

export function toPersonPlace(place: NamedPlace): PersonPlace {
  const { document, span, is } = place;
  return {
    path: document.path,
    range: rangeOf(document.lineStarts, span),
    at: atOf(place),
    what: whatOf(place),
    is,
    standing: standingOf(document),
  };
}

/** Past is what somebody has finished: nobody may change it afterwards. */
export function standingOf(document: GovernedDocument): Standing {
  if (isHistory(document)) return 'past';
  return document.status === 'draft' ? 'draft' : 'active';
}

function ownRow(row: Row<'people'>): NamedPlace {
  return { is: 'row', row, document: row.section.document, span: row.span };
}

function valuesIn(document: GovernedDocument, person: Row<'people'>, view: View): readonly NamedPlace[] {
  return document.fields
    .filter(({ spec }) => spec.type.is === 'who')
    .flatMap((field) =>
      view
        .who(field)
        .filter(({ target }) => target?.is === 'person' && target.row === person)
        .map((reference) => ({ is: 'value' as const, field, reference, document, span: reference.span })),
    );
}

function headersIn(document: GovernedDocument, person: Row<'people'>, view: View): readonly NamedPlace[] {
  return [...document.sections.values()]
    .filter(({ spec }) => spec.further !== undefined && spec.further.headers !== 'candidates')
    .flatMap((section) =>
      section.furtherHeaders
        .filter((header) => {
          const { target } = view.headed(header);
          return target?.is === 'person' && target.row === person;
        })
        .map((header) => ({ is: 'header' as const, section, header, document, span: header.span })),
    );
}

/** Where the text has the key or the full name as words of its own, outside of these places. */
function textsIn(
  document: GovernedDocument,
  words: RegExp,
  certain: readonly NamedPlace[],
): readonly NamedPlace[] {
  const found = [...document.text.matchAll(words)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
  }));
  return found
    .filter((span) => !certain.some((one) => span.start < one.span.end && one.span.start < span.end))
    .map((span) => ({ is: 'text' as const, document, span }));
}

function wordsFor({ cells: { person, name } }: Row<'people'>): RegExp | undefined {
  const names = [name, person]
    .filter((field) => field?.state === 'read')
    .map((field) => field!.source.text.trim())
    .filter((text) => text !== '')
    .map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`));
  if (names.length === 0) return undefined;
  return new RegExp(String.raw`(?<![\p{L}\p{N}_])(?:${names.join('|')})(?![\p{L}\p{N}_])`, 'giu');
}

function atOf(place: NamedPlace): string {
  switch (place.is) {
    case 'row':
      return placeOf(place.row).at;
    case 'value':
      return placeOf(place.field).at;
    case 'header':
      return place.section.spec.title;
    case 'text':
      return '';
  }
}

function whatOf(place: NamedPlace): Said {
  switch (place.is) {
    case 'row':
      return say('the row of the person');
    case 'header':
      return say('column of {{section}}', { section: sectionTitle(place.section.spec) });
    case 'text':
      return say('named in a text');
    case 'value':
      return whatOfValue(place.field);
  }
}

function whatOfValue({ row, spec }: Field): Said {
  if (!row) return say('{{key}}', { key: spec.key });
  const column = columnTitle(spec, row.section.spec);
  const name = nameOfRow(row);
  return name === undefined
    ? say('{{column}} under {{section}}', { column, section: sectionTitle(row.section.spec) })
    : say('{{column}} of "{{name}}"', { column, name: quote(name) });
}
