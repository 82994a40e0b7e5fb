import { secondsOfUnit } from '../../calendar/add-length.ts';
import { exact, floor, multiply } from '../../measure/decimal.ts';
import type { DurationValue } from '../../model/value.ts';

/** A length in seconds: working hours of a meeting are hours. Undefined where its unit has no fixed length, or days are worked. */
export function secondsOfLength(length: DurationValue | undefined): number | undefined {
  if (length === undefined || length === 'none') return undefined;
  const unit = secondsOfUnit(length.unit);
  if (unit === undefined || (length.working && unit > 3600n)) return undefined;
  return Number(floor(multiply(exact(length.n), exact(unit))));
}
