import type { Wording } from '../model/language.ts';
import type { ValueType } from '../model/schema.ts';
import { raisedDigits } from './decimal.ts';
import { textsMeant } from './meant.ts';
import { fail, offering, partOf, written } from './part.ts';
import type { Failure, Outcome, Part } from './part.ts';
import { readers } from './readers.ts';
import { around, inLanguage } from './wording.ts';
import type { WordLists } from './words.ts';

/** Of a folded value; entries of a list count one by one. */
export const charactersAtMost = 500;

/** Reads one value; of a type that is a list, one entry. */
export function readOne(type: ValueType, part: Part, lists: WordLists): Outcome<unknown> {
  if (part.text === '') return fail(part, 'invisible');
  if (part.text.length > charactersAtMost) return fail(part, 'tooLong');
  const outcome = readers[type.is]?.(part, lists, type) ?? { value: written(part) };
  return outcome.failure && outcome.failure.replacements.length === 0
    ? withOffers(part, outcome, lists, type)
    : outcome;
}

/** A failure with what the value can mean instead: one text or two, and only such as read. */
function withOffers(
  part: Part,
  outcome: { readonly failure: Failure },
  lists: WordLists,
  type: ValueType,
): { readonly failure: Failure } {
  const asWritten = (text: Wording): Wording => around(text, (its) => inCaseOf(written(part), its));
  const texts = new Map<string, Wording>();
  for (const text of raisedDigits.test(written(part)) ? [] : textsMeant(type.is, part.text).map(asWritten)) {
    const [en, sv] = (['en', 'sv'] as const).map((language) =>
      readers[type.is]?.(partOf(inLanguage(text, language)), lists, type),
    );
    if (!en || en.failure || !sv || sv.failure) continue;
    const meaning = JSON.stringify(en.value);
    if (!texts.has(meaning)) texts.set(meaning, text);
  }
  return texts.size === 0 || texts.size > 2 ? outcome : offering(part, outcome, [...texts.values()]);
}

/** A text with the capitals that its words have where they were written. */
function inCaseOf(raw: string, text: string): string {
  const words = new Map([...raw.matchAll(/\p{L}+/gu)].map(([word]) => [word.toLowerCase(), word]));
  return text.replace(/\p{L}+/gu, (word) => words.get(word.toLowerCase()) ?? word);
}
