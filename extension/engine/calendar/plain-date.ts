import { Temporal } from 'temporal-polyfill/implementation';
import type { IsoDate, Weekday } from '../model/value.ts';

/** The first and the last date that an `IsoDate` holds. Arithmetic that would leave them stops at them. */
const FIRST_DATE: IsoDate = '0001-01-01';
export const LAST_DATE: IsoDate = '9999-12-31';

/** More days than lie between the first and the last date, and few enough for Temporal. */
const MOST_DAYS = 4_000_000;
const MOST_MONTHS = 130_000;

/** `days` later, or earlier when negative. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return moved(date, { days: within(days, MOST_DAYS) });
}

/** `months` later, or earlier when negative; the day clamps to the end of the month (domain.md 4.1, 5). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  return moved(date, { months: within(months, MOST_MONTHS) });
}

/** Days from `from` to `to`: 1 from a day to the next, negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return plain(from).until(plain(to), { largestUnit: 'days' }).days;
}

/** Days since 1970-01-01. */
export function dayNumber(date: IsoDate): number {
  return daysBetween('1970-01-01', date);
}

/** The date so many days after 1970-01-01. */
export function dateOfDayNumber(days: number): IsoDate {
  return addDays('1970-01-01', days);
}

/** The weekday of the date so many days after 1970-01-01, a Thursday. */
export function weekdayOfDayNumber(days: number): Weekday {
  return (((((days + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export function compareDates(a: IsoDate, b: IsoDate): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function earlier(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b;
}

export function later(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b;
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(date: IsoDate): Weekday {
  return plain(date).dayOfWeek as Weekday;
}

/** The ISO week that holds a date, and the year the week belongs to: 2027-01-01 is in week 53 of 2026. */
export function isoWeekOf(date: IsoDate): { readonly year: number; readonly week: number } {
  const day = plain(date);
  return { year: day.yearOfWeek ?? day.year, week: day.weekOfYear ?? 1 };
}

/** The Monday of the week that holds a date. */
export function mondayOf(date: IsoDate): IsoDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** The last day of the month that holds a date. */
export function endOfMonth(date: IsoDate): IsoDate {
  const day = plain(date);
  return day.with({ day: day.daysInMonth }).toString();
}

function within(count: number, most: number): number {
  return Math.min(Math.max(count, -most), most);
}

function moved(date: IsoDate, by: { readonly days?: number; readonly months?: number }): IsoDate {
  const text = plain(date).add(by).toString();
  if (text.length === 10) return text < FIRST_DATE ? FIRST_DATE : text;
  return text.startsWith('-') ? FIRST_DATE : LAST_DATE;
}

/** The parts of a date that was read already: asking Temporal to read it once more takes five times as long. */
function plain(date: IsoDate): Temporal.PlainDate {
  return new Temporal.PlainDate(
    Number(date.slice(0, 4)),
    Number(date.slice(5, 7)),
    Number(date.slice(8, 10)),
  );
}
