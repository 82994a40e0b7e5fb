import type { IsoDate, Weekday } from '../model/value.ts';
import { dateOfDayNumber, dayNumber, LAST_DATE, weekdayOf, weekdayOfDayNumber } from './plain-date.ts';

/** The days on which a team or an office works. */
export interface WorkDays {
  /** Ascending. Empty: it never works. */
  readonly days: readonly Weekday[];
  readonly holidays: ReadonlySet<IsoDate>;
}

/** What counts as working days where no office hours and no team say otherwise (rules.md 1.4). */
export const MONDAY_TO_FRIDAY: WorkDays = { days: [1, 2, 3, 4, 5], holidays: new Set() };

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
  const last = step === 1 ? dayNumber(LAST_DATE) : dayNumber('0001-01-01');
  if (work.days.length === 0) return dateOfDayNumber(last);
  const holidays = workingHolidays(work);
  let day = dayNumber(date);
  let left = Math.abs(count);
  while (left > 0) {
    const weeks = Math.floor((left - 1) / work.days.length);
    const reached = day + step * weeks * 7;
    left -= weeks * work.days.length - holidaysBetween(holidays, day, reached);
    day = reached + step;
    if ((last - day) * step <= 0) return dateOfDayNumber(last);
    if (work.days.includes(weekdayOfDayNumber(day)) && !holidays.has(day)) left--;
  }
  return dateOfDayNumber(day);
}

/** The day numbers of the holidays that fall on a day that is worked otherwise. */
function workingHolidays(work: WorkDays): ReadonlySet<number> {
  const days = new Set<number>();
  for (const holiday of work.holidays) {
    const day = dayNumber(holiday);
    if (work.days.includes(weekdayOfDayNumber(day))) days.add(day);
  }
  return days;
}

/** How many of them a walk from `start`, not counted, to `end` passes. */
function holidaysBetween(holidays: ReadonlySet<number>, start: number, end: number): number {
  let count = 0;
  for (const day of holidays) {
    if (end > start ? day > start && day <= end : day < start && day >= end) count++;
  }
  return count;
}
