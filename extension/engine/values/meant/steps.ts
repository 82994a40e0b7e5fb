import { grammar, ratingLists } from '../../model/generated/grammar.ts';
import type { Wording } from '../../model/language.ts';
import type { ValueType } from '../../model/schema.ts';
import { ratingWords } from '../grammar-words.ts';
import { formsFor } from '../step.ts';
import { inEachLanguage, inLanguage } from '../wording.ts';
import { levelsMeant, rangeMeant } from './levels.ts';

/**
 * Steps that a rating can mean: the number of "L3"; and, to choose from, the number and the words of "3 (High)" and
 * "M-H". Folded.
 */
export function stepsMeant(text: string, near: boolean, type: ValueType): readonly Wording[] {
  const levels = levelsMeant(text);
  if (levels.length > 0 || !near) return levels;
  const forms = formsFor(type);
  const range = rangeMeant(text);
  if (range.length > 0) return range;
  const found: Wording[] = [];
  const number = /^-?\d{1,2}(?![\d.,%]| ?%)/.exec(text)?.[0] ?? /\((\d{1,2})\)$/.exec(text)?.[1];
  if (number !== undefined) found.push(number);
  for (const word of wordsOf(text, forms)) found.push(writingOf(word));
  return found;
}

/** The words of a scale in a text, the longest first: "very high" is one. */
function wordsOf(text: string, forms: ReadonlyMap<string, string>): readonly string[] {
  const pieces = text.split(/[^\p{L}.]+/u).filter((piece) => piece !== '');
  const found = new Set<string>();
  for (let i = 0; i < pieces.length;) {
    const count = [2, 1].find((n) => forms.has(pieces.slice(i, i + n).join(' ')) && i + n <= pieces.length);
    if (count !== undefined) found.add(forms.get(pieces.slice(i, i + count).join(' '))!);
    i += count ?? 1;
  }
  return [...found];
}

function writingOf(word: string): Wording {
  const known = grammar.rating.find((one) => one.word === word);
  return known ? inEachLanguage((language) => (language === 'sv' ? known.sv : known.word)) : word;
}

/**
 * Scales that a text can mean: the range of "1, 2, 3"; of "1 = low, 2 = high" the numbers or the words; and, to choose
 * from, the lists between the ends of "low to high". Folded.
 */
export function scalesMeant(text: string, near: boolean): readonly Wording[] {
  const pieces = text.split(/ ?[,;] ?/).filter((piece) => piece !== '');
  const numbered = pieces.map((piece) => /^(\d{1,2})(?: ?[=:.)-]? ?(\D.{0,40}))?$/.exec(piece));
  if (pieces.length > 1 && numbered.every((one, i) => Number(one?.[1]) === Number(numbered[0]?.[1]) + i)) {
    const range = `${numbered[0]![1]!}-${numbered.at(-1)![1]!}`;
    const words = numbered.flatMap((one) => one?.[2] ?? []);
    return words.length === pieces.length ? [range, words.join(', ')] : [range];
  }
  if (!near) return [];
  const [, low = '', high = ''] =
    /^(\p{L}+(?: \p{L}+)?) ?(?:-| to | till ) ?(\p{L}+(?: \p{L}+)?)$/u.exec(text) ?? [];
  const ends = [ratingWords.get(low), ratingWords.get(high)];
  return ratingLists
    .filter((list) => list[0] === ends[0] && list.at(-1) === ends[1])
    .map((list) =>
      inEachLanguage((language) => list.map((word) => inLanguage(writingOf(word), language)).join(', ')),
    );
}
