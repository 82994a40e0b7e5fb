import { anchorOf } from '../resolve/link-targets.ts';
import { cellOf, keyOf, nameOfRow } from '../resolve/names.ts';
import type { Field, GovernedDocument, Heading, Row, Section, Source } from '../model/document.ts';
import type { Named, RowReference, View, WhoReference } from '../model/engagement.ts';
import type { SectionKey } from '../model/schema.ts';
import type { Span } from '../model/text.ts';
import type { DateValue, Hours, Side } from '../model/value.ts';
import { behindLink, isUnder, namesPlace, normal } from '../rules/deviation-place.ts';
import { placeOf } from '../rules/place-of.ts';
import { foldName } from '../values/fold.ts';
import { spanWithin } from '../values/span-within.ts';
import type { PlaceAt } from './place-at.ts';

/** What a name stands for, with the place that defines it. */
export type Meaning =
  | { readonly is: 'person' | 'team' | 'subcontractor' | 'row'; readonly row: Row }
  /** A side, with the key that says who it is; a third party has neither. */
  | {
      readonly is: 'party';
      readonly name: string;
      readonly side: Side | undefined;
      readonly field: Field | undefined;
    }
  | { readonly is: 'candidate'; readonly section: Section; readonly header: Source }
  /** A cell or a front matter value named by its place. */
  | { readonly is: 'value'; readonly field: Field }
  | {
      readonly is: 'document';
      readonly document: GovernedDocument;
      readonly heading: Heading | undefined;
    }
  /** A file that is not governed. */
  | { readonly is: 'file'; readonly path: string };

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
export function nameAt(place: PlaceAt, offset: number, views: readonly View[]): NameAt | undefined {
  for (const view of views) {
    const found = place.is === 'header' ? ofHeader(place, view) : inValue(place, offset, view);
    if (found) return found;
  }
  return undefined;
}

function ofHeader({ section, header }: Extract<PlaceAt, { is: 'header' }>, view: View): NameAt | undefined {
  if (section.spec.further?.headers === 'candidates') return undefined;
  const { span, target } = view.headed(header);
  return target && { span, meaning: meaningOf(target, view) };
}

function inValue(place: PlaceAt, offset: number, view: View): NameAt | undefined {
  if (place.is !== 'value' || place.field.state !== 'read') return undefined;
  const { field } = place;
  const { type } = field.spec;
  if (type.is === 'who' || type.is === 'party') {
    const found = at(offset, view.who(field));
    return found?.target && { span: found.span, meaning: meaningOf(found.target, view) };
  }
  if ('of' in type) {
    const references =
      type.is === 'depends' ? view.dependencies(field).flatMap(({ of }) => of) : view.named(field);
    const found = at(offset, references);
    const meaning = found && meaningOfRow(found, type.of, field, view);
    return found && meaning && { span: found.span, meaning };
  }
  if (type.is === 'date') return inDate(field as Field<DateValue>, offset, view);
  if (type.is === 'hours') return inHours(field as Field<Hours>, view);
  if (!field.row) return inPath(field, view);
  return type.is === 'link' || type.is === 'change' ? inLink(field, offset, view) : undefined;
}

function at<T extends WhoReference | RowReference>(offset: number, references: readonly T[]): T | undefined {
  const touching = references.filter(({ span }) => span.start <= offset && offset <= span.end);
  return touching.find(({ span }) => offset < span.end) ?? touching[0];
}

function meaningOf(named: Named, view: View): Meaning {
  if (named.is !== 'party') return { is: named.is, row: named.row as unknown as Row };
  const field = named.side && view.lead?.keys[named.side];
  return { is: 'party', name: named.name, side: named.side, field };
}

function meaningOfRow(
  { text, target }: RowReference,
  sections: readonly (SectionKey | 'candidates' | 'any')[],
  { document }: Field,
  view: View,
): Meaning | undefined {
  // Criteria, phases and the like are those of the document itself, whatever another one calls its own.
  const row = ownRow(text, sections, document) ?? target;
  if (row) return { is: 'row', row };
  return sections.includes('candidates') ? candidate(text, document, view) : undefined;
}

function ownRow(
  name: string,
  sections: readonly (SectionKey | 'candidates' | 'any')[],
  document: GovernedDocument,
): Row | undefined {
  for (const key of sections) {
    const section = key === 'candidates' || key === 'any' ? undefined : document.sections.get(key);
    if (section?.spec.reach !== 'document') continue;
    const row = section.rows.find((one) => foldName(nameOfRow(one) ?? '') === foldName(name));
    if (row) return row;
  }
  return undefined;
}

/** A column of Scores, of the document itself if it has one. */
function candidate(name: string, document: GovernedDocument, view: View): Meaning | undefined {
  const own = document.sections.get('scores');
  for (const section of [...(own ? [own] : []), ...view.sections('scores')]) {
    const header = section.furtherHeaders.find(({ text }) => foldName(text) === foldName(name));
    if (header) return { is: 'candidate', section: section as unknown as Section, header };
  }
  return undefined;
}

const anchorKeys: ReadonlySet<string> = new Set(['start', 'end', 'valid_from', 'held']);

/** `end - 14 days`, `Pilot + 2 weeks`: the key or the milestone that it is counted from. */
function inDate(
  { value, source, document }: Field<DateValue>,
  offset: number,
  view: View,
): NameAt | undefined {
  if (value === undefined || typeof value === 'string') return undefined;
  // A milestone's name may hold a sign itself: only the last one that a number follows is none of its own.
  const words = /^(.*\S)\s*[+\-\u2010-\u2015\u2212]\s*\d/u.exec(source.text)?.[1] ?? source.text;
  const span = spanWithin(source, 0, words.length);
  if (offset < span.start || offset > span.end) return undefined;
  const { anchor } = value;
  const row = view.find('milestones', anchor);
  if (row) return { span, meaning: { is: 'row', row: row as unknown as Row } };
  const key = anchor.startsWith('sprint ') ? 'sprint_start' : anchorKeys.has(anchor) ? anchor : undefined;
  const isOwn = key === 'valid_from' || key === 'held';
  const home = isOwn ? document : view.lead;
  const field = key === undefined || !home ? undefined : keyOf(home, key);
  return field && { span, meaning: { is: 'value', field } };
}

/** Hours that are those of a team. */
function inHours({ value, source }: Field<Hours>, view: View): NameAt | undefined {
  const team = value?.kind === 'team' ? view.findWho(value.team) : undefined;
  return team?.is === 'team' ? { span: source.span, meaning: meaningOf(team, view) } : undefined;
}

/**
 * Behind a link the row, cell or key that it is about: `[sla](sla.md#incidents): P2, Restore`. The link
 * itself is followed by any Markdown editor; a path or a title without one is followed here.
 */
function inLink(field: Field, offset: number, view: View): NameAt | undefined {
  const { source, document } = field;
  const { links = [], text } = source;
  if (links.length === 0) {
    const target = view.everything.find((one) => normal(one.title) === normal(text));
    const meaning = target ? wholeDocument(target) : linkedDocument(document, text.trim(), view);
    return meaning && { span: source.span, meaning };
  }
  for (const [i, link] of links.entries()) {
    const behind = behindLink(i, links, text);
    const span = spanWithin(source, behind.start, behind.end);
    if (behind.start === behind.end || offset < span.start || offset > span.end) continue;
    const linked = view.linked(document, link.target);
    const meaning = linked && placeNamed(text.slice(behind.start, behind.end), linked, anchorOf(link.target));
    return meaning && { span, meaning };
  }
  return undefined;
}

/** A row, a cell or a key of a document, by the words for its place. */
function placeNamed(
  words: string,
  document: GovernedDocument,
  anchor: string | undefined,
): Meaning | undefined {
  const name = normal(words);
  const isIt = (place: ReturnType<typeof placeOf>): boolean =>
    isUnder(anchor, place) && namesPlace(name, place);
  for (const section of document.sections.values()) {
    const row = section.rows.find((one) => isIt(placeOf(one)));
    if (row) return { is: 'row', row };
  }
  const field = document.fields.find((one) => isIt(placeOf(one)));
  return field && { is: 'value', field };
}

/** A front matter value that is a path. Each is relative to something else (format-details 13 and 25). */
function inPath(field: Field, view: View): NameAt | undefined {
  const { document, source, spec } = field;
  if (source.links?.length) return undefined;
  const text = source.text.trim();
  const found = (meaning: Meaning | undefined): NameAt | undefined =>
    meaning && { span: source.span, meaning };
  if (spec.key === 'document' && document.kind === 'signoff')
    return found(fileAt(`/${view.folder}/${text}`, document, view));
  if (spec.key === 'codeowners') return found(fileAt(`/${text}`, document, view));
  if (spec.key !== 'knowledge_transfer') return undefined;
  const topic = view.find('topics', text);
  return found(topic ? { is: 'row', row: topic as unknown as Row } : linkedDocument(document, text, view));
}

function fileAt(target: string, from: GovernedDocument, view: View): Meaning | undefined {
  if (!view.linkResolves(from, target)) return undefined;
  const parts = target.split('/').filter((part) => part !== '' && part !== '.');
  return linkedDocument(from, target, view) ?? { is: 'file', path: parts.join('/') };
}

function linkedDocument(from: GovernedDocument, target: string, view: View): Meaning | undefined {
  const document = view.linked(from, target);
  if (!document) return undefined;
  const anchor = anchorOf(target);
  return { is: 'document', document, heading: document.headings.find(({ slug }) => slug === anchor) };
}

function wholeDocument(document: GovernedDocument): Meaning {
  return { is: 'document', document, heading: undefined };
}

/** The cell that names a row. */
export function nameCellOf(row: Row): Field | undefined {
  const [identity] = row.section.spec.identity;
  return identity === undefined ? undefined : cellOf(row, identity);
}
