import type { ClockTime, Every, IsoDate, Weekday, When } from '../model/value.ts';
import {
  dateOfDayNumber,
  dayNumber,
  daysOfMonth,
  isoWeekOfDayNumber,
  monthNumber,
  weekdayOfDayNumber,
} from './plain-date.ts';
import type { WorkDays } from './working-days.ts';
import { isWorkingDay, MONDAY_TO_FRIDAY } from './working-days.ts';
import type { Interval } from './intervals.ts';
import type { Clocks, ZoneClock } from '../model/clock.ts';
import type { LocalTime } from './zone-clock.ts';
import { instantOf, localTimeOf, minuteOf, zoneClock } from './zone-clock.ts';

// Our own enumeration over days: rrule has no even ISO weeks, no working days and no clamping to the end of a month.

/** One time that something happens, in local time of `zone`. */
export interface Occurrence {
  readonly date: IsoDate;
  /** Absent where When names no time of day. */
  readonly from?: ClockTime;
  /** Absent where When names no end. An end at or before `from` lies on the next day. */
  readonly to?: ClockTime;
  readonly zone: string;
}

/** The days on which one recurrence is held, each at the same local time of one zone. */
export interface Held extends Omit<Occurrence, 'date'> {
  /** Days since 1970-01-01, ascending. */
  readonly days: readonly number[];
}

/**
 * On which of the days `from` to `to` a recurrence is held (format-details.md item 17).
 *
 * Every n weeks are counted from the first occurrence on or after `anchor` (settled 8), every n months,
 * quarters and years from the period that holds it, every n days from the anchor itself. Even and odd weeks are ISO weeks, whatever the count. Without Every it
 * is what When suggests: a weekday weekly, `first Sunday` monthly, a named month yearly. In a
 * quarter or a year it is the first month, unless When names one; in a quarter a named month stands
 * for its place among the three. Day 31 is the last day of a shorter month. A working day without a
 * number is the last.
 *
 * Nothing is guessed: a week without a weekday, and a month with a bare weekday, a quarter or year
 * without a day, have no occurrences. Days without a weekday are Monday to Friday.
 */
export function heldOn(
  every: Every | undefined,
  when: When,
  { from, to, anchor }: { readonly from: IsoDate; readonly to: IsoDate; readonly anchor: IsoDate },
  where: { readonly zone: string; readonly work?: WorkDays },
): Held {
  const often = every ?? impliedEvery(when);
  const { work = MONDAY_TO_FRIDAY } = where;
  const span = { from: dayNumber(from), to: dayNumber(to), anchor: dayNumber(anchor) };
  const days = often.unit === 'day' ? daysByDay : often.unit === 'week' ? daysByWeek : daysByMonths;
  return {
    days: days(often, when, span, work),
    zone: when.zone ?? where.zone,
    ...(when.from === undefined ? {} : { from: when.from }),
    ...(when.to === undefined ? {} : { to: when.to }),
  };
}

/** The same, one by one. */
export function occurrences(...recurrence: Parameters<typeof heldOn>): readonly Occurrence[] {
  return occurrencesIn(heldOn(...recurrence));
}

/** Each day of a recurrence, or of these days of it. */
export function occurrencesIn(
  { days, ...time }: Held,
  some: readonly number[] = days,
): readonly Occurrence[] {
  return some.map((day) => ({ date: dateOfDayNumber(day), ...time }));
}

/** How often something happens that only says when (`first Sunday 02:00-06:00`). */
export function impliedEvery(when: When): Every {
  if (when.month !== undefined) return { n: 1, unit: 'year' };
  if (when.nth !== undefined || when.day !== undefined) return { n: 1, unit: 'month' };
  return { n: 1, unit: when.weekdays === undefined ? 'day' : 'week' };
}

/**
 * The instants, in seconds since 1970, at which an occurrence begins and ends: its end is `to`, else
 * `minutes` later. Undefined without a time of day.
 */
export function instantsOf({ date, from, to, zone }: Occurrence, minutes = 0): Interval | undefined {
  if (from === undefined) return undefined;
  return instantsOn(zoneClock(zone, date, date), dayNumber(date), minutesOf(from, to), minutes);
}

/** The same of each day of a recurrence: the offsets of its zone are asked for once. None without a time of day. */
export function instantsOfEach(
  { days, zone, from, to }: Held,
  minutes: number,
  clocks: Clocks,
): readonly { readonly day: number; readonly instants: Interval }[] {
  const [first, last] = [days[0], days.at(-1)];
  if (from === undefined || first === undefined || last === undefined) return [];
  const clock = clocks(zone, dateOfDayNumber(first), dateOfDayNumber(last));
  const times = minutesOf(from, to);
  return days.map((day) => ({ day, instants: instantsOn(clock, day, times, minutes) }));
}

/** Minutes of a local day, of which the end may lie on the next. */
interface Minutes {
  readonly begins: number;
  readonly ends: number | undefined;
}

function minutesOf(from: ClockTime, to: ClockTime | undefined): Minutes {
  const begins = minuteOf(from);
  const ends = to === undefined ? undefined : minuteOf(to);
  return { begins, ends: ends !== undefined && ends <= begins ? ends + 1440 : ends };
}

function instantsOn(clock: ZoneClock, day: number, { begins, ends }: Minutes, minutes: number): Interval {
  const start = instantOf(clock, day, begins);
  return { from: start, to: ends === undefined ? start + minutes * 60 : instantOf(clock, day, ends) };
}

/** Local date and time in `zone` of the beginning and the end of an occurrence (domain.md D10). */
export function occurrenceIn(
  occurrence: Occurrence,
  zone: string,
  minutes = 0,
): { readonly from: LocalTime; readonly to: LocalTime } | undefined {
  const instants = instantsOf(occurrence, minutes);
  if (instants === undefined) return undefined;
  const clock = zoneClock(zone, occurrence.date, occurrence.date);
  return { from: localTimeOf(clock, instants.from), to: localTimeOf(clock, instants.to) };
}

/**
 * The different local times of day, earliest first, at which occurrences of one recurrence begin in another
 * zone. Each zone's offsets are asked for once, not for each occurrence.
 */
export function beginningsIn(held: readonly Occurrence[], zone: string): readonly ClockTime[] {
  const first = held[0];
  const last = held.at(-1);
  if (!first || !last) return [];
  const here = zoneClock(first.zone, first.date, last.date);
  const there = zoneClock(zone, first.date, last.date);
  const times = new Set<ClockTime>();
  for (const { date, from } of held) {
    if (from !== undefined)
      times.add(localTimeOf(there, instantOf(here, dayNumber(date), minuteOf(from))).time);
  }
  return [...times].sort();
}

/** All three are days since 1970-01-01. */
interface DaySpan {
  readonly from: number;
  readonly to: number;
  readonly anchor: number;
}

const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

function daysByDay(every: Every, when: When, span: DaySpan): readonly number[] {
  const weekdays = when.weekdays ?? WORKDAYS;
  const parity = every.parity ?? when.parity;
  const found: number[] = [];
  for (let day = span.from; day <= span.to; day++) {
    if ((day - span.anchor) % every.n !== 0 || !weekdays.includes(weekdayOfDayNumber(day))) continue;
    if (fitsParity(day, parity)) found.push(day);
  }
  return found;
}

function daysByWeek(every: Every, when: When, span: DaySpan, work: WorkDays): readonly number[] {
  const parity = every.parity ?? when.parity;
  const first = every.n > 1 && parity === undefined ? firstWeek(when, span.anchor, work) : undefined;
  const found: number[] = [];
  for (let monday = mondayOfDay(span.from); monday <= span.to; monday += 7) {
    if (first !== undefined && ((monday - first) / 7) % every.n !== 0) continue;
    if (!fitsParity(monday, parity)) continue;
    for (const day of daysInWeek(when, monday, work)) if (day >= span.from && day <= span.to) found.push(day);
  }
  return found;
}

/** The Monday of the week in which something is held first, on or after a day; of that day's where it never is. */
function firstWeek(when: When, from: number, work: WorkDays): number {
  const monday = mondayOfDay(from);
  // Holidays may take a week or two of working days away, but not a year.
  for (let week = 0; week <= 52; week++) {
    if (daysInWeek(when, monday + week * 7, work).some((day) => day >= from)) return monday + week * 7;
  }
  return monday;
}

function daysInWeek(when: When, monday: number, work: WorkDays): readonly number[] {
  if (when.day === 'working') return nthWorkingDay(monday, monday + 6, when.nth, work);
  return ascending((when.weekdays ?? []).map((weekday) => monday + weekday - 1));
}

/** The days in each month, quarter or year that counts. */
function daysByMonths(every: Every, when: When, span: DaySpan, work: WorkDays): readonly number[] {
  const size = every.unit === 'month' ? 1 : every.unit === 'quarter' ? 3 : 12;
  const unitOf = (day: number): number => Math.floor(monthNumber(dateOfDayNumber(day)) / size);
  const anchor = unitOf(span.anchor);
  const found: number[] = [];
  for (let unit = unitOf(span.from), last = unitOf(span.to); unit <= last; unit++) {
    if ((unit - anchor) % every.n !== 0) continue;
    for (const day of daysInMonths(when, unit * size + monthsInto(every.unit, when.month), work))
      if (day >= span.from && day <= span.to) found.push(day);
  }
  return found;
}

function daysInMonths(when: When, month: number, work: WorkDays): readonly number[] {
  const { first, last } = daysOfMonth(month);
  if (when.day === 'working') return nthWorkingDay(first, last, when.nth, work);
  if (when.day !== undefined) return [Math.min(first + when.day - 1, last)];
  const { nth } = when;
  if (nth === undefined) return [];
  return ascending((when.weekdays ?? []).map((weekday) => nthWeekday(first, last, weekday, nth)));
}

/** Which month of the period it is, from 0. */
function monthsInto(unit: Every['unit'], month: number | undefined): number {
  if (month === undefined || unit === 'month') return 0;
  return unit === 'quarter' ? (month - 1) % 3 : month - 1;
}

function nthWeekday(first: number, last: number, weekday: Weekday, nth: 1 | 2 | 3 | 4 | -1): number {
  if (nth === -1) return last - ((weekdayOfDayNumber(last) - weekday + 7) % 7);
  return first + ((weekday - weekdayOfDayNumber(first) + 7) % 7) + (nth - 1) * 7;
}

/** Of the working days from `first` to `last` the nth, or the last; none where there are fewer. */
function nthWorkingDay(
  first: number,
  last: number,
  nth: When['nth'] = -1,
  work: WorkDays,
): readonly number[] {
  const backwards = nth === -1;
  let left = backwards ? 1 : nth;
  for (let step = 0; step <= last - first; step++) {
    const day = backwards ? last - step : first + step;
    if (isWorkingDay(work, dateOfDayNumber(day)) && --left === 0) return [day];
  }
  return [];
}

function fitsParity(day: number, parity: 'even' | 'odd' | undefined): boolean {
  return parity === undefined || isoWeekOfDayNumber(day).week % 2 === (parity === 'odd' ? 1 : 0);
}

function mondayOfDay(day: number): number {
  return day + 1 - weekdayOfDayNumber(day);
}

function ascending(days: readonly number[]): readonly number[] {
  return days.length < 2 ? days : [...days].sort((a, b) => a - b);
}
