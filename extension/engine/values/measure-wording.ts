import { grammar } from '../model/generated/grammar.ts';
import type { Measure } from '../model/value.ts';
import { fold } from './fold.ts';

/**
 * Whether two measures have one known word and details that say the same in words of one or two
 * languages, as "95th percentile" and "95:e percentilen" do (format-details.md item 21). Only words of
 * statistics and of time are known; any other must be the same, so that what differs is the wording alone.
 */
export function isWordedAlike(a: Measure, b: Measure): boolean {
  if (a.detail === undefined || b.detail === undefined || fold(a.kind) !== fold(b.kind)) return false;
  const wording = plainWording(a.detail);
  return wording !== '' && wording === plainWording(b.detail);
}

/** Forms that mean several things in a detail: "min" is a minute and a minimum. */
const ambiguous: ReadonlySet<string> = new Set(['min', 's', 'h']);

const english: ReadonlyMap<string, string> = new Map(
  [...grammar.detail, ...grammar.unit, ...grammar.weekday, ...grammar.hours].flatMap(({ word, forms }) =>
    forms.filter((form) => !ambiguous.has(form)).map((form) => [form, word] as const),
  ),
);

/** More words than any known form has. */
const wordsAtMost = 3;

/** A detail in English words, as far as they are known, without articles. */
function plainWording(detail: string): string {
  const words = fold(detail).match(word) ?? [];
  const said: string[] = [];
  for (let i = 0; i < words.length;) {
    let count = Math.min(wordsAtMost, words.length - i);
    while (count > 1 && !english.has(words.slice(i, i + count).join(' '))) count--;
    const form = words.slice(i, i + count).join(' ');
    const plain = english.get(form) ?? numberIn(form) ?? form;
    if (plain !== 'the') said.push(plain);
    i += count;
  }
  return said.join(' ');
}

/** A number with the ending of a rank, a word, or one mark. */
const word = /\d+(?:[.,]\d+)*(?:st|nd|rd|th|:[ea])?(?![\p{L}\d])|[\p{L}\p{M}\d]+|\S/gu;

/** "95th" and "95:e" are one rank, "99.9" and "99,9" one number; a rank is no number. */
function numberIn(form: string): string | undefined {
  const match = /^(\d+(?:[.,]\d+)*)(\D*)$/.exec(form);
  return match ? `${match[1]?.replaceAll(',', '.')}${match[2] === '' ? '' : 'th'}` : undefined;
}
