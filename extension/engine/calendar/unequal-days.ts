import type { Exact } from '../measure/decimal.ts';
import { add, compare, exact, floor, multiply, ratio, subtract } from '../measure/decimal.ts';
import type { Interval } from './intervals.ts';
import { lengthOf } from './intervals.ts';
import type { MinuteSpan, WorkCalendar } from './working-time.ts';

/** The shortest and the longest time that a length can take, in seconds, whenever the clock starts. */
export interface Elapsed {
  readonly least: Exact;
  readonly most: Exact;
}

export const SECONDS_OF_WEEK = 604_800;

/** The seconds of work in the shifts of a day. */
export function secondsOf(spans: readonly MinuteSpan[]): number {
  return spans.reduce((sum, each) => sum + (each.toMinute - each.fromMinute) * 60, 0);
}

/** The shifts that begin on each day of a week of equal weeks, in seconds from the beginning of week 0. */
export function shiftsOfWeek(week: WorkCalendar['week'], number: number): readonly (readonly Interval[])[] {
  return week.map((spans, day) =>
    spans.map(({ fromMinute, toMinute }) => {
      const midnight = number * SECONDS_OF_WEEK + day * 86_400;
      return { from: midnight + fromMinute * 60, to: midnight + toMinute * 60 };
    }),
  );
}

/**
 * Time as working days count it: where a day that begins is day `n`, the middle of its work is `n` and a
 * half, however long it is.
 */
interface Stretch {
  /** In working days from the first. */
  readonly begins: Exact;
  readonly ends: Exact;
  readonly from: number;
  readonly to: number;
  /** The day of the calendar that its shift began on. */
  readonly day: number;
}

/** The least and the most time that `days` working days take where these differ in length. */
export function elapsedOfDays(days: Exact, week: WorkCalendar['week']): Elapsed {
  const stretches = stretchesOf(week);
  const inSecond = stretches.filter(({ day }) => day >= 7 && day < 14);
  const ofWeek = exact(new Set(inSecond.map(({ day }) => day)).size);
  // Whole weeks take whole weeks. What is left reaches into the week after at most.
  const weeks = floor(ratio(days.numerator, days.denominator * ofWeek.numerator));
  const rest = subtract(days, multiply(exact(weeks), ofWeek));
  const taken: Exact[] = [];
  const longest: Exact[] = [];
  for (const place of breaks(stretches, ofWeek, rest)) {
    const end = add(place, rest);
    const [early, late] = [timesAt(stretches, place), timesAt(stretches, end)];
    // What begins when work begins again is done soonest; what begins at closing, or just after opening, latest.
    taken.push(subtract(late.first, early.last));
    longest.push(subtract(late.first, early.first), subtract(late.last, early.last));
  }
  const whole = exact(weeks * BigInt(SECONDS_OF_WEEK));
  return {
    least: add(extreme(taken, -1), whole),
    most: add(extreme(longest, 1), whole),
  };
}

/** The least and the most work, in seconds, that `days` working days hold where these differ in length. */
export function workOfDays(days: Exact, week: WorkCalendar['week']): Elapsed {
  const lengths = week.map(secondsOf).filter((seconds) => seconds > 0);
  const weeks = floor(ratio(days.numerator, days.denominator * BigInt(lengths.length)));
  const rest = subtract(days, exact(weeks * BigInt(lengths.length)));
  const ofWeek = lengths.reduce((sum, seconds) => sum + seconds, 0);
  // Three weeks: a rest of less than one that begins in the second ends in the third.
  const all = [...lengths, ...lengths, ...lengths];
  const before = (place: Exact): Exact => {
    const whole = Number(floor(place));
    const sum = all.slice(0, whole).reduce((total, seconds) => total + seconds, 0);
    return add(exact(sum), multiply(subtract(place, exact(whole)), exact(all[whole] ?? 0)));
  };
  const held = lengths.flatMap((_, i) => {
    const begins = exact(lengths.length + i);
    const back = subtract(begins, rest);
    return [subtract(before(add(begins, rest)), before(begins)), subtract(before(begins), before(back))];
  });
  const whole = exact(weeks * BigInt(ofWeek));
  return {
    least: add(extreme(held, -1), whole),
    most: add(extreme(held, 1), whole),
  };
}

function stretchesOf(week: WorkCalendar['week']): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let count = 0;
  for (const [day, all] of [0, 1, 2, 3].flatMap((number) => shiftsOfWeek(week, number)).entries()) {
    // What the night before still works belongs to the day before.
    const reached = stretches.at(-1)?.to ?? 0;
    const shifts = all
      .map(({ from, to }) => ({ from: Math.max(from, reached), to }))
      .filter(({ from, to }) => from < to);
    if (shifts.length === 0) continue;
    const length = BigInt(lengthOf(shifts));
    let worked = 0;
    for (const { from, to } of shifts) {
      const begins = add(exact(count), ratio(BigInt(worked), length));
      worked += to - from;
      stretches.push({
        begins,
        ends: add(exact(count), ratio(BigInt(worked), length)),
        from,
        to,
        day,
      });
    }
    count++;
  }
  return stretches;
}

/** Places of the second week at which work begins or ends again, or at which it does `rest` later: between them all is even. */
function breaks(stretches: readonly Stretch[], ofWeek: Exact, rest: Exact): readonly Exact[] {
  const twice = add(ofWeek, ofWeek);
  const isInSecond = (place: Exact): boolean => compare(place, ofWeek) >= 0 && compare(place, twice) < 0;
  return stretches
    .flatMap(({ begins }) => [begins, subtract(begins, rest)])
    .filter((place) => isInSecond(place));
}

/** The first and the last moment at which so many working days are over: between two shifts they differ. */
function timesAt(
  stretches: readonly Stretch[],
  place: Exact,
): { readonly first: Exact; readonly last: Exact } {
  let first: Exact | undefined;
  let last = exact(0);
  for (const { begins, ends, from, to } of stretches) {
    if (compare(begins, place) > 0 || compare(place, ends) > 0) continue;
    const share = subtract(place, begins);
    const whole = subtract(ends, begins);
    const part = ratio(share.numerator * whole.denominator, share.denominator * whole.numerator);
    last = add(exact(from), multiply(part, exact(to - from)));
    first ??= last;
  }
  return { first: first ?? last, last };
}

/** The least of what is given, the most when `sign` is 1. */
function extreme(all: readonly Exact[], sign: -1 | 1): Exact {
  return all.reduce((best, each) => (compare(each, best) === sign ? each : best));
}
