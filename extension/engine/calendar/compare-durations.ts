import type { Exact } from '../measure/decimal.ts';
import { add, ceiling, compare, exact, multiply, ratio, subtract } from '../measure/decimal.ts';
import type { Duration, DurationValue, IsoDate } from '../model/value.ts';
import { daysOfMonths, monthsOfUnit, secondsOfUnit } from './add-length.ts';
import type { Interval } from './intervals.ts';
import { intersection, lengthOf, union } from './intervals.ts';
import type { WorkCalendar } from './working-time.ts';

/** Where two lengths are compared: the day that both begin on, and the office hours that working lengths are counted in. */
export interface ComparedOn {
  readonly anchor: IsoDate;
  readonly office?: Pick<WorkCalendar, 'days' | 'spans'> | undefined;
}

/**
 * Compares two lengths of time by adding both to the anchor, exact to the second (rules.md 1.5):
 * -1 when `a` is the shorter. A working length counts as the longest elapsed time it can take in a
 * week without holidays within the office hours. Undefined where that needs office hours and there
 * are none; two lengths in working days, or two in working hours, need none.
 */
export function compareDurations(a: DurationValue, b: DurationValue, on: ComparedOn): -1 | 0 | 1 | undefined {
  // Of one unit the longer count takes longer, whatever the anchor and the office: most lengths that meet are alike.
  if (a !== 'none' && b !== 'none' && a.unit === b.unit && a.working === b.working) {
    return compare(exact(a.n), exact(b.n));
  }
  const left = elapsedSeconds(a, on);
  const right = elapsedSeconds(b, on);
  if (left !== undefined && right !== undefined) return compare(left, right);
  if (a === 'none' || b === 'none' || !a.working || !b.working) return undefined;
  const inDays = (each: Duration): boolean => each.unit === 'day' || each.unit === 'week';
  if (a.unit !== b.unit && (inDays(a) || inDays(b))) return undefined;
  return compare(asWritten(a), asWritten(b));
}

/** The seconds from the anchor to its end; of a working length the most they can be. */
export function elapsedSeconds(length: DurationValue, { anchor, office }: ComparedOn): Exact | undefined {
  if (length === 'none') return exact(0);
  const n = exact(length.n);
  const months = monthsOfUnit(length.unit);
  if (months !== undefined) {
    return multiply(daysOfMonths(anchor, multiply(n, exact(months))), exact(86_400));
  }
  if (n.numerator === 0n) return exact(0);
  if (length.working) return office && longestElapsed(length, office);
  return asWritten(length);
}

function asWritten(length: Duration): Exact {
  return multiply(exact(length.n), exact(secondsOfUnit(length.unit) ?? 0n));
}

const SECONDS_OF_WEEK = 604_800;

/**
 * The longest time that so much work can take. What is asked for at the moment of closing waits
 * longest, so the closings of one week are tried; whole weeks of work take whole weeks.
 */
function longestElapsed(length: Duration, office: Pick<WorkCalendar, 'days' | 'spans'>): Exact | undefined {
  const shifts = fourWeeks(office);
  const ofWeek = lengthOf(intersection(shifts, [{ from: SECONDS_OF_WEEK, to: 2 * SECONDS_OF_WEEK }]));
  if (ofWeek === 0) return undefined;
  const work = inWork(length, office, ofWeek);
  // At least a second's part of work is left after the whole weeks: its end decides.
  const weeks = ceiling(ratio(work.numerator, work.denominator * BigInt(ofWeek))) - 1n;
  const rest = subtract(work, exact(weeks * BigInt(ofWeek)));
  let longest: Exact | undefined;
  for (const { to: closing } of shifts) {
    if (closing < SECONDS_OF_WEEK || closing >= 2 * SECONDS_OF_WEEK) continue;
    const elapsed = subtract(endOfWork(shifts, closing, rest), exact(closing));
    if (longest === undefined || compare(elapsed, longest) > 0) longest = elapsed;
  }
  return longest === undefined ? work : add(longest, exact(weeks * BigInt(SECONDS_OF_WEEK)));
}

function endOfWork(shifts: readonly Interval[], closing: number, work: Exact): Exact {
  let left = work;
  for (const { from, to } of shifts) {
    if (from < closing) continue;
    const worked = exact(to - from);
    if (compare(left, worked) <= 0) return add(exact(from), left);
    left = subtract(left, worked);
  }
  return exact(closing);
}

/** The shifts of four equal weeks, in seconds; the second week lacks no shift that began before it. */
function fourWeeks(office: Pick<WorkCalendar, 'days' | 'spans'>): readonly Interval[] {
  return union(
    [0, 1, 2, 3].flatMap((week) =>
      office.days.flatMap((day) =>
        office.spans.map(({ fromMinute, toMinute }) => {
          const midnight = week * SECONDS_OF_WEEK + (day - 1) * 86_400;
          return { from: midnight + fromMinute * 60, to: midnight + toMinute * 60 };
        }),
      ),
    ),
  );
}

/** A working length in seconds of work: a working day is what is worked on one of the days. */
function inWork(length: Duration, office: Pick<WorkCalendar, 'spans'>, ofWeek: number): Exact {
  if (length.unit === 'week') return multiply(exact(length.n), exact(ofWeek));
  if (length.unit !== 'day') return asWritten(length);
  const seconds = office.spans.reduce((sum, each) => sum + (each.toMinute - each.fromMinute) * 60, 0);
  return multiply(exact(length.n), exact(seconds));
}
