import { compareDurations } from '../calendar/compare-durations.ts';
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
