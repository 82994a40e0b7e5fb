import type { Field } from '../model/document.ts';
import { fold } from '../values/fold.ts';
import { isFilled } from './is-filled.ts';

/** What people write into a column of prose where there is nothing to write. */
const nothing =
  /^(?:none|nothing|no|nil|inga|ingen|inget|ingenting|nej)(?: (?:more|left|yet|mer|kvar|än|ännu))?[.!]?$/;

/** Whether a text says something: it is filled, and not with a word for nothing. */
export function saysSomething(field: Field | undefined): boolean {
  return isFilled(field) && !nothing.test(fold(field!.source.text));
}
