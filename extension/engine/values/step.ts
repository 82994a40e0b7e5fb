import type { SaidPart } from '../model/said.ts';
import type { ValueType } from '../model/schema.ts';
import type { Scale } from '../model/value.ts';
import { fold } from './fold.ts';
import { formatNumber } from './format-value.ts';
import { ratingWords } from './grammar-words.ts';
import { nearMiss } from './near-miss.ts';
import { readInteger } from './number.ts';
import { fail } from './part.ts';
import { wordBeforeRemark } from './remark-behind.ts';
import type { Outcome, Part } from './part.ts';
import { figures, listSaid, quoted, say, words } from './say.ts';

/** "3", "high", "Hög": a whole number, or a word of a scale, in English where it is known. */
export function readStep(part: Part, type: ValueType): Outcome<string> {
  const forms = formsFor(type);
  const word = forms.get(part.text);
  if (word !== undefined) return { value: word };
  // A number behind the word is the step of another scale.
  const before = /\d ?%?\)?$/.test(part.text) ? undefined : wordBeforeRemark(part.text, forms);
  if (before !== undefined) return { value: forms.get(before)! };
  const number = readInteger(part);
  if (!number.failure) return number;
  const near = nearMiss(part.text, forms.keys());
  const meant = near === undefined || ratingWords.has(near) ? near : forms.get(near);
  const { replacements } = number.failure;
  return fail(part, 'notStep', { steps: stepsSaid() }, meant === undefined ? replacements : [meant]);
}

/** The words that a rating may be: known ones, and those of the document's own scale as it writes them. */
export function formsFor(type: ValueType): ReadonlyMap<string, string> {
  const own = type.is === 'step' ? type.words : undefined;
  return own ? new Map([...ratingWords, ...own.map((word) => [fold(word), word] as const)]) : ratingWords;
}

/** The steps of a scale, to be chosen from; without one, what a step may be. */
export function stepsSaid(scale?: Scale): SaidPart {
  if (!scale) return say('a whole number, or a word such as {{word}}', { word: quoted(stepSaid('high')) });
  if ('low' in scale)
    return say('a whole number from {{low}} to {{high}}', {
      low: figures(formatNumber(scale.low)),
      high: figures(formatNumber(scale.high)),
    });
  return listSaid(
    scale.map((step) => quoted(stepSaid(step))),
    'or',
  );
}

/** A number, a known word in each language, or a word as a document has it. */
export function stepSaid(step: string): SaidPart {
  if (/^-?\d+$/.test(step)) return figures(formatNumber(step));
  return ratingWords.get(step) === step ? words(step, 'rating') : step;
}
