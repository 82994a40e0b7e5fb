import type { IsoDate, Weekday } from '../model/value.ts';
import { NO_DAYS_OFF, type DaysOff } from './days-off.ts';
import { dateOfDayNumber, dayNumber, FIRST_DATE, LAST_DATE, weekdayOf } from './plain-date.ts';

/** The days on which a team or an office works. */
export interface WorkDays {
  /** Ascending. Empty: it never works. */
  readonly days: readonly Weekday[];
  readonly holidays: DaysOff;
}

/** Working days, and the seconds of work in one of them where they are known. */
export interface Work extends WorkDays {
  readonly secondsOfDay?: number;
}

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

/** How many holidays that fall on a day worked otherwise a walk from `start`, not counted, to `end` passes. */
function holidaysBetween({ days, holidays }: WorkDays, start: number, end: number): number {
  if (start === end || holidays.isEmpty) return 0;
  const [first, last] = end > start ? [start + 1, end] : [end, start - 1];
  const [from, to] = [dateOfDayNumber(first), dateOfDayNumber(last)];
  return holidays.between(from, to).filter((date) => days.includes(weekdayOf(date))).length;
}
