import type { Exact } from '../measure/decimal.ts';
import { add, exact, floor, multiply, ratio, subtract } from '../measure/decimal.ts';
import type { Duration, Every, IsoDate, Period, TimeUnit } from '../model/value.ts';
import { addLength, daysOfMonths, monthsOfUnit, secondsOfUnit } from './add-length.ts';
import { addDays, addMonths, daysBetween, earlier, endOfMonth, isoWeekOf, mondayOf } from './plain-date.ts';

/** A period of the calendar. */
export type CalendarUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** The calendar period of a unit that holds a date; weeks begin on Monday (format.md section 4). */
export function periodOf(date: IsoDate, unit: CalendarUnit): Period {
  switch (unit) {
    case 'day':
      return { form: 'days', from: date, to: date };
    case 'week': {
      const monday = mondayOf(date);
      return { form: 'week', from: monday, to: addDays(monday, 6) };
    }
    default: {
      const months = MONTHS[unit];
      const from = firstMonthOf(date, months);
      return { form: unit, from, to: endOfMonth(addMonths(from, months - 1)) };
    }
  }
}

/** The period of the same form that begins on the day after; of days, as many days. */
export function nextPeriod(period: Period): Period {
  const from = addDays(period.to, 1);
  if (period.form !== 'days') return periodOf(from, period.form);
  return { form: 'days', from, to: addDays(from, daysBetween(period.from, period.to)) };
}

export function periodHolds(period: Period, date: IsoDate): boolean {
  return period.from <= date && date <= period.to;
}

/** Whether `next` begins on the day after `period` ends. */
export function isConsecutive(period: Period, next: Period): boolean {
  return addDays(period.to, 1) === next.from;
}

/** A period as it is written: "2026-10", "2026-Q4", "2026-W46", "2026", "2026-07-01 to 2026-08-15". */
export function periodText(period: Period): string {
  const { form, from, to } = period;
  switch (form) {
    case 'year':
      return from.slice(0, 4);
    case 'quarter':
      return `${from.slice(0, 4)}-Q${(Number(from.slice(5, 7)) + 2) / 3}`;
    case 'month':
      return from.slice(0, 7);
    case 'week': {
      const { year, week } = isoWeekOf(from);
      return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
    }
    case 'days':
      return from === to ? from : `${from} to ${to}`;
  }
}

/**
 * The periods that Every means and that end on one of the days `from` to `to`, in order. Every
 * single unit is a period of the calendar; every n units are counted from the one that holds
 * `anchor` (format-details.md item 17). Even and odd weeks are single weeks.
 */
export function periodsEnding(every: Every, from: IsoDate, to: IsoDate, anchor: IsoDate): readonly Period[] {
  const periods: Period[] = [];
  const counted = every.parity === undefined ? every : { ...every, n: 1 };
  let first = firstPeriod(counted, from, anchor);
  while (first.to <= to) {
    const odd = isoWeekOf(first.from).week % 2 === 1;
    if (first.to >= from && (every.parity === undefined || odd === (every.parity === 'odd')))
      periods.push(first);
    if (first.to >= '9999-01-01') break;
    first = grown(nextPeriod(periodOf(first.to, every.unit)), counted);
  }
  return periods;
}

/** The first and last day of a contract of so much time: its end is inclusive (domain.md 4.1, 6). */
export function contractEnd(start: IsoDate, term: Duration): IsoDate {
  return addDays(addLength(start, term), -1);
}

/**
 * How many periods of a fee a term holds that begins on `from`, exact (rules.md section 3,
 * committed-by-silence): months, quarters and years in each other, weeks and days in each other;
 * otherwise the periods that the days of the term hold. Undefined for fees by the hour and shorter, and
 * for working terms.
 */
export function feePeriodsOfTerm(term: Duration, per: TimeUnit, from: IsoDate): Exact | undefined {
  if (term.working) return undefined;
  const n = exact(term.n);
  const termMonths = monthsOfUnit(term.unit);
  const perMonths = monthsOfUnit(per);
  const perSeconds = secondsOfUnit(per);
  if (perSeconds !== undefined && perSeconds < 86_400n) return undefined;
  if (termMonths !== undefined && perMonths !== undefined) {
    return ratio(n.numerator * termMonths, n.denominator * perMonths);
  }
  if (perSeconds !== undefined) {
    const seconds =
      termMonths === undefined
        ? multiply(n, exact(secondsOfUnit(term.unit) ?? 0n))
        : multiply(daysOfMonths(from, multiply(n, exact(termMonths))), exact(86_400));
    return ratio(seconds.numerator, seconds.denominator * perSeconds);
  }
  const days = multiply(n, ratio(secondsOfUnit(term.unit) ?? 0n, 86_400n));
  return periodsInDays(from, days, per as 'month' | 'quarter' | 'year');
}

/**
 * How many periods of a fee a period holds, exact (settled 4): a whole calendar month is a third of a
 * quarter and a twelfth of a year; the days of a month that is not whole count by their share of the
 * calendar month, quarter or year of the fee that they lie in. Undefined for fees by the hour and shorter.
 */
export function feePeriodsIn(period: Pick<Period, 'from' | 'to'>, per: TimeUnit): Exact | undefined {
  const { from, to } = period;
  if (per === 'day' || per === 'week') {
    return ratio(BigInt(daysBetween(from, to) + 1), per === 'day' ? 1n : 7n);
  }
  if (per !== 'month' && per !== 'quarter' && per !== 'year') return undefined;
  const first = firstMonthWithin(from);
  const last = lastMonthWithin(to);
  // Without a whole month the days may still lie in two; the last month of the calendar has no next one.
  if (last < first || firstMonthOf(first, 1) !== first) return sharesOfDays(from, to, per);
  const before = first === from ? exact(0) : sharesOfDays(from, addDays(first, -1), per);
  const after = last === to ? exact(0) : sharesOfDays(addDays(last, 1), to, per);
  const months = ratio(BigInt(unitsBetween(first, last, 'month') + 1), BigInt(MONTHS[per]));
  return add(add(before, after), months);
}

/** What so many days from a day on hold; a part of a day is a part of the share that its day has. */
function periodsInDays(from: IsoDate, days: Exact, per: 'month' | 'quarter' | 'year'): Exact | undefined {
  const whole = Number(floor(days));
  const next = addDays(from, whole);
  const rest = multiply(subtract(days, exact(whole)), sharesOfDays(next, next, per));
  return whole === 0 ? rest : add(feePeriodsIn({ from, to: addDays(next, -1) }, per) ?? exact(0), rest);
}

/** The first day of the first month that begins on or after a day. */
function firstMonthWithin(from: IsoDate): IsoDate {
  const begin = firstMonthOf(from, 1);
  return begin === from ? from : addMonths(begin, 1);
}

/** The last day of the last month that ends on or before a day. */
function lastMonthWithin(to: IsoDate): IsoDate {
  return endOfMonth(to) === to ? to : addDays(firstMonthOf(to, 1), -1);
}

/** Days of less than two months, each as a part of the month, quarter or year that it lies in. */
function sharesOfDays(from: IsoDate, to: IsoDate, per: 'month' | 'quarter' | 'year'): Exact {
  const whole = periodOf(from, per);
  const last = earlier(whole.to, to);
  const share = ratio(BigInt(daysBetween(from, last) + 1), BigInt(daysBetween(whole.from, whole.to) + 1));
  return last === to ? share : add(share, sharesOfDays(addDays(last, 1), to, per));
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

function firstMonthOf(date: IsoDate, months: number): IsoDate {
  const month = Math.floor((Number(date.slice(5, 7)) - 1) / months) * months + 1;
  return `${date.slice(0, 5)}${String(month).padStart(2, '0')}-01`;
}

/** The period of `every` that holds a date, counted from the anchor. */
function firstPeriod(every: Every, date: IsoDate, anchor: IsoDate): Period {
  const single = periodOf(date, every.unit);
  if (every.n <= 1) return single;
  const counted = unitsBetween(periodOf(anchor, every.unit).from, single.from, every.unit);
  const behind = ((counted % every.n) + every.n) % every.n;
  const from =
    every.unit === 'day' || every.unit === 'week'
      ? addDays(single.from, -behind * (every.unit === 'day' ? 1 : 7))
      : addMonths(single.from, -behind * MONTHS[every.unit]);
  return grown(periodOf(from, every.unit), every);
}

/** A period with the n - 1 that follow it. */
function grown(period: Period, every: Every): Period {
  if (every.n <= 1) return period;
  const last =
    every.unit === 'day' || every.unit === 'week'
      ? addDays(period.to, (every.n - 1) * (every.unit === 'day' ? 1 : 7))
      : endOfMonth(addMonths(period.from, every.n * MONTHS[every.unit] - 1));
  return { form: 'days', from: period.from, to: last };
}

/** From the first day of one period to that of another, in units. */
function unitsBetween(from: IsoDate, to: IsoDate, unit: CalendarUnit): number {
  if (unit === 'day') return daysBetween(from, to);
  if (unit === 'week') return daysBetween(from, to) / 7;
  const months = (date: IsoDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return (months(to) - months(from)) / MONTHS[unit];
}
