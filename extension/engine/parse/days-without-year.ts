import type { Field, GovernedDocument } from '../model/document.ts';
import { fold } from '../values/fold.ts';
import { months } from '../values/months.ts';
import { datesMeant } from '../values/plain-date.ts';
import { put } from './read-steps.ts';

/** "7 okt", "7 October", "Oct 7", and "25.8" or "25/8", day first. */
const dayAndMonth =
  /^(?:den |the )?(?:(\d{1,2})(?:st|nd|rd|th|:e|\.)? ?(?:of )?([a-zåäö]{3,9})\.?|([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?|(\d{1,2})[./](\d{1,2})\.?)$/;

/**
 * Offers for days without a year in a record the day that is nearest to the meeting: minutes are written so, and the year
 * stands above them. It is not read, because nobody wrote it. `fields` are all values of the document.
 */
export function offerYears(document: GovernedDocument, fields: Field[]): void {
  const held = document.keys.held?.value;
  if (document.kind !== 'record' || typeof held !== 'string' || !/^\d{4}-\d{2}-/.test(held)) return;
  for (const [i, before] of fields.entries()) {
    const { problem, source } = before;
    if (!problem || (problem.id !== 'notDate' && problem.id !== 'notPlainDate')) continue;
    const replacements = daysNear(held, source.text);
    if (problem.replacements.length > 0 || replacements.length === 0) continue;
    const after = { ...before, problem: { ...problem, replacements } };
    put(document, before, after);
    fields[i] = after;
  }
}

/** The days that a day and a month may be around another day: one, or two where both are as far. */
function daysNear(held: string, text: string): readonly string[] {
  if (text.length > 30) return [];
  const [, day, name, nameFirst, dayLast, first, second] = dayAndMonth.exec(fold(text)) ?? [];
  const month = second === undefined ? months.get(name ?? nameFirst ?? '') : Number(second);
  if (month === undefined || month < 1 || month > 12) return [];
  const [year = 0, monthHeld = 0] = held.split('-').map(Number);
  const distances = [year - 1, year, year + 1].map((one) => ({
    one,
    distance: Math.abs((one - year) * 12 + month - monthHeld),
  }));
  const least = Math.min(...distances.map(({ distance }) => distance));
  return distances
    .filter(({ distance }) => distance === least)
    .flatMap(({ one }) => datesMeant(`${one}-${month}-${day ?? dayLast ?? first}`, false));
}
