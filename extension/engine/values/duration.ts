import type { Wording } from '../model/language.ts';
import type { Decimal, Duration, DurationValue, TimeUnit } from '../model/value.ts';
import { compareDecimal } from './compare-decimal.ts';
import { numberAt, numberFailure } from './decimal.ts';
import {
  bankDayWords,
  minutesOrMonthsWord,
  urgencyOffers,
  urgencyWords,
  weekdayWords,
} from './deceptive-words.ts';
import { lengthIn } from './length-in.ts';
import { noneWords, units } from './grammar-words.ts';
import type { UnitWord } from './grammar-words.ts';
import { cut, fail, written } from './part.ts';
import type { Failure, Outcome, Part } from './part.ts';

/**
 * A length of time: "15 minutes", "8 working hours", "6 månader", "P6M"; "none" and "at once" for
 * zero (format.md section 4, format-details.md item 28).
 */
export function readDurationValue(part: Part): Outcome<DurationValue> {
  return noneWords.has(part.text) ? { value: 'none' } : readDuration(part);
}

/** A length of time other than "none". */
export function readDuration(part: Part): Outcome<Duration> {
  const { text } = part;
  if (text === atOnce) return { value: { n: '0', unit: 'minute', working: false } };
  if (urgencyWords.has(text)) return fail(part, 'notALength', {}, urgencyOffers);
  if (text.startsWith('p')) return readIsoDuration(part);
  const token = numberAt(text);
  if (token === undefined || text.startsWith('-')) return fail(part, 'notDuration');
  const word = cut(part, token.length);
  const unit = units.get(word.text);
  if (unit === undefined) return deceptiveUnit(part, word) ?? fail(part, 'notDuration');
  return numberFailure(part, token) ?? durationOf(part, token.value, unit);
}

/** The only zero that is neither a number nor "none"; it has no Swedish form. */
const atOnce = 'at once';

function deceptiveUnit(part: Part, word: Part): { readonly failure: Failure } | undefined {
  if (word.text === minutesOrMonthsWord)
    return fail(part, 'minutesOrMonths', {}, minutesOrMonths(part, word));
  const workingDays = weekdayWords.get(word.text);
  if (workingDays !== undefined) return fail(word, 'weekdayOrWorkingDay', {}, [workingDays]);
  const bankDays = bankDayWords.get(word.text);
  if (bankDays !== undefined) return fail(word, 'bankDay', {}, [bankDays]);
  return undefined;
}

function minutesOrMonths(part: Part, word: Part): readonly Wording[] {
  const number = cut(part, 0, word.start - part.start).text;
  return (['minute', 'month'] as const).map((unit) => lengthIn(number, { unit, working: false }));
}

function durationOf(part: Part, n: Decimal, { unit, working }: UnitWord): Outcome<Duration> {
  if (n.includes('.') && (unit === 'month' || unit === 'quarter' || unit === 'year')) {
    return fail(part, 'durationNotWhole', {}, wholeMonths(n, unit));
  }
  if (compareDecimal(n, thousandYears[unit]) > 0) return fail(part, 'durationTooLong');
  if (working && compareDecimal(n, workingAtMost[unit] ?? n) > 0) return fail(part, 'workingTooLong');
  return { value: { n, unit, working } };
}

const thousandYears: Readonly<Record<TimeUnit, Decimal>> = {
  second: '31622400000',
  minute: '527040000',
  hour: '8784000',
  day: '366000',
  week: '52286',
  month: '12000',
  quarter: '4000',
  year: '1000',
};

/** Working time is counted from holiday to holiday, so what nobody agrees on must not cost a century of them. */
const workingAtMost: Readonly<Partial<Record<TimeUnit, Decimal>>> = { hour: '80000', day: '10000' };

/** "1.5 years" is exactly "18 months": offered where it comes out even. */
function wholeMonths(n: Decimal, unit: 'month' | 'quarter' | 'year'): readonly Wording[] {
  const [whole = '0', decimals = ''] = n.split('.');
  const scale = 10n ** BigInt(decimals.length);
  const months = BigInt(whole + decimals) * (unit === 'year' ? 12n : unit === 'quarter' ? 3n : 1n);
  if (months % scale !== 0n || months === 0n) return [];
  return [lengthIn(String(months / scale), { unit: 'month', working: false })];
}

/** ISO 8601 durations in capitals, of whole numbers, as far as one unit holds them exactly. */
function readIsoDuration(part: Part): Outcome<Duration> {
  const match = isoPattern.exec(written(part).normalize('NFKC'));
  if (!match) return fail(part, 'notDuration');
  const [years, months, weeks, days, hours, minutes, seconds] = match
    .slice(1)
    .map((digits) => (digits === undefined ? undefined : BigInt(digits)));
  const families: readonly (readonly (readonly [bigint | undefined, bigint, TimeUnit])[])[] = [
    [
      [years, 12n, 'year'],
      [months, 1n, 'month'],
    ],
    [
      [weeks, 7n, 'week'],
      [days, 1n, 'day'],
    ],
    [
      [hours, 3600n, 'hour'],
      [minutes, 60n, 'minute'],
      [seconds, 1n, 'second'],
    ],
  ];
  const given = families.filter((family) => family.some(([n]) => n !== undefined));
  const [family] = given;
  if (!family) return fail(part, 'notDuration');
  if (given.length > 1) return fail(part, 'durationInParts');
  const parts = family.filter(([n]) => n !== undefined);
  const [, size, unit] = parts[parts.length - 1] ?? [0n, 1n, 'second' as const];
  const total = parts.reduce((sum, [n, each]) => sum + (n ?? 0n) * each, 0n) / size;
  return durationOf(part, total.toString(), { unit, working: false });
}

const isoPattern =
  /^P(?:(\d{1,11})Y)?(?:(\d{1,11})M)?(?:(\d{1,11})W)?(?:(\d{1,11})D)?(?:T(?=\d)(?:(\d{1,11})H)?(?:(\d{1,11})M)?(?:(\d{1,11})S)?)?$/;
