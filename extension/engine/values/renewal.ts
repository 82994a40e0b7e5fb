import type { Renewal } from '../model/value.ts';
import { readDuration } from './duration.ts';
import { noneWords } from './grammar-words.ts';
import { cut, fail } from './part.ts';
import type { Outcome, Part } from './part.ts';
import type { WordList } from './words.ts';

/** "none", "automatic, 12 months", "option, 12 månader". */
export function readRenewal(part: Part, list: WordList): Outcome<Renewal> {
  const comma = part.text.indexOf(',');
  const head = comma < 0 ? part : cut(part, 0, comma);
  const kind = noneWords.has(head.text) ? 'none' : list.forms.get(head.text);
  if (kind === 'none') return comma < 0 ? { value: { kind } } : fail(part, 'notRenewal');
  if (kind !== 'automatic' && kind !== 'option') return fail(part, 'notRenewal');
  if (comma < 0) return { value: { kind } };
  const term = readDuration(cut(part, comma + 1));
  return term.failure ? term : { value: { kind, term: term.value } };
}
