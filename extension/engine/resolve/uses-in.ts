import type { Field, Row } from '../model/document.ts';
import type { RowReference, View, WhoReference } from '../model/engagement.ts';
import type { NameIn, NameKind } from '../model/name-in.ts';
import type { Span } from '../model/text.ts';
import type { DateValue, Hours } from '../model/value.ts';
import { anchorIn } from '../values/date.ts';
import { foldName } from '../values/fold.ts';
import { spanWithin } from '../values/span-within.ts';
import { behindLink } from './named-place.ts';
import { nameOfRow } from './names.ts';
import { readSign } from './sign.ts';
import { unknownInSign } from './unknown-sign.ts';

type RowsOf = Extract<NameKind, { readonly kind: 'row' }>['of'];

interface Piece {
  readonly text: string;
  readonly span: Span;
}

/** The names that a value uses, in order, without the destinations of its links. The value must be read. */
export function usesIn(field: Field, view: View): readonly NameIn[] {
  const { type } = field.spec;
  switch (type.is) {
    case 'who':
    case 'party':
      return inWho(field, type.is, view.who(field));
    case 'name':
    case 'names':
      return inNames(field, type.of, view.named(field));
    case 'depends':
      return inNames(
        field,
        type.of,
        view.dependencies(field).flatMap(({ of }) => of),
      );
    case 'date':
      return inDate(field as Field<DateValue>, view);
    case 'hours':
      return inHours(field as Field<Hours>, view);
    case 'sign':
      return inSign(field as Field<string>, view);
    case 'link':
    case 'change':
      return field.row ? inPlace(field) : inPath(field, view);
    case 'text':
      return field.row ? inText(field, field.row) : inPath(field, view);
    default:
      return none;
  }
}

const none: readonly never[] = [];

/** Whether DOC003 may have to speak of a name of a value: most values use none, or none but those that are there. */
export function mayNameNothing(field: Field, view: View): boolean {
  const { state, spec, source, row, value } = field;
  if (state !== 'read') return false;
  if (source.links && source.links.length > 0) return true;
  switch (spec.type.is) {
    case 'who':
    case 'party':
      return view.who(field).some(({ known }) => !known);
    case 'name':
    case 'names':
      return view.named(field).some(({ known }) => !known);
    case 'date':
      return typeof value === 'object';
    case 'hours':
      return (value as Hours | undefined)?.kind === 'team';
    case 'depends':
    case 'sign':
      return true;
    case 'text':
    case 'link':
    case 'change':
      return row ? spec.key === 'rule' : spec.key === 'knowledge_transfer';
    default:
      return false;
  }
}

function inWho(field: Field, kind: 'who' | 'party', references: readonly WhoReference[]): readonly NameIn[] {
  return references.map(({ text, span, known }) => {
    return { kind, text, span, does: 'use', standing: standingOf(known), field };
  });
}

function inNames(field: Field, of: RowsOf, references: readonly RowReference[]): readonly NameIn[] {
  return references.map(({ text, span, known }) => {
    return { kind: 'row', of, text, span, does: 'use', standing: standingOf(known), field };
  });
}

/** A deviation names the rule that it is from. */
function inText(field: Field, { section }: Row): readonly NameIn[] {
  const isRule = field.spec.key === 'rule' && section.key === 'accepted_deviations';
  return isRule ? [use(field, { kind: 'rule' }, whole(field), 'outside')] : none;
}

function use(field: Field, kind: NameKind, { text, span }: Piece, standing: NameIn['standing']): NameIn {
  return { ...kind, text, span, does: 'use', standing, field };
}

function standingOf(isKnown: boolean): 'known' | 'unknown' {
  return isKnown ? 'known' : 'unknown';
}

function whole({ source }: Field): Piece {
  return { text: source.text.trim(), span: source.span };
}

/** `end - 14 days`, `Pilot + 2 weeks`: the key or the milestone that it is counted from. */
function inDate(field: Field<DateValue>, view: View): readonly NameIn[] {
  const { source, value } = field;
  if (typeof value !== 'object') return none;
  const { anchor } = value;
  const milestone = view.anchor(field);
  if (milestone) return [use(field, { kind: 'anchor', anchor }, milestone, standingOf(milestone.known))];
  const { from, to } = anchorIn(source.text);
  const written = { text: source.text.slice(from, to), span: spanWithin(source, from, to) };
  return [use(field, { kind: 'anchor', anchor }, written, 'open')];
}

/** Hours that are those of a team. */
function inHours(field: Field<Hours>, view: View): readonly NameIn[] {
  if (field.value?.kind !== 'team') return none;
  const piece = { text: field.value.team, span: field.source.span };
  return [use(field, { kind: 'team' }, piece, standingOf(view.headed(piece).known))];
}

function inSign(field: Field<string>, view: View): readonly NameIn[] {
  const sign = readSign(field, view);
  if (!sign) return inUnknownSign(field, view);
  const level = sign.of.is === 'level' ? sign.of.row : undefined;
  return sign.names.map((one) => {
    if (one.is === 'measure') return use(field, { kind: 'level', row: level }, one, 'known');
    const of = one.is === 'kpi' ? 'kpis' : 'services';
    return use(
      field,
      { kind: 'row', of: [of] },
      one,
      standingOf(isAmong(view.candidatesFor(field), one.text)),
    );
  });
}

/** What is below its target, and is not there. */
function inUnknownSign(field: Field<string>, view: View): readonly NameIn[] {
  const name = unknownInSign(field, view);
  if (!name) return none;
  return [use(field, { kind: 'row', of: [name.is === 'kpi' ? 'kpis' : 'services'] }, name, 'unknown')];
}

function isAmong(names: readonly string[], name: string): boolean {
  return names.some((one) => foldName(one) === foldName(name));
}

/** A front matter value that is a path. Each is relative to something else (format-details 13 and 25). */
function inPath(field: Field, view: View): readonly NameIn[] {
  const { document, source, spec } = field;
  if (source.links?.length) return none;
  const { text, span } = whole(field);
  const from = (target: string, isKnown = view.linkResolves(document, target)): readonly NameIn[] => [
    use(field, { kind: 'path', target }, { text, span }, standingOf(isKnown)),
  ];
  if (spec.key === 'document' && document.kind === 'signoff') return from(`/${view.folder}/${text}`);
  if (spec.key === 'codeowners') return from(`/${text}`);
  if (spec.key !== 'knowledge_transfer') return none;
  return from(text, view.linkResolves(document, text) || isTopic(text, view));
}

/** A plan is named by its path from the document (format-details 25), or by one of its topics. */
function isTopic(name: string, { everything }: View): boolean {
  return everything.some(
    ({ status, sections }) =>
      status !== 'ended' &&
      sections.get('topics')?.rows.some((row) => foldName(nameOfRow(row) ?? '') === foldName(name)),
  );
}

/**
 * Behind a link the row, cell or key that it is about: `[sla](sla.md#incidents): P2, Restore`. A text without links
 * may be the title or path of a document.
 */
function inPlace(field: Field): readonly NameIn[] {
  const { source } = field;
  const { links = [], text } = source;
  if (links.length === 0) return [use(field, { kind: 'place', link: undefined }, whole(field), 'open')];
  return links.flatMap((link, i) => {
    const { start, end } = behindLink(i, links, text);
    if (start === end) return [];
    const piece = { text: text.slice(start, end), span: spanWithin(source, start, end) };
    return [use(field, { kind: 'place', link }, piece, 'open')];
  });
}
