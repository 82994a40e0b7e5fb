import { secondsOfUnit } from '../../calendar/add-length.ts';
import { exact, floor, multiply } from '../../measure/decimal.ts';
import type { DurationValue } from '../../model/value.ts';

/** Nobody meets for longer, so what is longer is no length of a meeting: nothing is reckoned with it. */
const longestDays = 7n;

/**
 * A length in seconds: working hours of a meeting are hours. Undefined where its unit has no fixed length, where days
 * are worked, and beyond a week.
 */
export function secondsOfLength(length: DurationValue | undefined): number | undefined {
  if (length === undefined || length === 'none') return undefined;
  const unit = secondsOfUnit(length.unit);
  if (unit === undefined || (length.working && unit > 3600n)) return undefined;
  const seconds = floor(multiply(exact(length.n), exact(unit)));
  return seconds > longestDays * 86_400n ? undefined : Number(seconds);
}
