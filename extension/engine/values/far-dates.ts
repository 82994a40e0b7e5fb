import type { Field, Source } from '../model/document.ts';
import type { ValueType } from '../model/schema.ts';
import type { Decimal, IsoDate, Period, RelativeDate, TimeUnit } from '../model/value.ts';
import { compareDecimal } from './compare-decimal.ts';
import { itemsOf } from './items.ts';
import { looksLikeDate } from './plain-date.ts';
import type { ValueMessageId } from './problems.ts';
import { quote } from './quote.ts';
import type { ReadResult } from './read-result.ts';
import type { ValueReader } from './read-value.ts';
import { spanWithin } from './span-within.ts';

/** Where the dates of an engagement lie: what lies outside is a slip, such as 0026 for 2026. */
export interface DateBounds {
  readonly first: IsoDate;
  readonly last: IsoDate;
  /** The start of the engagement that they were counted from. */
  readonly start: IsoDate | undefined;
}

/** What holds of an engagement without a start, and of the start itself. */
const calendarBounds: DateBounds = { first: '1900-01-01', last: '2199-12-31', start: undefined };

/** Days on which engagements can be looked at: all that their dates reach, and a century more. */
export const asOfBounds: DateBounds = { first: '1800-01-01', last: '2399-12-31', start: undefined };

export function isWithinBounds(date: IsoDate, { first, last }: DateBounds): boolean {
  return first <= date && date <= last;
}

/** 100 years before and after the start of an engagement; a start that is itself a slip bounds nothing. */
export function boundsAround(start: IsoDate | undefined): DateBounds {
  if (start === undefined || !isWithinBounds(start, calendarBounds)) return calendarBounds;
  const year = Number(start.slice(0, 4));
  const day = start.slice(4);
  return { first: `${year - yearsAtMost}${day}`, last: `${year + yearsAtMost}${day}`, start };
}

/** Whether a field holds a date outside of the bounds. */
export function holdsFarDate({ spec, value }: Field, bounds: DateBounds): boolean {
  return value !== undefined && dated.has(spec.type.is) && farthestOf(spec.type, value, bounds) !== undefined;
}

/** Each value of a document is asked, and few are of one of these types. */
const dated: ReadonlySet<ValueType['is']> = new Set([
  'plainDate',
  'dateOrYesNo',
  'date',
  'period',
  'periods',
  'regions',
]);

/** A reader to which a date outside of the bounds is a value that does not read. */
export function readerWithin(values: ValueReader, bounds: DateBounds): ValueReader {
  return {
    read(type, source) {
      const result = values.read(type, source);
      if (result.problem) return result;
      const far = farthestOf(type, result.value, bounds);
      return far ? { problem: problemOf(far, source, bounds) } : result;
    },
  };
}

const yearsAtMost = 100;

/** More than any hundred years have, so that none of them is too long. */
const hundredYears: Readonly<Record<TimeUnit, Decimal>> = {
  second: '3162240000',
  minute: '52704000',
  hour: '878400',
  day: '36600',
  week: '5229',
  month: '1200',
  quarter: '400',
  year: '100',
};

/** A date that lies too far, and of a list the place of its entry. */
interface Far {
  readonly id: Extract<ValueMessageId, 'farDate' | 'farYear' | 'farFromAnchor'>;
  readonly entry?: number;
}

function farthestOf(type: ValueType, value: unknown, bounds: DateBounds): Far | undefined {
  const outside = bounds.start === undefined ? ('farYear' as const) : ('farDate' as const);
  const isFar = (date: IsoDate): boolean => !isWithinBounds(date, bounds);
  const isFarPeriod = ({ from, to }: Period): boolean => isFar(from) || isFar(to);
  const inList = (place: number): Far | undefined => (place < 0 ? undefined : { id: outside, entry: place });
  switch (type.is) {
    case 'plainDate':
    case 'dateOrYesNo':
      return typeof value === 'string' && isFar(value) ? { id: outside } : undefined;
    case 'date':
      if (typeof value === 'string') return isFar(value) ? { id: outside } : undefined;
      return isLong(value as RelativeDate) ? { id: 'farFromAnchor' } : undefined;
    case 'period':
      return isFarPeriod(value as Period) ? { id: outside } : undefined;
    case 'periods':
      return inList((value as readonly Period[]).findIndex(isFarPeriod));
    case 'regions':
      return inList((value as readonly string[]).findIndex((entry) => looksLikeDate(entry) && isFar(entry)));
    default:
      return undefined;
  }
}

function isLong({ by }: RelativeDate): boolean {
  return compareDecimal(by.n, hundredYears[by.unit]) > 0;
}

function problemOf(
  { id, entry }: Far,
  source: Source,
  bounds: DateBounds,
): NonNullable<ReadResult['problem']> {
  const { start, first, last } = bounds;
  const item = entry === undefined ? undefined : source.items?.[entry];
  const stretch = entry === undefined || item ? undefined : itemsOf(source.text)[entry];
  const text = item?.text ?? (stretch ? source.text.slice(stretch.from, stretch.to) : source.text);
  const data = {
    value: quote(text),
    ...(id === 'farDate' && { start: start ?? '' }),
    ...(id === 'farYear' && { first: first.slice(0, 4), last: last.slice(0, 4) }),
  };
  const span = item ? spanWithin(item) : spanWithin(source, stretch?.from, stretch?.to);
  return { id: id satisfies ValueMessageId, data, span, replacements: meant(text.trim(), bounds) };
}

/** Of a year without its century the one in this one. */
function meant(text: string, bounds: DateBounds): readonly string[] {
  const date = /^00\d\d-\d\d-\d\d$/.test(text) ? `20${text.slice(2)}` : undefined;
  return date !== undefined && isWithinBounds(date, bounds) ? [date] : [];
}
