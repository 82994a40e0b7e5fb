import type { Wording } from '../../model/language.ts';
import type { ValueType } from '../../model/schema.ts';
import { inEachLanguage } from '../wording.ts';
import { wordIn, wordMeant } from '../words-in.ts';

/** The two words of a list in "transfer/reduce", of which one is meant. Folded. */
export function wordsMeant(text: string, _near: boolean, type: ValueType): readonly Wording[] {
  if (type.is !== 'word') return [];
  const { list } = type;
  const pieces = text.split(/ ?(?:[/,&|+]|(?<= )(?:and|or|och|eller)(?= )) ?/);
  if (pieces.length !== 2) return [];
  const words = new Set(pieces.flatMap((piece) => wordMeant(list, piece.trim()) ?? []));
  if (words.size !== 2) return [];
  return [...words].map((word) => inEachLanguage((language) => wordIn(language, list, word)));
}
