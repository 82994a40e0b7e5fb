import { catalogue } from '../model/generated/catalogue.ts';
import type { Language } from '../model/language.ts';
import type { FieldSpec, ValueTypeName } from '../model/schema.ts';
import { partOf } from '../values/part.ts';
import { plainWriting } from '../values/read-one.ts';
import { wordLists } from '../values/words.ts';
import { looksLikeDate } from '../values/plain-date.ts';
import { createValueReader } from '../values/read-value.ts';
import { inLanguage } from '../values/wording.ts';

/** What a person may have meant by a text. */
export interface Meant {
  /** The value as it may be written; undefined where nobody can know. */
  readonly value?: string;
  /** Values to choose from, where the text is none and means one of several, or perhaps one. */
  readonly choices: readonly string[];
}

/** A day written otherwise that can be one day only is that day; one currency of several would be a guess. */
const certain = new Set<ValueTypeName>(['plainDate', 'date', 'dateOrYesNo']);

/** What a text is read as for a key: itself, the day that it means, or what to choose from. */
export function meantBy(spec: FieldSpec, text: string, language: Language): Meant {
  if (text === '') return { value: '', choices: [] };
  const read = createValueReader(catalogue).read;
  const { problem } = read(spec.type, sourceOf(text));
  if (!problem) {
    const plain = plainWriting(spec.type, partOf(text), wordLists(catalogue.words));
    return { value: plain === undefined ? text : inLanguage(plain, language), choices: [] };
  }
  // A date as it is to be written that the calendar does not have is a slip: no other one is understood by it.
  if (looksLikeDate(text)) return { choices: [] };
  const { start, end } = problem.replaced ?? problem.span;
  const values = problem.replacements
    .map((replacement) =>
      `${text.slice(0, start)}${inLanguage(replacement, language)}${text.slice(end)}`.trim(),
    )
    .filter((value) => !read(spec.type, sourceOf(value)).problem);
  const choices = [...new Set(values)];
  const [only] = choices;
  if (only !== undefined && choices.length === 1 && certain.has(spec.type.is))
    return { value: only, choices: [] };
  return { choices };
}

function sourceOf(text: string): { readonly text: string; readonly span: { start: number; end: number } } {
  return { text, span: { start: 0, end: text.length } };
}
