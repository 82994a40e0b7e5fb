import type { WordListSpec } from '../model/schema.ts';

/** Every form of the words of a list, folded. It is asked for with each cell that holds such a word. */
export function formsOfList(list: WordListSpec): ReadonlySet<string> {
  let forms = known.get(list);
  if (!forms) known.set(list, (forms = new Set(list.words.flatMap((word) => word.forms))));
  return forms;
}

const known = new WeakMap<WordListSpec, ReadonlySet<string>>();
