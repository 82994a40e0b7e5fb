import { ratingLists } from '../model/generated/grammar.ts';
import type { Scale } from '../model/value.ts';
import { ratingWords } from './grammar-words.ts';
import { readRange } from './number-range.ts';
import { cut, fail, written } from './part.ts';
import type { Outcome, Part } from './part.ts';

/** "1-5", "0 to 4"; "low, medium, high", "H/M/L": words, the lowest first in the value, and in English where they are known. */
export function readScale(part: Part): Outcome<Scale> {
  const range = readRange(part, 'notScale', (low, high) => `${low}-${high}`);
  if (range.failure?.id !== 'notScale') return range;
  const words = piecesOf(part).map(wordOf);
  const isScale =
    words.length > 1 &&
    words.length <= stepsAtMost &&
    new Set(words).size === words.length &&
    words.every((word) => word.length <= lettersAtMost && !/^[-+]?\d/.test(word));
  if (!isScale) return fail(part, 'notScale');
  // Which of known words are the lower ones is known.
  return { value: listHolding(words)?.filter((word) => words.includes(word)) ?? words };
}

/** Nobody tells more steps apart, and a step is a word or two. */
const stepsAtMost = 12;
const lettersAtMost = 40;

/** The shortest list of known words that holds all of these; undefined where none does, or there are none. */
export function listHolding(words: readonly string[], count?: number): readonly string[] | undefined {
  if (words.length === 0) return undefined;
  return ratingLists.find(
    (list) => (count === undefined || list.length === count) && words.every((word) => list.includes(word)),
  );
}

/** A word as the list of its scale has it. */
function wordOf(piece: Part): string {
  return ratingWords.get(piece.text) ?? written(piece);
}

/** What stands between the signs that divide a list of words: commas, else the next of these that there is. */
function piecesOf(part: Part): readonly Part[] {
  const divider = dividers.find((one) => part.text.includes(one));
  if (divider === undefined) return [];
  const pieces: Part[] = [];
  let from = 0;
  for (const text of part.text.split(divider)) {
    pieces.push(cut(part, from, from + text.length));
    from += text.length + divider.length;
  }
  return pieces.filter(({ text }) => text !== '');
}

const dividers = [',', ';', '/', '|', '<', '->', '\u2192'];
