import type { IsoDate, Weekday } from '../model/value.ts';
import { NO_DAYS_OFF, type DaysOff } from './days-off.ts';
import {
  dateOfDayNumber,
  dayNumber,
  FIRST_DATE,
  LAST_DATE,
  weekdayOf,
  weekdayOfDayNumber,
} from './plain-date.ts';

/** The days on which a team or an office works. */
export interface WorkDays {
  /** Ascending. Empty: it never works. */
  readonly days: readonly Weekday[];
  readonly holidays: DaysOff;
}

/** Working days, and the seconds of work on each weekday, Monday first, where they are known. */
export interface Work extends WorkDays {
  readonly secondsOfDays?: readonly number[];
}

/** The length of a working day that nobody has stated: 8 hours. */
const SECONDS_OF_UNSTATED_DAY = 28_800;

/** What counts as working days where no office hours and no team say otherwise (rules.md 1.4). */
export const MONDAY_TO_FRIDAY: WorkDays = { days: [1, 2, 3, 4, 5], holidays: NO_DAYS_OFF };

export function isWorkingDay(work: WorkDays, date: IsoDate): boolean {
  return work.days.includes(weekdayOf(date)) && !work.holidays.has(date);
}

/**
 * The working day that is `count` working days after `date`, or before it when negative; `date`
 * itself is not counted (domain.md 4.1, 7). 0 leaves the date. A calendar that never works ends at
 * the ends of time.
 */
export function addWorkingDays(work: WorkDays, date: IsoDate, count: number): IsoDate {
  if (count === 0) return date;
  const step = count > 0 ? 1 : -1;
  const last = dayNumber(step === 1 ? LAST_DATE : FIRST_DATE);
  if (work.days.length === 0) return dateOfDayNumber(last);
  let day = dayNumber(date);
  let left = Math.abs(count);
  while (left > 0) {
    const weeks = Math.floor((left - 1) / work.days.length);
    const reached = day + step * weeks * 7;
    left -= weeks * work.days.length - holidaysBetween(work, day, reached);
    day = reached + step;
    if ((last - day) * step <= 0) return dateOfDayNumber(last);
    if (isWorkingDay(work, dateOfDayNumber(day))) left--;
  }
  return dateOfDayNumber(day);
}

/**
 * The working day on which `seconds` of work are done that are counted over the working days after
 * `date`, each with its own length; before it when `sign` is -1, where a day counts that is worked
 * wholly: what is left of work may still be begun on the day after. `date` itself is not counted. A
 * calendar that never works ends at the ends of time.
 */
export function addWorkOfDays(work: Work, date: IsoDate, seconds: bigint, sign: 1 | -1): IsoDate {
  if (seconds === 0n) return date;
  const last = dayNumber(sign === 1 ? LAST_DATE : FIRST_DATE);
  const ofDay = work.secondsOfDays ?? unstatedSeconds(work.days);
  const ofWeek = ofDay.reduce((sum, length) => sum + length, 0);
  // What takes longer than the calendar lasts ends with it.
  if (ofWeek === 0 || seconds / BigInt(ofWeek) > 600_000n) return dateOfDayNumber(last);
  let left = Number(seconds);
  let reached = dayNumber(date);
  let day = reached;
  while (left > 0) {
    // A week less than there are: the walk by days then counts one or more, and stops on the last.
    const weeks = Math.floor(left / ofWeek) - 1;
    if (weeks > 0) {
      const end = day + sign * weeks * 7;
      if ((last - end) * sign <= 0) return dateOfDayNumber(last);
      const lost = holidaysPassed(work, day, end).reduce((sum, one) => sum + ofDay[weekdayOf(one) - 1]!, 0);
      left -= weeks * ofWeek - lost;
      day = end;
    }
    day += sign;
    if ((last - day) * sign <= 0) return dateOfDayNumber(last);
    const length = ofDay[weekdayOfDayNumber(day) - 1]!;
    if (length === 0 || (!work.holidays.isEmpty && work.holidays.has(dateOfDayNumber(day)))) continue;
    if (sign === -1 && length > left) break;
    left -= length;
    reached = day;
  }
  return dateOfDayNumber(reached);
}

function unstatedSeconds(days: readonly Weekday[]): readonly number[] {
  return ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => (days.includes(day) ? SECONDS_OF_UNSTATED_DAY : 0));
}

/** How many holidays that fall on a day worked otherwise a walk from `start`, not counted, to `end` passes. */
function holidaysBetween(work: WorkDays, start: number, end: number): number {
  return holidaysPassed(work, start, end).length;
}

function holidaysPassed({ days, holidays }: WorkDays, start: number, end: number): readonly IsoDate[] {
  if (start === end || holidays.isEmpty) return [];
  const [first, last] = end > start ? [start + 1, end] : [end, start - 1];
  const [from, to] = [dateOfDayNumber(first), dateOfDayNumber(last)];
  return holidays.between(from, to).filter((date) => days.includes(weekdayOf(date)));
}
