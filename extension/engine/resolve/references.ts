import type { Field } from '../model/document.ts';
import type { Dependency, RowReference, View, WhoReference } from '../model/engagement.ts';
import type { DateValue } from '../model/value.ts';
import { anchorIn, isFixedAnchor } from '../values/date.ts';
import { spanWithin } from '../values/span-within.ts';
import { isNamed, namesFor, rowNamed } from './names-of-type.ts';
import type { Names } from './names.ts';
import { splitNames } from './split-names.ts';
import { createWhoReader } from './who-reader.ts';

/** The part of a view that says what the names in a value refer to. */
type References = Pick<View, 'who' | 'named' | 'anchor' | 'dependencies' | 'headed' | 'candidatesFor'>;

/**
 * References to what has one of these names, each value read when first asked for. What has a name among
 * `known` is known, even where nothing of `names` has it.
 */
export function createReferences(names: Names, known: Names): References {
  const whoOf = new Map<Field, readonly WhoReference[]>();
  const whoIn = createWhoReader(names, known);
  const namedOf = new Map<Field, readonly RowReference[]>();
  return {
    who(field) {
      if (field?.state !== 'read') return [];
      let found = whoOf.get(field);
      if (!found) whoOf.set(field, (found = whoIn(field)));
      return found;
    },
    named(field) {
      if (field?.state !== 'read') return [];
      let found = namedOf.get(field);
      if (!found) namedOf.set(field, (found = namedIn(field, names, known)));
      return found;
    },
    anchor: (field) => field && anchorOf(field, names, known),
    dependencies: (field) => (field?.state === 'read' ? dependenciesIn(field, names, known) : []),
    headed: ({ text, span }) => ({
      text,
      span,
      target: names.who(text),
      known: known.who(text) !== undefined,
    }),
    candidatesFor: (field) => namesFor(field, known),
  };
}

function namedIn(field: Field, names: Names, known: Names): readonly RowReference[] {
  const { type } = field.spec;
  const isKnown = (name: string): boolean => isNamed(field, name, known);
  const pieces =
    type.is === 'names'
      ? piecesOf(field, isKnown)
      : [{ text: field.source.text.trim(), span: field.source.span }];
  return pieces.map(({ text, span }) => ({
    text,
    span,
    target: rowNamed(type, text, names),
    known: isKnown(text),
  }));
}

function anchorOf(field: Field, names: Names, known: Names): RowReference | undefined {
  const date = field.spec.type.is === 'date' ? (field as Field<DateValue>).value : undefined;
  if (typeof date !== 'object' || isFixedAnchor(date.anchor)) return undefined;
  const { from, to } = anchorIn(field.source.text);
  return {
    text: date.anchor,
    span: spanWithin(field.source, from, to),
    target: names.row('milestones', date.anchor),
    known: known.row('milestones', date.anchor) !== undefined,
  };
}

const kOfN = /^\s*(\d{1,9})\s+(?:of|av)\s+/iu;

function dependenciesIn(field: Field, names: Names, known: Names): readonly Dependency[] {
  const isKnown = (name: string): boolean => isNamed(field, name, known);
  const reference = ({ text, span }: FieldPiece): RowReference => ({
    text,
    span,
    target: rowNamed(field.spec.type, text, names),
    known: isKnown(text),
  });
  const counted = field.source.items || isKnown(field.source.text) ? null : kOfN.exec(field.source.text);
  if (counted) {
    const of = piecesOf(field, isKnown, true, counted[0].length).map(reference);
    const digits = counted[0].search(/\d/);
    const count = spanWithin(field.source, digits, digits + counted[1]!.length);
    return [{ needed: Number(counted[1]), of, count }];
  }
  const series: { needed: number; of: RowReference[] }[] = [];
  for (const piece of piecesOf(field, isKnown, true)) {
    const last = series.at(-1);
    if (piece.joinedBy === 'or' && last) last.of.push(reference(piece));
    else series.push({ needed: 1, of: [reference(piece)] });
  }
  return series;
}

interface FieldPiece {
  readonly text: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly joinedBy: 'start' | 'comma' | 'or';
}

function piecesOf(
  field: Field,
  isKnown: (text: string) => boolean,
  alternatives = false,
  from = 0,
): readonly FieldPiece[] {
  const { source } = field;
  if (source.items) {
    return source.items
      .filter((item) => item.text.trim() !== '')
      .map((item) => ({ text: item.text.trim(), span: item.span, joinedBy: 'comma' }));
  }
  const text = source.text.slice(from);
  return splitNames(text, isKnown, alternatives).map((piece) => ({
    text: piece.text,
    span: spanWithin(source, from + piece.from, from + piece.to),
    joinedBy: piece.joinedBy,
  }));
}
