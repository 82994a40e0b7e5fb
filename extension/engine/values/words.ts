import type { Catalogue, WordListKey, WordListSpec } from '../model/schema.ts';
import type { Wording } from '../model/language.ts';
import type { WordDetail } from '../model/value.ts';
import { fold } from './fold.ts';
import { nearMiss } from './near-miss.ts';
import { cut, fail, written } from './part.ts';
import type { Outcome, Part } from './part.ts';
import { wordBeforeRemark } from './remark-behind.ts';
import { listSaid, quoted, listed } from './say.ts';

/** The fixed lists of words, ready to be looked up by folded form. */
export type WordLists = Readonly<Record<WordListKey, WordList>>;

export interface WordList {
  readonly spec: WordListSpec;
  /** English word by folded form. */
  readonly forms: ReadonlyMap<string, string>;
  /** Words that another text may mean, by its folded form. */
  readonly offers: ReadonlyMap<string, readonly Wording[]>;
}

export function wordLists(words: Catalogue['words']): WordLists {
  const lists = Object.entries(words).map(([key, spec]) => {
    const forms = new Map(
      spec.words.flatMap(({ word, forms }) => forms.map((form) => [form, word] as const)),
    );
    return [key, { spec, forms, offers: offersOf(spec) }] as const;
  });
  return Object.fromEntries(lists) as unknown as WordLists;
}

function offersOf({ words, offers = {} }: WordListSpec): ReadonlyMap<string, readonly Wording[]> {
  const inBoth = new Map(words.map(({ word, sv }) => [word, { en: word, sv }] as const));
  return new Map(
    Object.entries(offers).map(([form, offered]) => [
      form,
      offered.flatMap((word) => inBoth.get(word) ?? []),
    ]),
  );
}

/** A word of a list in either language, as its English form; of an open list any other text, as it was written. */
export function readWord(part: Part, list: WordList): Outcome<string> {
  const word = list.forms.get(part.text);
  if (word !== undefined) return { value: word };
  if (list.spec.open) return { value: written(part) };
  const before = wordBeforeRemark(part.text, list.forms);
  if (before !== undefined) return { value: list.forms.get(before)! };
  const allowed = listSaid(
    list.spec.words.map((entry) => quoted(listed(entry.word, list.spec.key))),
    'or',
  );
  return fail(part, 'notWord', { words: allowed }, list.offers.get(part.text) ?? nearWords(part.text, list));
}

function nearWords(text: string, list: WordList): readonly Wording[] {
  const near = nearMiss(text, list.forms.keys());
  return near === undefined ? [] : [asSpelt(near, list)];
}

/** "data, 420 GB": a word, then optionally a comma and a detail as written. */
export function readWordDetail(part: Part, list: WordList): Outcome<WordDetail> {
  const comma = part.text.indexOf(',');
  const word = readWord(comma < 1 ? part : cut(part, 0, comma), list);
  if (word.failure) return word;
  const detail = comma < 1 ? '' : written(cut(part, comma + 1));
  return { value: detail === '' ? { word: word.value } : { word: word.value, detail } };
}

/** A folded form with the capitals of the list: "ICT" for "ict". */
function asSpelt(form: string, list: WordList): string {
  for (const { word, sv } of list.spec.words) {
    if (fold(word) === form) return word;
    if (fold(sv) === form) return sv;
  }
  return form;
}
