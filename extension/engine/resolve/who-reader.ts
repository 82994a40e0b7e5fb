import type { Field } from '../model/document.ts';
import type { WhoReference } from '../model/engagement.ts';
import type { Span } from '../model/text.ts';
import { fold, foldName } from '../values/fold.ts';
import { bothWords } from '../values/grammar-words.ts';
import { spanWithin } from '../values/span-within.ts';
import { withoutNote, type Names } from './names.ts';
import { splitNames } from './split-names.ts';

/** Whom a name stands for, wherever it stands. */
type Meant = Omit<WhoReference, 'span'>;

/** A name in a text, with the UTF-16 units that it takes. */
interface Piece {
  readonly from: number;
  readonly to: number;
  /** Several for both parties. */
  readonly meant: readonly Meant[];
}

/**
 * Says whom values name. What a text says hangs on the names alone, and the same few people and teams stand in most
 * cells of an engagement: each text is read once, for as long as these names are asked.
 */
export function createWhoReader(names: Names, known: Names): (field: Field) => readonly WhoReference[] {
  const readers = { who: textReader('who', names, known), party: textReader('party', names, known) };
  return ({ source, spec }) => {
    const read = readers[spec.type.is === 'party' ? 'party' : 'who'];
    const found: WhoReference[] = [];
    if (!source.items) {
      for (const { from, to, meant } of read.piecesOf(source.text)) {
        const span = spanWithin(source, from, to);
        for (const one of meant) found.push(placed(one, span));
      }
      return found;
    }
    for (const { text, span } of source.items) {
      const name = text.trim();
      if (name !== '') for (const one of read.meantBy(name)) found.push(placed(one, span));
    }
    return found;
  };
}

function placed({ text, target, known, note }: Meant, span: Span): WhoReference {
  return note === undefined ? { text, span, target, known } : { text, span, target, known, note };
}

interface TextReader {
  piecesOf(text: string): readonly Piece[];
  meantBy(name: string): readonly Meant[];
}

function textReader(kind: 'who' | 'party', names: Names, known: Names): TextReader {
  const isKnown = (name: string): boolean => known[kind](name) !== undefined;
  const isBoth = (name: string): boolean => kind === 'who' && bothWords.has(fold(name));
  const meantBy = (name: string): readonly Meant[] => {
    const isThere = isKnown(name);
    if (!isThere && isBoth(name))
      return bothSides.map((side) => ({ text: name, target: names.who(side), known: true }));
    const target = names[kind](name);
    const note = target === undefined || isWhole(name, known) ? undefined : withoutNote(name)?.note;
    return [
      { text: name, target, known: isThere || target !== undefined, ...(note !== undefined && { note }) },
    ];
  };
  const isName = (name: string): boolean => isKnown(name) || isBoth(name);
  const read = new Map<string, readonly Piece[]>();
  return {
    meantBy,
    piecesOf(text) {
      let pieces = read.get(text);
      if (!pieces) {
        pieces = splitNames(text, isName).map(({ text: name, from, to }) => ({
          from,
          to,
          meant: meantBy(name),
        }));
        read.set(text, pieces);
      }
      return pieces;
    },
  };
}

const bothSides = ['client', 'supplier'] as const;

/** Whether the brackets belong to the name. */
function isWhole(text: string, known: Names): boolean {
  const named = text.endsWith(')') ? known.who(text) : undefined;
  return named !== undefined && foldName(named.name) === foldName(text);
}
