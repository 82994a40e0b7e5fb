import type { Exact } from '../measure/decimal.ts';
import { add, ceiling, exact, floor, multiply, ratio, subtract } from '../measure/decimal.ts';
import type { Duration, DurationValue, IsoDate, TimeUnit } from '../model/value.ts';
import { addDays, addMonths, daysBetween } from './plain-date.ts';
import type { Work } from './working-days.ts';
import { addWorkingDays, addWorkOfDays, MONDAY_TO_FRIDAY } from './working-days.ts';

/**
 * `date` plus a length, as a date (rules.md 1.5, domain.md 4.1).
 *
 * Months, quarters and years clamp to the end of the month, counted from `date` itself. Working
 * days count the days of `work`, without it Monday to Friday without holidays; working weeks are so
 * many of them as the week has. Working hours count over the days after it, each with its own length.
 * Lengths below a day, working hours and what is left of a fraction count up to whole days: what is
 * promised within 2 hours is not overdue before the day after.
 * Stops at 9999-12-31.
 */
export function addLength(date: IsoDate, length: DurationValue, work?: Work): IsoDate {
  return shift(date, length, 1, work);
}

/**
 * `date` minus a length, as a date (rules.md 1.5, domain.md 4.1 and F01). Not the inverse of adding:
 * 2026-08-31 minus 6 months is 2026-02-28, and 6 months on is 2026-08-28.
 *
 * As `addLength`, except that lengths below a day and fractions count down to whole days: notice of
 * 2 hours may still be given on the last day. Stops at 0001-01-01.
 */
export function subtractLength(date: IsoDate, length: DurationValue, work?: Work): IsoDate {
  return shift(date, length, -1, work);
}

/** The seconds of a unit of fixed length; undefined for months, quarters and years. */
export function secondsOfUnit(unit: TimeUnit): bigint | undefined {
  switch (unit) {
    case 'second':
      return 1n;
    case 'minute':
      return 60n;
    case 'hour':
      return 3_600n;
    case 'day':
      return 86_400n;
    case 'week':
      return 604_800n;
    default:
      return undefined;
  }
}

/** The months of a unit that is counted in months; undefined for weeks and shorter ones. */
export function monthsOfUnit(unit: TimeUnit): bigint | undefined {
  return unit === 'month' ? 1n : unit === 'quarter' ? 3n : unit === 'year' ? 12n : undefined;
}

/** The days, whole or not, that so many months take from `date` on (`sign` -1: back); the fraction of a month is one of the month it falls in. */
export function daysOfMonths(date: IsoDate, months: Exact, sign: 1 | -1 = 1): Exact {
  const whole = floor(months);
  const reached = addMonths(date, sign * countable(whole));
  const days = exact(Math.abs(daysBetween(date, reached)));
  const rest = subtract(months, exact(whole));
  if (rest.numerator === 0n) return days;
  const next = addMonths(date, sign * countable(whole + 1n));
  return add(days, multiply(rest, exact(Math.abs(daysBetween(reached, next)))));
}

function shift(date: IsoDate, length: DurationValue, sign: 1 | -1, work: Work = MONDAY_TO_FRIDAY): IsoDate {
  if (length === 'none') return date;
  const whole = sign === 1 ? ceiling : floor;
  if (length.working) {
    const days = workingDaysOf(length, work);
    if (days !== undefined) return addWorkingDays(work, date, sign * countable(whole(days)));
    const fixed = secondsOfUnit(length.unit);
    if (fixed !== undefined)
      return addWorkOfDays(work, date, whole(multiply(exact(length.n), exact(fixed))), sign);
  }
  const n = exact(length.n);
  const months = monthsOfUnit(length.unit);
  if (months !== undefined) {
    const count = multiply(n, exact(months));
    if (count.denominator === 1n) return addMonths(date, sign * countable(count.numerator));
    return addDays(date, sign * countable(whole(daysOfMonths(date, count, sign))));
  }
  const seconds = multiply(n, exact(secondsOfUnit(length.unit) ?? 0n));
  return addDays(date, sign * countable(whole(ratio(seconds.numerator, seconds.denominator * 86_400n))));
}

/** A length in working days or weeks as a number of working days. */
function workingDaysOf(length: Duration, work: Work): Exact | undefined {
  if (length.unit === 'day') return exact(length.n);
  return length.unit === 'week' ? multiply(exact(length.n), exact(work.days.length)) : undefined;
}

/** As a number that counts days or months; what is far beyond the calendar stops at ten million. */
function countable(value: bigint): number {
  return Number(value > 10_000_000n ? 10_000_000n : value < -10_000_000n ? -10_000_000n : value);
}
