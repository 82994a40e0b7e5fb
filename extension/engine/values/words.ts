import type { Catalogue, WordListKey, WordListSpec } from '../model/schema.ts';
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
}

export function wordLists(words: Catalogue['words']): WordLists {
  const lists = Object.entries(words).map(([key, spec]) => {
    const forms = new Map(
      spec.words.flatMap(({ word, forms }) => forms.map((form) => [form, word] as const)),
    );
    return [key, { spec, forms }] as const;
  });
  return Object.fromEntries(lists) as unknown as WordLists;
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
  const near = nearMiss(part.text, list.forms.keys());
  const offered = wordsOffered.get(list.spec.key)?.get(part.text) ?? [];
  const replacements = list.spec.words
    .filter((one) => offered.includes(one.word))
    .map(({ word, sv }) => ({ en: word, sv }));
  if (replacements.length > 0) return fail(part, 'notWord', { words: allowed }, replacements);
  return fail(part, 'notWord', { words: allowed }, near === undefined ? [] : [asSpelt(near, list)]);
}

/** Words that people write where ours are meant, and that say another thing, or one of two. */
const wordsOffered: ReadonlyMap<WordListKey, ReadonlyMap<string, readonly string[]>> = new Map([
  offered(
    'milestone_status',
    ['at risk'],
    ['delayed', 'late', 'behind', 'blocked', 'overdue', 'försenad', 'försenat'],
  ),
  offered('risk_status', ['treating', 'closed'], ['mitigated', 'reduced', 'åtgärdad', 'åtgärdat', 'minskad']),
  offered(
    'stage',
    ['walkthrough', 'accepted'],
    ['completed', 'complete', 'done', 'closed', 'finished', 'klar', 'klart', 'avslutad', 'genomförd'],
  ),
]);

function offered(
  list: WordListKey,
  words: readonly string[],
  forms: readonly string[],
): readonly [WordListKey, ReadonlyMap<string, readonly string[]>] {
  return [list, new Map(forms.map((form) => [form, words]))];
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
