import type { ValueTypeName } from '../model/schema.ts';
import { fold } from './fold.ts';

/** Whether a text says that there is nothing to say: it counts as an empty cell, whatever stands in the column otherwise. */
export function saysNothing(text: string, type: ValueTypeName): boolean {
  if (text.length > longest) return false;
  const folded = fold(text);
  return nothing.test(folded) || (namesOthers.has(type) && noneOfThem.has(folded));
}

/** Texts that stand for what is still to be written (rules.md 1.7). A sentence that holds such words is a text. */
export function isStillToCome(text: string): boolean {
  return (text.length <= longest && toCome.test(fold(text))) || toFill.test(text.slice(0, longestToFill + 1));
}

const longest = 40;
const longestToFill = 120;

/** What a generator of documents fills in. */
const toFill = /^(?:\{\{[^{}]*\}\}|\{%[^{}]*%\}|<%[^%]*%>)$/;

const nothing =
  /^(?:-+|n\/a|n\.a\.?|not applicable|does not apply|ej aktuellt|ej aktuell|inte aktuellt|ej tillämpligt|ej tillämplig|inte tillämpligt)\.?$/;

/** Of these "none" is no value but the absence of one; a length of none is one. */
const namesOthers: ReadonlySet<ValueTypeName> = new Set(['who', 'name', 'names', 'depends']);
const noneOfThem: ReadonlySet<string> = new Set(['none', 'ingen', 'inget', 'inga']);

const toCome =
  /^(?:tb[dca]|t\.b\.[dca]\.?|todo|editme|xxx|\?{3,}|\.{3,}|will be populated|to be (?:decided|determined|confirmed|defined|agreed|appointed|announced|completed|filled in|added)|not yet (?:decided|defined|agreed|known)|ska fyllas i|fylls i senare|att bestämma|att besluta|att utse|bestäms senare|beslutas senare|ej bestämt|ej beslutat|inte bestämt)\.?$/;
