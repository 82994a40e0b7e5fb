import { foldName } from '../values/fold.ts';
import { nearMiss } from '../values/near-miss.ts';
import { nameOfRow } from './names.ts';
import type { Field } from '../model/document.ts';
import type { View } from '../model/engagement.ts';

/**
 * The folded names of the rows that a value names. Of a name that nothing has, what it nearly is: DOC003 speaks
 * of it, and that it is written so is not also a thing that is missing (rules.md 1.3.4).
 */
export function namesMeant(field: Field | undefined, view: View): readonly string[] {
  return view.named(field).map(({ text, target }) => {
    const known = target && nameOfRow(target);
    return foldName(known ?? nearMiss(text, view.candidatesFor(field!)) ?? text);
  });
}
