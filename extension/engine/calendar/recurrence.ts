import type { ClockTime, Every, IsoDate, Weekday, When } from '../model/value.ts';
import { periodOf } from './periods.ts';
import {
  addDays,
  addMonths,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  earlier,
  endOfMonth,
  isoWeekOf,
  mondayOf,
  weekdayOf,
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

/**
 * The occurrences of a recurrence on the days `from` to `to` (format-details.md item 17).
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
export function occurrences(
  every: Every | undefined,
  when: When,
  span: { readonly from: IsoDate; readonly to: IsoDate; readonly anchor: IsoDate },
  where: { readonly zone: string; readonly work?: WorkDays },
): readonly Occurrence[] {
  const often = every ?? impliedEvery(when);
  const { work = MONDAY_TO_FRIDAY } = where;
  const dates = (often.unit === 'day' ? datesByDay : often.unit === 'week' ? datesByWeek : datesByMonths)(
    often,
    when,
    span,
    work,
  );
  return dates.map((date) => ({
    date,
    zone: when.zone ?? where.zone,
    ...(when.from === undefined ? {} : { from: when.from }),
    ...(when.to === undefined ? {} : { to: when.to }),
  }));
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
export function instantsOf(occurrence: Occurrence, minutes = 0): Interval | undefined {
  return instantsOn(zoneClock(occurrence.zone, occurrence.date, occurrence.date), occurrence, minutes);
}

/** The same of each occurrence of one recurrence: the offsets of its zone are asked for once. Those without a time of day are left out. */
export function instantsOfEach(
  held: readonly Occurrence[],
  minutes = 0,
  clocks: Clocks = zoneClock,
): readonly { readonly occurrence: Occurrence; readonly instants: Interval }[] {
  const [first, last] = [held[0], held.at(-1)];
  if (!first || !last) return [];
  const clock = clocks(first.zone, first.date, last.date);
  return held.flatMap((occurrence) => {
    const instants = instantsOn(clock, occurrence, minutes);
    return instants ? [{ occurrence, instants }] : [];
  });
}

function instantsOn(clock: ZoneClock, { date, from, to }: Occurrence, minutes: number): Interval | undefined {
  if (from === undefined) return undefined;
  const day = dayNumber(date);
  const begins = minuteOf(from);
  const start = instantOf(clock, day, begins);
  if (to === undefined) return { from: start, to: start + minutes * 60 };
  const ends = minuteOf(to);
  return { from: start, to: instantOf(clock, day, ends <= begins ? ends + 1440 : ends) };
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

interface DaySpan {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly anchor: IsoDate;
}

const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

function datesByDay(every: Every, when: When, span: DaySpan): readonly IsoDate[] {
  const weekdays = when.weekdays ?? WORKDAYS;
  const anchor = dayNumber(span.anchor);
  const found: IsoDate[] = [];
  for (let day = dayNumber(span.from), last = dayNumber(span.to); day <= last; day++) {
    if ((day - anchor) % every.n === 0 && weekdays.includes(weekdayOfDayNumber(day))) {
      const date = dateOfDayNumber(day);
      if (fitsParity(date, every.parity ?? when.parity)) found.push(date);
    }
  }
  return found;
}

function datesByWeek(every: Every, when: When, span: DaySpan, work: WorkDays): readonly IsoDate[] {
  const parity = every.parity ?? when.parity;
  const first = every.n > 1 && parity === undefined ? firstWeek(when, span.anchor, work) : undefined;
  const found: IsoDate[] = [];
  for (let monday = dayNumber(mondayOf(span.from)), last = dayNumber(span.to); monday <= last; monday += 7) {
    if (first !== undefined && ((monday - first) / 7) % every.n !== 0) continue;
    if (!fitsParity(dateOfDayNumber(monday), parity)) continue;
    for (const date of datesInWeek(when, monday, work))
      if (date >= span.from && date <= span.to) found.push(date);
  }
  return found;
}

/** The Monday of the week in which something is held first, on or after a day; of that day's where it never is. */
function firstWeek(when: When, from: IsoDate, work: WorkDays): number {
  const monday = dayNumber(mondayOf(from));
  // Holidays may take a week or two of working days away, but not a year.
  for (let week = 0; week <= 52; week++) {
    if (datesInWeek(when, monday + week * 7, work).some((date) => date >= from)) return monday + week * 7;
  }
  return monday;
}

function datesInWeek(when: When, monday: number, work: WorkDays): readonly IsoDate[] {
  const first = dateOfDayNumber(monday);
  if (when.day === 'working') return nthWorkingDay(first, addDays(first, 6), when.nth, work);
  return (when.weekdays ?? []).map((weekday) => dateOfDayNumber(monday + weekday - 1)).sort();
}

/** The dates in each month, quarter or year that counts. */
function datesByMonths(every: Every, when: When, span: DaySpan, work: WorkDays): readonly IsoDate[] {
  const found: IsoDate[] = [];
  let period = periodOf(span.from, every.unit);
  for (;;) {
    if (unitsSince(span.anchor, period.from, every.unit) % every.n === 0) {
      for (const date of datesIn(every, when, period.from, work)) {
        if (date >= span.from && date <= span.to) found.push(date);
      }
    }
    const next = addDays(period.to, 1);
    if (next > span.to || next === period.to) return found;
    period = periodOf(next, every.unit);
  }
}

function datesIn(every: Every, when: When, first: IsoDate, work: WorkDays): readonly IsoDate[] {
  const month = addMonths(first, monthsInto(every.unit, when.month));
  const last = endOfMonth(month);
  if (when.day === 'working') return nthWorkingDay(month, last, when.nth, work);
  if (when.day !== undefined) return [earlier(addDays(month, when.day - 1), last)];
  if (when.nth === undefined) return [];
  const { nth } = when;
  return (when.weekdays ?? []).map((weekday) => nthWeekday(month, last, weekday, nth)).sort();
}

/** Which month of the period it is, from 0. */
function monthsInto(unit: Every['unit'], month: number | undefined): number {
  if (month === undefined || unit === 'month') return 0;
  return unit === 'quarter' ? (month - 1) % 3 : month - 1;
}

function nthWeekday(month: IsoDate, last: IsoDate, weekday: Weekday, nth: 1 | 2 | 3 | 4 | -1): IsoDate {
  if (nth === -1) return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  return addDays(month, ((weekday - weekdayOf(month) + 7) % 7) + (nth - 1) * 7);
}

/** Of the working days from `first` to `last` the nth, or the last; none where there are fewer. */
function nthWorkingDay(
  first: IsoDate,
  last: IsoDate,
  nth: When['nth'] = -1,
  work: WorkDays,
): readonly IsoDate[] {
  const backwards = nth === -1;
  let left = backwards ? 1 : nth;
  for (let step = 0, days = daysBetween(first, last); step <= days; step++) {
    const date = backwards ? addDays(last, -step) : addDays(first, step);
    if (isWorkingDay(work, date) && --left === 0) return [date];
  }
  return [];
}

function fitsParity(date: IsoDate, parity: 'even' | 'odd' | undefined): boolean {
  return parity === undefined || isoWeekOf(date).week % 2 === (parity === 'odd' ? 1 : 0);
}

/** Months, quarters or years from the one that holds `anchor` to the one that begins on `first`. */
function unitsSince(anchor: IsoDate, first: IsoDate, unit: Every['unit']): number {
  const monthOf = (date: IsoDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const size = unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12;
  return Math.floor(monthOf(first) / size) - Math.floor(monthOf(anchor) / size);
}
