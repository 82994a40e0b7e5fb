import type { Exact } from '../measure/decimal.ts';
import { add, ceiling, compare, exact, multiply, ratio, subtract } from '../measure/decimal.ts';
import type { Duration, DurationValue, IsoDate } from '../model/value.ts';
import { daysOfMonths, monthsOfUnit, secondsOfUnit } from './add-length.ts';
import { onceFor } from '../values/once-for.ts';
import type { Interval } from './intervals.ts';
import { intersection, lengthOf, union } from './intervals.ts';
import {
  elapsedOfDays,
  SECONDS_OF_WEEK,
  secondsOf,
  shiftsOfWeek,
  workOfDays,
  type Elapsed,
} from './unequal-days.ts';
import type { WorkCalendar } from './working-time.ts';

/** What of a calendar decides how much work a length is. */
export type Office = Pick<WorkCalendar, 'week'>;

/** Where two lengths are compared: the day that both begin on, and the office hours that working lengths are counted in. */
export interface ComparedOn {
  readonly anchor: IsoDate;
  readonly office?: Office | undefined;
}

/**
 * Compares two lengths of time by adding both to the anchor, exact to the second (rules.md 1.5):
 * -1 when `a` is the shorter. A working length is shorter, or longer, than another one only where it is
 * so whenever the clock starts in a week without holidays within the office hours (settled 6); otherwise
 * undefined, as where that needs office hours and there are none. Two lengths in working days, or two in
 * working hours, need none.
 */
export function compareDurations(a: DurationValue, b: DurationValue, on: ComparedOn): -1 | 0 | 1 | undefined {
  if (a !== 'none' && b !== 'none' && a.working && b.working) return compareWork(a, b, on.office);
  // Of one unit the longer count takes longer, whatever the anchor: most lengths that meet are alike.
  if (a !== 'none' && b !== 'none' && a.unit === b.unit && a.working === b.working) {
    return compare(exact(a.n), exact(b.n));
  }
  const left = elapsedSeconds(a, on);
  const right = elapsedSeconds(b, on);
  if (left === undefined || right === undefined) return undefined;
  return compareRanges(left, right);
}

/** More work is always done later, so two working lengths compare by the work in them. */
function compareWork(a: Duration, b: Duration, office: ComparedOn['office']): -1 | 0 | 1 | undefined {
  if (a.unit === b.unit) return compare(exact(a.n), exact(b.n));
  const inDays = (each: Duration): boolean => each.unit === 'day' || each.unit === 'week';
  if (!inDays(a) && !inDays(b)) return compare(asWritten(a), asWritten(b));
  if (isNought(a) || isNought(b)) return compare(exact(a.n), exact(b.n));
  const days = office && daysOfWeek(office);
  if (!days) return undefined;
  if (inDays(a) && inDays(b)) return compare(countOfDays(a, days), countOfDays(b, days));
  return compareRanges(workIn(a, office), workIn(b, office));
}

/** Two stretches of possible lengths: which is the longer whatever each turns out to be. */
function compareRanges(left: Elapsed, right: Elapsed): -1 | 0 | 1 | undefined {
  if (compare(left.most, right.least) < 0) return -1;
  if (compare(left.least, right.most) > 0) return 1;
  const isOne = compare(left.least, right.most) === 0 && compare(left.most, right.least) === 0;
  return isOne ? 0 : undefined;
}

/** The seconds from the anchor to its end: of a working length the least and the most they can be. */
export function elapsedSeconds(length: DurationValue, { anchor, office }: ComparedOn): Elapsed | undefined {
  if (length === 'none' || isNought(length)) return { least: exact(0), most: exact(0) };
  if (length.working) return office && elapsedOfWork(length, office);
  const months = monthsOfUnit(length.unit);
  const seconds =
    months === undefined
      ? asWritten(length)
      : multiply(daysOfMonths(anchor, multiply(exact(length.n), exact(months))), exact(86_400));
  return { least: seconds, most: seconds };
}

function isNought({ n }: Duration): boolean {
  return exact(n).numerator === 0n;
}

function asWritten(length: Duration): Exact {
  return multiply(exact(length.n), exact(secondsOfUnit(length.unit) ?? 0n));
}

/**
 * The least and the most time that so much work can take. What is asked for at the moment of closing waits
 * longest and what is asked for at the moment of opening least, so both moments of one week are tried;
 * whole weeks of work take whole weeks. Days that differ in length are counted as days.
 */
function elapsedOfWork(length: Duration, office: Office): Elapsed | undefined {
  if (length.unit === 'day' && hasUnequalDays(office.week))
    return elapsedOfDays(exact(length.n), office.week);
  const { shifts, ofWeek } = fourWeeks(office.week);
  if (ofWeek === 0) return undefined;
  const work = inWork(length, office);
  // At least a second's part of work is left after the whole weeks: its end decides.
  const weeks = ceiling(ratio(work.numerator, work.denominator * BigInt(ofWeek))) - 1n;
  const rest = subtract(work, exact(weeks * BigInt(ofWeek)));
  let least: Exact | undefined;
  let most: Exact | undefined;
  for (const { from: opening, to: closing } of shifts) {
    if (isInSecondWeek(opening)) {
      const taken = subtract(endOfWork(shifts, opening, rest), exact(opening));
      if (least === undefined || compare(taken, least) < 0) least = taken;
    }
    if (isInSecondWeek(closing)) {
      const taken = subtract(endOfWork(shifts, closing, rest), exact(closing));
      if (most === undefined || compare(taken, most) > 0) most = taken;
    }
  }
  // An office that never closes works through.
  if (least === undefined || most === undefined) return { least: work, most: work };
  const whole = exact(weeks * BigInt(SECONDS_OF_WEEK));
  return { least: add(least, whole), most: add(most, whole) };
}

function isInSecondWeek(second: number): boolean {
  return second >= SECONDS_OF_WEEK && second < 2 * SECONDS_OF_WEEK;
}

/** The seconds of work in one of four equal weeks. */
function secondsOfWeek(shifts: readonly Interval[]): number {
  return lengthOf(intersection(shifts, [{ from: SECONDS_OF_WEEK, to: 2 * SECONDS_OF_WEEK }]));
}

function endOfWork(shifts: readonly Interval[], begin: number, work: Exact): Exact {
  let left = work;
  for (const { from, to } of shifts) {
    if (from < begin) continue;
    const worked = exact(to - from);
    if (compare(left, worked) <= 0) return add(exact(from), left);
    left = subtract(left, worked);
  }
  return exact(begin);
}

/**
 * The shifts of four equal weeks, in seconds, and what is worked in one; the second week lacks no shift that began
 * before it. The lengths of an engagement are all held against one week.
 */
const fourWeeks = onceFor((week: Office['week']) => {
  const shifts = union([0, 1, 2, 3].flatMap((each) => shiftsOfWeek(week, each).flat()));
  return { shifts, ofWeek: secondsOfWeek(shifts) };
});

const hasUnequalDays = onceFor(
  (week: Office['week']) => new Set(week.map(secondsOf).filter((seconds) => seconds > 0)).size > 1,
);

function daysOfWeek({ week }: Office): number {
  return week.filter((spans) => spans.length > 0).length;
}

function countOfDays({ n, unit }: Duration, daysOfOneWeek: number): Exact {
  return unit === 'week' ? multiply(exact(n), exact(daysOfOneWeek)) : exact(n);
}

/** The work in a length, in seconds: of days that differ as little and as much as so many of them hold. */
function workIn(length: Duration, office: Office): Elapsed {
  if (length.unit === 'day' && hasUnequalDays(office.week)) return workOfDays(exact(length.n), office.week);
  const work = inWork(length, office);
  return { least: work, most: work };
}

/** A working length in seconds of work: a working day is what is worked on one of the days. */
function inWork(length: Duration, { week }: Office): Exact {
  if (length.unit === 'week') return multiply(exact(length.n), exact(fourWeeks(week).ofWeek));
  if (length.unit !== 'day') return asWritten(length);
  return multiply(exact(length.n), exact(Math.max(...week.map(secondsOf))));
}
