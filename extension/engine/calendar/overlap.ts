import type { IsoDate } from '../model/value.ts';
import type { Interval } from './intervals.ts';
import { intersection, lengthOf } from './intervals.ts';
import { dateOfDayNumber, dayNumber, weekdayOf, weekdayOfDayNumber } from './plain-date.ts';
import type { WorkCalendar } from './working-time.ts';
import { workedOn } from './working-time.ts';
import type { ZoneClock } from '../model/clock.ts';
import { instantOf, zoneClock } from './zone-clock.ts';

/** The working time that two teams share. */
export interface SharedHours {
  /** One for each day that is a working day of both, in order. */
  readonly days: readonly {
    readonly date: IsoDate;
    readonly seconds: number;
  }[];
  readonly smallestSeconds: number;
  readonly largestSeconds: number;
  /**
   * The days on which it differs from the common working day before; where hours differ by weekday, from
   * what it was on that weekday, and not already by as much on the common working day before.
   */
  readonly changes: readonly {
    readonly date: IsoDate;
    readonly seconds: number;
  }[];
}

/**
 * The working time that two teams share on each day from `from` to `to` that is a working day of
 * both (domain.md 4.5, rules.md CMM003): what the second team works, on whatever day of its own,
 * during the shifts that the first begins on that local date. Undefined where no day is common.
 */
export function sharedHours(
  first: WorkCalendar,
  second: WorkCalendar,
  from: IsoDate,
  to: IsoDate,
): SharedHours | undefined {
  const clocks: readonly [ZoneClock, ZoneClock] = [
    zoneClock(first.zone, from, to),
    zoneClock(second.zone, from, to),
  ];
  // Days of one weekday around which no clock is moved share as much as the last one with the same offsets.
  const known = new Map<string, number>();
  const days: { date: IsoDate; seconds: number }[] = [];
  for (let day = dayNumber(from), last = dayNumber(to); day <= last; day++) {
    const weekday = weekdayOfDayNumber(day);
    if (!first.days.includes(weekday) || !second.days.includes(weekday)) continue;
    const date = dateOfDayNumber(day);
    if (first.holidays.has(date) || second.holidays.has(date)) continue;
    const key = nearHoliday(second, day) ? undefined : ordinary(clocks, day);
    const seconds = remembered(known, key && `${weekday} ${key}`, () => sharedOn(first, second, clocks, day));
    days.push({ date, seconds });
  }
  if (days.length === 0) return undefined;
  const all = days.map((day) => day.seconds);
  return {
    days,
    smallestSeconds: Math.min(...all),
    largestSeconds: Math.max(...all),
    changes: [first, second].some(differByWeekday)
      ? changesOfWeekdays(days)
      : days.filter((day, index) => index > 0 && day.seconds !== days[index - 1]?.seconds),
  };
}

function differByWeekday({ days, week }: WorkCalendar): boolean {
  const [first, ...others] = days.map((day) => JSON.stringify(week[day - 1]));
  return others.some((other) => other !== first);
}

function changesOfWeekdays(days: SharedHours['days']): SharedHours['changes'] {
  const last = new Map<number, number>();
  let before = 0;
  return days.filter(({ date, seconds }) => {
    const weekday = weekdayOf(date);
    const moved = seconds - (last.get(weekday) ?? seconds);
    last.set(weekday, seconds);
    const isChange = moved !== 0 && moved !== before;
    before = moved;
    return isChange;
  });
}

function sharedOn(
  first: WorkCalendar,
  second: WorkCalendar,
  [ours, theirs]: readonly [ZoneClock, ZoneClock],
  day: number,
): number {
  const mine: readonly Interval[] = workedOn(first, ours, day, day);
  return lengthOf(intersection(mine, workedOn(second, theirs, day - 2, day + 2)));
}

/** Whether a holiday of the second team takes away a shift that could be shared on a day that is none. */
function nearHoliday(second: WorkCalendar, day: number): boolean {
  if (second.holidays.isEmpty) return false;
  return [-2, -1, 1, 2].some((step) => second.holidays.has(dateOfDayNumber(day + step)));
}

/** How far the midnights of both zones lie apart; undefined where a clock is moved around the day. */
function ordinary([ours, theirs]: readonly [ZoneClock, ZoneClock], day: number): string | undefined {
  const apart = instantOf(theirs, day, 0) - instantOf(ours, day, 0);
  const still =
    instantOf(ours, day + 2, 0) - instantOf(ours, day, 0) === 2 * 86_400 &&
    instantOf(theirs, day + 3, 0) - instantOf(theirs, day - 2, 0) === 5 * 86_400;
  return still ? String(apart) : undefined;
}

function remembered(known: Map<string, number>, key: string | undefined, compute: () => number): number {
  const before = key === undefined ? undefined : known.get(key);
  if (before !== undefined) return before;
  const value = compute();
  if (key !== undefined) known.set(key, value);
  return value;
}
