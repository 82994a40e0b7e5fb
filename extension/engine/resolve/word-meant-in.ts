import type { Field } from '../model/document.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import { formsOfList } from '../values/forms-of-list.ts';
import { nearMiss } from '../values/near-miss.ts';
import { wordMeant } from '../values/words-in.ts';

/**
 * The word of an open list that a cell holds, of a text that nearly is one that word: DOC021 speaks of the slip, and that
 * it is written so is not also a thing that is missing (rules.md 1.3.4). Any other text is itself.
 */
export function wordMeantIn(field: Field<string> | undefined): string | undefined {
  const { type } = field?.spec ?? {};
  const text = field?.value;
  if (text === undefined || !type || !('list' in type)) return text;
  const near = wordMeant(type.list, text) ?? nearMiss(text, formsOfList(catalogue.words[type.list]));
  return near === undefined ? text : wordMeant(type.list, near);
}
