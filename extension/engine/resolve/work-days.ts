import { daysOff, type DaysOff } from '../calendar/days-off.ts';
import { MONDAY_TO_FRIDAY, type Work } from '../calendar/working-days.ts';
import { workCalendar, type OwnHours } from '../calendar/working-time.ts';
import type { View } from '../model/engagement.ts';
import type { Holidays } from '../model/ports.ts';
import type { Hours } from '../model/value.ts';
import { onceFor } from '../values/once-for.ts';
import { isFilled } from './is-filled.ts';

/**
 * Years whose holidays are looked up. No contract reaches further, feasts that move are hardly known
 * there, and what is added to a date may lead to the end of time.
 */
const [firstYear, lastYear] = [1970, 2099];

/**
 * The working days of an engagement, worked out once for a view: they look up the holidays of each year that is counted.
 */
export const workDaysOf: (view: View) => Work = onceFor(workDaysIn);

/**
 * The working days of an engagement, which working lengths count when they are added to a date: those of
 * its office hours, else Monday to Friday, without its `holidays` (format-details 8). Without a holiday
 * calendar only dates that are written out are holidays.
 */
function workDaysIn(view: View): Work {
  const holidays = holidaysOf(statedHolidays(view), view.holidays);
  const { days } = MONDAY_TO_FRIDAY;
  const hours = view.lead?.keys.office_hours?.value;
  if (!standsForItself(hours)) return { days, holidays };
  // Which zone the hours are in makes no day longer.
  return workCalendar(hours, { zone: 'UTC', days, holidays });
}

/** Whether hours say by themselves when work is done. */
export function standsForItself(hours: Hours | undefined): hours is OwnHours {
  return hours !== undefined && hours.kind !== 'office' && hours.kind !== 'team';
}

/** What the engagement says of its holidays; the config where it says nothing. What does not read is not replaced. */
export function statedHolidays({ lead, defaultHolidays }: View): readonly string[] {
  const own = lead?.keys.holidays;
  return isFilled(own) ? (own?.value ?? []) : defaultHolidays;
}

/** Whether holidays are looked up in a year; before and after it nobody counts working days. */
export function hasHolidays(year: number): boolean {
  return year >= firstYear && year <= lastYear;
}

/** Whether only a calendar knows the days of an entry of such a list; else it is a date. */
export function isRegion(entry: string): boolean {
  return !isDate(entry);
}

/** The days that countries, regions, `eves` and plain dates take away. */
export function holidaysOf(
  regions: readonly string[] | undefined = [],
  holidays: Holidays | undefined,
): DaysOff {
  const dates = regions.filter(isDate);
  const looked = regions.filter((region) => !isDate(region));
  if (!holidays || looked.length === 0) return daysOff(dates);
  return daysOff(dates, {
    first: firstYear,
    last: lastYear + 1,
    // A feast of several days that begins in December is given with the year before.
    ofYear: (year) =>
      [year - 1, year]
        .filter(hasHolidays)
        .flatMap((one) => looked.flatMap((region) => holidays.of(region, one).map(({ date }) => date))),
  });
}

function isDate(region: string): boolean {
  return /^\d{4}-/.test(region);
}
