import { addDays, addMonths } from '../calendar/plain-date.ts';
import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { IsoDate } from '../model/value.ts';

/** First and last day of a stretch of time, both inclusive. */
export interface DateSpan {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/**
 * The 12 months from `valid_from` of the document that holds a section, else from the engagement's
 * `start`: the year that rules without a clock look at (rules.md 1.3.14). Undefined without either.
 */
export function spanOf(document: GovernedDocument, view: View): DateSpan | undefined {
  const from = document.keys.valid_from?.value ?? view.lead?.keys.start?.value;
  return from === undefined ? undefined : { from, to: addDays(addMonths(from, 12), -1) };
}
