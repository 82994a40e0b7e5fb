import type { Wording } from '../model/language.ts';
import type { ValueType } from '../model/schema.ts';
import { raisedDigits } from './decimal.ts';
import { textsMeant } from './meant.ts';
import { fail, offering, partOf, written } from './part.ts';
import type { Outcome, Part } from './part.ts';
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
  if (!outcome.failure) return outcome;
  const halves = inDecimals(written(part));
  if (halves !== undefined) return readOne(type, partOf(halves), lists);
  if (raisedDigits.test(written(part))) return outcome;
  const said = meaningsOf(type, part, lists, false);
  // One reading in other words is read (settled 1); what is nearly a word is a guess, and offered.
  const [only] = said;
  if (only && said.length === 1) return { value: only.value };
  if (outcome.failure.replacements.length > 0) return outcome;
  const meant = said.length > 0 ? said : meaningsOf(type, part, lists, true);
  return meant.length === 0 || meant.length > 3
    ? outcome
    : offering(
        part,
        outcome,
        meant.map(({ text }) => text),
      );
}

/** "1½ hours" with the digits of a decimal; nothing where no such sign stands behind a whole number or before a word. */
function inDecimals(raw: string): string | undefined {
  const match = /^(\d{0,6}) ?([½¼¾])(?=\D|$)/.exec(raw);
  const decimals = match && { '½': '5', '¼': '25', '¾': '75' }[match[2] ?? ''];
  return decimals ? `${match[1] || '0'}.${decimals}${raw.slice(match[0].length)}` : undefined;
}

/** The plain writing of a value that says one thing in other words; undefined where it is plain already, or says more than one. */
export function plainWriting(type: ValueType, part: Part, lists: WordLists): Wording | undefined {
  const outcome = readers[type.is]?.(part, lists, type);
  if (!outcome?.failure) return undefined;
  const [only, ...others] = meaningsOf(type, part, lists, false);
  return others.length === 0 ? only?.text : undefined;
}

interface Meaning {
  readonly text: Wording;
  readonly value: unknown;
}

/** What a value that does not read can mean instead, each only once and only what reads. */
function meaningsOf(type: ValueType, part: Part, lists: WordLists, near: boolean): readonly Meaning[] {
  const found = new Map<string, Meaning>();
  for (const meant of textsMeant(type, part.text, near)) {
    const text = around(meant, (its) => inCaseOf(written(part), its));
    const [en, sv] = (['en', 'sv'] as const).map((language) =>
      readers[type.is]?.(partOf(inLanguage(text, language)), lists, type),
    );
    if (!en || en.failure || !sv || sv.failure) continue;
    const key = JSON.stringify(en.value);
    if (!found.has(key)) found.set(key, { text, value: en.value });
  }
  return [...found.values()];
}

/** A text with the capitals that its words have where they were written. */
function inCaseOf(raw: string, text: string): string {
  const words = new Map([...raw.matchAll(/\p{L}+/gu)].map(([word]) => [word.toLowerCase(), word]));
  return text.replace(/\p{L}+/gu, (word) => words.get(word.toLowerCase()) ?? word);
}
