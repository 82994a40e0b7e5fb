import type { IsoDate, Weekday } from '../model/value.ts';
import { daysInMonth } from '../values/plain-date.ts';

// Our own arithmetic of the Gregorian calendar, in whole numbers: Temporal takes twenty times as long for a day.

/** The first and the last date that an `IsoDate` holds. Arithmetic that would leave them stops at them. */
export const FIRST_DATE: IsoDate = '0001-01-01';
export const LAST_DATE: IsoDate = '9999-12-31';

/** `days` later, or earlier when negative. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** `months` later, or earlier when negative; the day clamps to the end of the month (domain.md 4.1, 5). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = partsOf(date);
  const reached = year * 12 + month - 1 + months;
  const inYear = Math.floor(reached / 12);
  if (inYear < 1) return FIRST_DATE;
  if (inYear > 9999) return LAST_DATE;
  const inMonth = reached - inYear * 12 + 1;
  return isoDate(inYear, inMonth, Math.min(day, daysInMonth(inYear, inMonth)));
}

/** Days from `from` to `to`: 1 from a day to the next, negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Days since 1970-01-01. */
export function dayNumber(date: IsoDate): number {
  const [year, month, day] = partsOf(date);
  return dayNumberOf(year, month, day);
}

/** The month of a date, counted from January of the year 0. */
export function monthNumber(date: IsoDate): number {
  const [year, month] = partsOf(date);
  return year * 12 + month - 1;
}

/** The day numbers of the first and the last day of such a month. */
export function daysOfMonth(month: number): { readonly first: number; readonly last: number } {
  const year = Math.floor(month / 12);
  const inYear = month - year * 12 + 1;
  const first = dayNumberOf(year, inYear, 1);
  return { first, last: first + daysInMonth(year, inYear) - 1 };
}

function dayNumberOf(year: number, month: number, day: number): number {
  // Years begin in March, so that the day that leap years add is their last.
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_OF_ERA + dayOfEra - DAYS_TO_1970;
}

/** The date so many days after 1970-01-01. */
export function dateOfDayNumber(days: number): IsoDate {
  if (days <= FIRST_DAY) return FIRST_DATE;
  if (days >= LAST_DAY) return LAST_DATE;
  const sinceMarch = days + DAYS_TO_1970;
  const era = Math.floor(sinceMarch / DAYS_OF_ERA);
  const dayOfEra = sinceMarch - era * DAYS_OF_ERA;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return isoDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
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
  return weekdayOfDayNumber(dayNumber(date));
}

/** The ISO week that holds a date, and the year the week belongs to: 2027-01-01 is in week 53 of 2026. */
export function isoWeekOf(date: IsoDate): { readonly year: number; readonly week: number } {
  return isoWeekOfDayNumber(dayNumber(date));
}

/** The same of the date so many days after 1970-01-01. */
export function isoWeekOfDayNumber(day: number): { readonly year: number; readonly week: number } {
  // A week belongs to the year of its Thursday.
  const thursday = day + 4 - weekdayOfDayNumber(day);
  const year = yearOf(thursday);
  return { year, week: Math.floor((thursday - firstDayOf(year)) / 7) + 1 };
}

/** The Monday of the week that holds a date. */
export function mondayOf(date: IsoDate): IsoDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** The last day of the month that holds a date. */
export function endOfMonth(date: IsoDate): IsoDate {
  const [year, month] = partsOf(date);
  return isoDate(year, month, daysInMonth(year, month));
}

const DAYS_OF_ERA = 146_097;
/** From the first of March of the year 0 to 1970-01-01. */
const DAYS_TO_1970 = 719_468;
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

function partsOf(date: IsoDate): readonly [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function isoDate(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** The year of a day, also of the few days around the first and the last date that weeks reach. */
function yearOf(day: number): number {
  if (day < FIRST_DAY) return 0;
  return day > LAST_DAY ? 10_000 : Number(dateOfDayNumber(day).slice(0, 4));
}

function firstDayOf(year: number): number {
  const before = year - 1;
  return (
    FIRST_DAY + before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  );
}
