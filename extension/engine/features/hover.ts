import { keyOf, nameCellOf, nameOfRow } from '../resolve/names.ts';
import type { FreeParts } from '../model/coverage.ts';
import type { Field, GovernedDocument, Row } from '../model/document.ts';
import type { Fact } from '../model/finding.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { Meaning } from '../model/name-in.ts';
import type { Said } from '../model/said.ts';
import type { FieldSpec } from '../model/schema.ts';
import { offsetAt, rangeOf, type Position, type Range } from '../model/text.ts';
import { placeOf } from '../rules/place-of.ts';
import type { View } from '../model/engagement.ts';
import { targetOf } from './definition.ts';
import { changedHere, hasBefore, type ChangedHere } from './signoff-standing.ts';
import { componentAt, knowledgeBar, type KnowledgeBar } from './knowledge-bar.ts';
import { nameAt, viewsFor } from './name-at.ts';
import { placeAt, type PlaceAt } from './place-at.ts';
import { rowStory, type RowStory } from './row-story.ts';
import { valueInWords, type WordsContext } from './value-in-words.ts';

/** Words of the format in both of its languages. */
export interface Title {
  readonly title: string;
  readonly titleSv: string;
}

/** What is known of a place in a document. Texts are as people wrote them: a shell escapes them. */
export interface Hover {
  readonly range: Range;
  /** The key, column or section; undefined at the header of a column that people made, which is a name. */
  readonly subject:
    | (Title & {
        readonly description: string;
        /** What may stand here, where nothing does that could be read. */
        readonly example?: string;
      })
    | undefined;
  /** How the value was read, where its text does not say so itself. */
  readonly read: Said | undefined;
  /** Why it is not checked, where it is a heading, header or key that nobody reads. */
  readonly notChecked?: Said;
  /** What the name at the position stands for. */
  readonly name: HoverName | undefined;
  /** Those of the value itself first, then those of its row. */
  readonly facts: readonly HoverFact[];
  /** At a component, and at a topic of one. */
  readonly knowledge?: HoverKnowledge;
  /** What else its row is. */
  readonly story?: RowStory;
  /** What of its row, or of its key, is another than it was. */
  readonly changed?: ChangedHere;
}

export interface HoverKnowledge extends Omit<KnowledgeBar, 'facts'> {
  readonly facts: readonly HoverFact[];
}

export interface HoverName {
  readonly is: Meaning['is'];
  readonly name: string;
  /** The section of a row, the key or column of a value. */
  readonly of: Title | undefined;
  /** Where it is defined; undefined for a party that no key names. */
  readonly where: { readonly path: string; readonly range: Range; readonly title: string } | undefined;
  /** What else its row says. */
  readonly cells: readonly (Title & { readonly text: string })[];
}

export interface HoverFact {
  /** The name that `facts` gives it. */
  readonly name: string;
  readonly title: string;
  /** With its unit. */
  readonly value: Said;
  readonly working: Said;
  /** It is about the row, and not about this value of it. */
  readonly ofRow: boolean;
}

export interface HoverInput extends WordsContext {
  readonly viewWithDrafts: WordsContext['view'];
  /** Facts of the engagement. */
  readonly facts: readonly Fact[];
}

/** A place that something is known of. */
export interface HoverPlace {
  readonly document: GovernedDocument;
  readonly offset: number;
  readonly place: PlaceAt;
}

/** The place at a position; undefined where the format knows nothing of it. What it costs to know more can wait for that. */
export function hoverPlace(document: GovernedDocument, position: Position): HoverPlace | undefined {
  const offset = offsetAt(document.lineStarts, position);
  const place = placeAt(document, offset);
  return place && { document, offset, place };
}

/** What is known of a place. */
export function hoverAt({ document, offset, place }: HoverPlace, input: HoverInput): Hover {
  const [view, ...others] = viewsFor(document, input.view, input.viewWithDrafts);
  const name = nameAt(place, offset, document, [view, ...others]);
  const field = place.is === 'value' || place.is === 'key' ? place.field : undefined;
  const component = componentAt(place, view);
  const story = field?.row && rowStory(field.row, view);
  const changed = changedAt(place, document, view);
  return {
    range: rangeOf(document.lineStarts, name?.span ?? place.span),
    subject: subjectOf(place, document),
    read: place.is === 'value' ? valueInWords(place.field, { view }) : undefined,
    name: name && hoverName(name.meaning),
    facts: factsAt(place, document, input.facts, field?.row),
    ...(component && { knowledge: hoverKnowledge(knowledgeBar(component, view, input.facts)) }),
    ...(story && { story }),
    ...(changed && { changed }),
  };
}

function hoverKnowledge({ facts, ...bar }: KnowledgeBar): HoverKnowledge {
  return { ...bar, facts: facts.map((fact) => hoverFact(fact, false)) };
}

/** A row, also where its name stands; the value of a key, and its name. */
function changedAt(place: PlaceAt, document: GovernedDocument, view: View): ChangedHere | undefined {
  if (place.is !== 'value' && place.is !== 'key') return undefined;
  const { row, spec, source } = place.field;
  const key = document.keyPlaces.get(spec.key) ?? source.span;
  return changedHere(document, row ?? { start: key.start, end: Math.max(key.end, source.span.end) }, view);
}

/** Whether more is told of a place where the history is known. */
export function asksForHistory({ document, place }: HoverPlace, input: Omit<HoverInput, 'facts'>): boolean {
  const [view] = viewsFor(document, input.view, input.viewWithDrafts);
  const isTold = place.is === 'value' || place.is === 'key';
  return componentAt(place, view) !== undefined || (isTold && hasBefore(document, view));
}

/** What is said at a heading, header or key that is not read; undefined where none is at the position. */
export function freeHover(
  { lineStarts }: GovernedDocument,
  position: Position,
  { heads }: FreeParts,
): Hover | undefined {
  const offset = offsetAt(lineStarts, position);
  const head = heads.find(({ span }) => span.start <= offset && offset <= span.end);
  if (!head) return undefined;
  const range = rangeOf(lineStarts, head.span);
  return { range, subject: undefined, read: undefined, notChecked: head.why, name: undefined, facts: [] };
}

function subjectOf(place: PlaceAt, document: GovernedDocument): Hover['subject'] {
  switch (place.is) {
    case 'section':
      return ofTitle(place.section.spec);
    case 'column':
      return ofSpec(place.spec, true);
    case 'header':
      return undefined;
    case 'key':
      return ofSpec(place.field.spec, place.field.state !== 'read');
    case 'value': {
      const { field } = place;
      if (field === keyOf(document, 'kind')) return ofTitle(catalogue.kinds[document.kind]);
      // Of a further column the section says what its cells mean: the column is named after somebody.
      if (field.row && !field.row.section.spec.columns.includes(field.spec)) {
        const { description } = field.row.section.spec;
        return { title: field.spec.title, titleSv: field.spec.titleSv, description };
      }
      return ofSpec(field.spec, field.state !== 'read');
    }
  }
}

function ofTitle({
  title,
  titleSv,
  description,
}: Title & { readonly description: string }): Hover['subject'] {
  return { title, titleSv, description };
}

function ofSpec({ title, titleSv, description, example }: FieldSpec, withExample: boolean): Hover['subject'] {
  return { title, titleSv, description, ...(withExample && example !== '' && { example }) };
}

const personColumns: readonly string[] = ['name', 'role', 'party', 'zone', 'until'];
const cellsAtMost = 5;

function hoverName(meaning: Meaning): HoverName {
  const target = targetOf(meaning);
  const document = documentOf(meaning);
  const row = 'row' in meaning ? meaning.row : undefined;
  return {
    is: meaning.is,
    name: nameIn(meaning),
    of: titleOf(row?.section.spec ?? (meaning.is === 'value' ? meaning.field.spec : undefined)),
    where: target && {
      path: target.path,
      range: rangeOf(target.lineStarts, target.name),
      title: document?.title ?? target.path,
    },
    cells: row ? cellsOf(row, meaning.is === 'person') : [],
  };
}

function titleOf(spec: Title | undefined): Title | undefined {
  return spec && { title: spec.title, titleSv: spec.titleSv };
}

function nameIn(meaning: Meaning): string {
  switch (meaning.is) {
    case 'person':
    case 'team':
    case 'subcontractor':
    case 'row':
      return nameOfRow(meaning.row) ?? '';
    case 'party':
      return meaning.field?.source.text ?? meaning.name;
    case 'candidate':
      return meaning.header.text;
    case 'value':
      return meaning.field.source.text;
    case 'document':
      return meaning.heading?.text ?? meaning.document.title;
    case 'file':
      return meaning.path;
  }
}

function documentOf(meaning: Meaning): GovernedDocument | undefined {
  if ('row' in meaning) return meaning.row.section.document;
  if ('field' in meaning) return meaning.field?.document;
  if (meaning.is === 'candidate') return meaning.section.document;
  return meaning.is === 'document' ? meaning.document : undefined;
}

function cellsOf(row: Row, isPerson: boolean): HoverName['cells'] {
  const name = nameCellOf(row);
  return Object.values(row.cells as Readonly<Record<string, Field | undefined>>)
    .filter((field) => field !== undefined && field !== name && field.state === 'read')
    .map((field) => field as Field)
    .filter(({ spec }) => !isPerson || personColumns.includes(spec.key))
    .slice(0, cellsAtMost)
    .map(({ spec: { title, titleSv }, source }) => ({ title, titleSv, text: source.text.trim() }));
}

/** Facts about a row as a whole stand on it or on the cell that names it; they are shown at each of its cells. */
function factsAt(
  place: PlaceAt,
  document: GovernedDocument,
  facts: readonly Fact[],
  row: Row | undefined,
): readonly HoverFact[] {
  const own = atOf(place);
  const name = row && nameCellOf(row);
  const ofRow = row ? [placeOf(row).at, ...(name ? [placeOf(name).at] : [])] : [];
  const found: HoverFact[] = [];
  const ofRowFound: HoverFact[] = [];
  for (const fact of facts) {
    if (fact.path !== document.path) continue;
    if (fact.at === own) found.push(hoverFact(fact, false));
    else if (ofRow.includes(fact.at)) ofRowFound.push(hoverFact(fact, true));
  }
  return [...found, ...ofRowFound];
}

/** The name of a place, as facts have it. */
function atOf(place: PlaceAt): string | undefined {
  switch (place.is) {
    case 'value':
    case 'key':
      return placeOf(place.field).at;
    case 'section':
      return place.section.spec.title;
    case 'header':
      return `${place.section.spec.title}.${place.header.text}`;
    case 'column':
      return undefined;
  }
}

function hoverFact(fact: Fact, ofRow: boolean): HoverFact {
  const words = fact.name.replaceAll('-', ' ');
  return {
    name: fact.name,
    title: words.charAt(0).toUpperCase() + words.slice(1),
    value: fact.said,
    working: fact.working,
    ofRow,
  };
}
