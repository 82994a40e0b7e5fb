import type { IsoDate } from '../model/value.ts';
import { monthName, months } from './months.ts';
import { fail } from './part.ts';
import type { Failure, Outcome, Part } from './part.ts';
import type { ValueMessageId } from './problems.ts';
import { say, words } from './say.ts';

/** A day of the calendar, only as YYYY-MM-DD. */
export function readPlainDate(part: Part, otherwise: ValueMessageId = 'notPlainDate'): Outcome<IsoDate> {
  const match = datePattern.exec(part.text);
  if (!match) return fail(part, otherwise);
  return missingDay(part, Number(match[1]), Number(match[2]), Number(match[3])) ?? { value: part.text };
}

/** Whether a text has the form of a date, whether or not the calendar has that day. */
export function looksLikeDate(text: string): boolean {
  return datePattern.test(text);
}

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days of a month of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function missingDay(
  part: Part,
  year: number,
  month: number,
  day: number,
): { readonly failure: Failure } | undefined {
  if (month < 1 || month > 12)
    return fail(part, 'noSuchDate', {
      reason: say('a year has no month {{month}}', { month: String(month) }),
    });
  const last = daysInMonth(year, month);
  if (day >= 1 && day <= last) return undefined;
  const reason =
    day < 1
      ? say('a month begins with day 1')
      : say('{{month}} {{year}} has {{last}} days', {
          month: words(monthName(month), 'month'),
          year: String(year),
          last: String(last),
        });
  return fail(part, 'noSuchDate', { reason });
}

/**
 * Dates that another way of writing can mean, folded; both where day and month can be exchanged. Of a month or a quarter
 * that is its last day, and its first one too unless what is meant is when something is due.
 */
export function datesMeant(written: string, near: boolean, isDue = false): readonly string[] {
  // Midnight is what programs write behind a day.
  const text = written.replace(/^(?:den|the) |[t ]00:00(?::00(?:\.0+)?)?z?$/g, '');
  const span = near ? monthsMeant(text) : undefined;
  if (span) return isDue ? span.slice(1) : span;
  // Of "2026-12" nobody knows but its month.
  const yearFirst = /^(\d{4})(?:([./-])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))$/.exec(text);
  if (yearFirst) {
    const [, year, , month = yearFirst[5], day = yearFirst[6]] = yearFirst;
    // No month has a number above 12: then day and month may have been exchanged.
    if (Number(month) <= 12) return dates([[year, month, day]]);
    return near ? dates([[year, day, month]]) : [];
  }
  const yearLast = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  if (yearLast) {
    const [, first, second, year] = yearLast;
    return dates([
      [year, second, first],
      [year, first, second],
    ]);
  }
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|:e|:a|\.)?[ -](?:of )?([a-zåäö]{3,9})(?:\.?,? |-)(\d{4})$/.exec(
    text,
  );
  if (dayFirst) return dates([[dayFirst[3], String(months.get(dayFirst[2] ?? '') ?? 0), dayFirst[1]]]);
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(text);
  if (monthFirst)
    return dates([[monthFirst[3], String(months.get(monthFirst[1] ?? '') ?? 0), monthFirst[2]]]);
  return [];
}

/** The first and the last day of a month or a quarter. */
function monthsMeant(text: string): readonly string[] | undefined {
  const [, year, month, before, yearBehind] =
    /^(?:(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4}))$/.exec(text) ?? [];
  if (year ?? yearBehind) return daysOf(year ?? yearBehind!, Number(month ?? before), 1);
  const [, word, wordYear] =
    /^(?:(?:end of|by|by end of|end|slutet av|senast) )?([a-zåäö]{3,9})\.?,?[ -](\d{4})$/.exec(text) ?? [];
  const number = months.get(word ?? '');
  if (number !== undefined) return daysOf(wordYear!, number, 1);
  const [, quarter, quarterYear] = /^(?:end of )?(?:q|kv|kvartal )([1-4])[ -](\d{4})$/.exec(text) ?? [];
  return quarter === undefined ? undefined : daysOf(quarterYear!, Number(quarter) * 3, 3);
}

/** The first and the last day of some months of a year, of which the last is given. */
function daysOf(year: string, last: number, count: number): readonly string[] | undefined {
  if (last < 1 || last > 12) return undefined;
  return dates([
    [year, String(last - count + 1), '1'],
    [year, String(last), String(daysInMonth(Number(year), last))],
  ]);
}

function dates(candidates: readonly (readonly (string | undefined)[])[]): readonly string[] {
  return candidates.flatMap(([year = '', month = '', day = '']) => {
    const real =
      Number(month) >= 1 &&
      Number(month) <= 12 &&
      Number(day) >= 1 &&
      Number(day) <= daysInMonth(Number(year), Number(month));
    return real ? [`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`] : [];
  });
}
