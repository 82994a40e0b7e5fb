import { compareDurations } from '../calendar/compare-durations.ts';
import { addMonths } from '../calendar/plain-date.ts';
import type { Field } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { DurationValue } from '../model/value.ts';
import { officeCalendar } from './work-calendars.ts';

/** The day that lengths are compared on where the engagement states no `start`: months of it are as long as any. */
const DAY_WITHOUT_START = '2001-01-01';

/**
 * Compares two lengths of time by adding both to the engagement's `start`, working lengths within
 * `office_hours` (rules.md 1.5). Undefined where one does not read or they do not compare.
 */
export function compareLengths(
  a: Field<DurationValue> | undefined,
  b: Field<DurationValue> | undefined,
  view: View,
): -1 | 0 | 1 | undefined {
  if (a?.value === undefined || b?.value === undefined) return undefined;
  const anchor = view.lead?.keys.start?.value ?? DAY_WITHOUT_START;
  return compareDurations(a.value, b.value, { anchor, office: officeCalendar(view) });
}

/**
 * Whether a length is longer than another one from whatever day both are counted: two months are 62 days at most. For
 * lengths that begin on no day that is known beforehand.
 */
export function isLongerWhenever(a: DurationValue, b: DurationValue, view: View): boolean {
  const office = officeCalendar(view);
  return firstsOfMonths.every((anchor) => compareDurations(a, b, { anchor, office }) === 1);
}

/** Of a leap year and the year after. */
const firstsOfMonths = Array.from({ length: 24 }, (_each, i) => addMonths('2000-01-01', i));
