import { Temporal } from 'temporal-polyfill/implementation';
import type { IsoDate, Period } from '../model/value.ts';
import { toWords } from './grammar-words.ts';
import { cut, fail } from './part.ts';
import type { Outcome, Part } from './part.ts';
import { daysInMonth, looksLikeDate, readPlainDate } from './plain-date.ts';
import { say } from './say.ts';

/** No report and no closure is longer: it bounds what is counted day by day. */
const yearsAtMost = 30;

/** "2026", "2026-Q4", "2026-10", "2026-W46", "2026-12-24 to 2027-01-01", or one day; first and last day inclusive. */
export function readPeriod(part: Part): Outcome<Period> {
  const year = /^(\d{4})(?:-(?:(\d{2})|q(\d)|w(\d{2})))?$/.exec(part.text);
  if (!year) return readDays(part);
  const [, y = '', month, quarter, week] = year;
  if (month !== undefined) return readMonth(part, y, Number(month));
  if (quarter !== undefined) return readQuarter(part, y, Number(quarter));
  if (week !== undefined) return readWeek(part, Number(y), Number(week));
  return { value: { form: 'year', from: `${y}-01-01`, to: `${y}-12-31` } };
}

function readMonth(part: Part, year: string, month: number): Outcome<Period> {
  if (month < 1 || month > 12)
    return fail(part, 'noSuchPeriod', {
      reason: say('a year has no month {{month}}', { month: String(month) }),
    });
  return { value: { form: 'month', from: day(year, month, 1), to: lastDay(year, month) } };
}

function readQuarter(part: Part, year: string, quarter: number): Outcome<Period> {
  if (quarter < 1 || quarter > 4)
    return fail(part, 'noSuchPeriod', {
      reason: say('a year has no quarter {{quarter}}', { quarter: String(quarter) }),
    });
  return { value: { form: 'quarter', from: day(year, 3 * quarter - 2, 1), to: lastDay(year, 3 * quarter) } };
}

/** Weeks of ISO 8601: the first is that of 4 January; a year has 52 or 53. */
function readWeek(part: Part, year: number, week: number): Outcome<Period> {
  const weeks = Temporal.PlainDate.from({ year, month: 12, day: 28 }).weekOfYear ?? 52;
  if (week < 1 || week > weeks)
    return fail(part, 'noSuchPeriod', {
      reason: say('{{year}} has {{weeks}} weeks', { year: String(year), weeks: String(weeks) }),
    });
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: week - 1 });
  const [from, to] = [monday.toString(), monday.add({ days: 6 }).toString()];
  // The first week of year 0 and the last of 9999 leave the years that have four digits.
  if (!looksLikeDate(from) || !looksLikeDate(to)) return fail(part, 'notPeriod');
  return { value: { form: 'week', from, to } };
}

function readDays(part: Part): Outcome<Period> {
  const { text } = part;
  if (looksLikeDate(text)) {
    const only = readPlainDate(part);
    return only.failure ? only : { value: { form: 'days', from: only.value, to: only.value } };
  }
  const first = cut(part, 0, 10);
  const last = cut(part, text.length - 10);
  const between = text.slice(10, -10).trim();
  if (text.length < 21 || !looksLikeDate(first.text) || !looksLikeDate(last.text))
    return fail(part, 'notPeriod');
  if (between !== '-' && !toWords.has(between)) return fail(part, 'notPeriod');
  const from = readPlainDate(first);
  if (from.failure) return from;
  const to = readPlainDate(last);
  if (to.failure) return to;
  if (to.value < from.value) {
    const example = `${to.value} to ${from.value}`;
    return fail(part, 'rangeReversed', { example }, [example]);
  }
  if (Number(to.value.slice(0, 4)) - Number(from.value.slice(0, 4)) > yearsAtMost)
    return fail(part, 'periodTooLong');
  return { value: { form: 'days', from: from.value, to: to.value } };
}

function lastDay(year: string, month: number): IsoDate {
  return day(year, month, daysInMonth(Number(year), month));
}

function day(year: string, month: number, of: number): IsoDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`;
}
