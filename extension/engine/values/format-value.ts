import { Temporal } from 'temporal-polyfill/implementation';
import type { ValueType } from '../model/schema.ts';
import type {
  DateValue,
  DaysWithHours,
  Duration,
  DurationValue,
  Every,
  Hours,
  Measure,
  MeasuredOver,
  Money,
  NumberRange,
  PathPattern,
  Period,
  Quantity,
  Renewal,
  Scale,
  Score,
  TimeSpan,
  TimeUnit,
  Weekday,
  When,
  WordDetail,
} from '../model/value.ts';
import { isFixedAnchor } from './date.ts';
import { groupThousands } from './decimal.ts';
import { moneyFigure } from './figures.ts';
import { ordinalName, weekdayName } from './grammar-words.ts';
import { monthName } from './months.ts';
import { isPassOrFail } from './number.ts';

/**
 * A value that was read, in the English writing of the format: reading it again gives the same
 * value. It is the text of a cell, not Markdown: paths stand without code marks.
 */
export function formatValue(type: ValueType, value: unknown): string {
  return writers[type.is]?.(value as never) ?? String(value);
}

type Writer = (value: never) => string;

/** Types that are not here are texts, numbers and words, written as they are. */
const writers: Readonly<Partial<Record<ValueType['is'], Writer>>> = {
  words: formatList,
  regions: formatList,
  countries: formatList,
  wordDetail: ({ word, detail }: WordDetail) => withDetail(word, detail),
  measure: ({ kind, detail }: Measure) => withDetail(kind, detail),
  date: formatDate,
  dateOrYesNo: (value: string | boolean) => (typeof value === 'string' ? value : formatYesNo(value)),
  yesNo: formatYesNo,
  duration: formatDuration,
  percent: (value: string) => `${groupThousands(value)} %`,
  integer: formatNumber,
  score: formatNumber,
  scoreOrPass: (value: Score) => (isPassOrFail(value) ? value : formatNumber(value)),
  money: formatMoney,
  basis: (value: 'fee' | Money) => (value === 'fee' ? 'fee' : formatMoney(value)),
  quantity: formatQuantity,
  step: (value: string) => (/^-?\d+$/.test(value) ? formatNumber(value) : value),
  scale: (value: Scale) => ('low' in value ? `${value.low}-${value.high}` : formatList(value)),
  band: ({ low, high }: NumberRange) =>
    low === high ? `${low} ${low === '1' ? 'person' : 'people'}` : `${low} to ${high} people`,
  period: formatPeriod,
  periods: (periods: readonly Period[]) => periods.map(formatPeriod).join(', '),
  renewal: ({ kind, ...rest }: Renewal & { readonly term?: Duration }) =>
    withDetail(kind, rest.term && formatDuration(rest.term)),
  measuredOver: formatMeasuredOver,
  every: formatEvery,
  when: formatWhen,
  hours: formatHours,
  days: formatDays,
  paths: (patterns: readonly PathPattern[]) =>
    patterns
      .map(({ glob, repository }) => (repository === undefined ? glob : `${repository}: ${glob}`))
      .join(', '),
};

/** "15 minutes", "1 working day", "none". */
export function formatDuration(value: DurationValue): string {
  if (value === 'none') return 'none';
  const { n, unit, working } = value;
  return `${formatNumber(n)} ${unitName(unit, n, working)}`;
}

/** "48 500 EUR per month", "48 500.50 EUR". */
export function formatMoney({ amount, currency, per }: Money): string {
  return `${moneyFigure(amount)} ${currency}${per === undefined ? '' : ` per ${per}`}`;
}

/** "2027-06-30", "end - 14 days", "end". */
function formatDate(value: DateValue): string {
  if (typeof value === 'string') return value;
  const { anchor, sign, by } = value;
  const isBare = by.n === '0' && by.unit === 'day' && !by.working && sign === '+' && isFixedAnchor(anchor);
  return isBare ? anchor : `${anchor} ${sign} ${formatDuration(by)}`;
}

/** "at most 800 ms", "at least 4.2 of 5", "99.9 %", "no data". */
function formatQuantity({ op, value = '', of, unit, note, noData }: Quantity): string {
  if (noData) return 'no data';
  const behind = note === undefined ? '' : ` (${note})`;
  const isPercent = unit?.startsWith('%') ?? false;
  const number = isPercent ? groupThousands(value) : formatNumber(value);
  const whole = of === undefined ? '' : ` of ${formatNumber(of)}`;
  return `${op === undefined ? '' : `${op} `}${number}${whole}${unit === undefined ? '' : ` ${inNumber(unit, of ?? value)}`}${behind}`;
}

/** "2026", "2026-Q4", "2026-10", "2026-W46", "2026-07-01 to 2026-08-15". */
function formatPeriod({ form, from, to }: Period): string {
  switch (form) {
    case 'year':
      return from.slice(0, 4);
    case 'quarter':
      return `${from.slice(0, 4)}-Q${Math.ceil(Number(from.slice(5, 7)) / 3)}`;
    case 'month':
      return from.slice(0, 7);
    case 'week':
      return formatWeek(from);
    case 'days':
      return `${from} to ${to}`;
  }
}

/** "Monday-Friday", "Monday, Wednesday", "every day". */
function formatDays(days: readonly Weekday[]): string {
  if (days.length === 7) return 'every day';
  const runs: Weekday[][] = [];
  for (const day of days) {
    const run = runs[runs.length - 1];
    if (run && run[run.length - 1] === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs.flatMap((run) => (run.length > 2 ? [ends(run)] : run.map(weekdayName))).join(', ');
}

/** "24x7", "office hours", "Monday-Saturday 06:00-22:00", "Monday 08:00-17:00, Friday 08:00-16:00", the name of a team. */
function formatHours(hours: Hours): string {
  switch (hours.kind) {
    case 'always':
      return '24x7';
    case 'office':
      return 'office hours';
    case 'team':
      return hours.team;
    case 'times':
      return hours.days
        ? formatDaysWithHours({ days: hours.days, spans: hours.spans })
        : formatSpans(hours.spans);
    case 'weekly':
      return hours.week.map(formatDaysWithHours).join(', ');
  }
}

function formatDaysWithHours({ days, spans }: DaysWithHours): string {
  return `${formatDays(days)} ${formatSpans(spans)}`;
}

function formatSpans(spans: readonly TimeSpan[]): string {
  return spans.map(({ from, to }) => `${from}-${to}`).join(', ');
}

/** "second Thursday of March 13:00", "last working day", "even weeks Monday 10:00-11:00 Asia/Kolkata". */
function formatWhen(when: When): string {
  const { weekdays, nth, day, month, parity, from, to, zone } = when;
  const words = [
    parity === undefined ? undefined : `${parity} weeks`,
    nth === undefined ? undefined : ordinalName(nth),
    weekdays && formatDays(weekdays),
    day === 'working' ? 'working day' : day === undefined ? undefined : `day ${day}`,
    month === undefined ? undefined : `of ${monthName(month)}`,
    to === undefined ? from : `${from}-${to}`,
    zone,
  ];
  return words.filter((word) => word !== undefined).join(' ');
}

/** "week", "2 weeks", "even weeks". */
export function formatEvery({ n, unit, parity }: Every): string {
  if (parity !== undefined) return `${parity} weeks`;
  return n === 1 ? unit : `${n} ${unit}s`;
}

function formatMeasuredOver(value: MeasuredOver): string {
  if (value.kind === 'rolling') return `${formatDuration(value.length)} rolling`;
  return value.unit === 'week' ? 'week' : `calendar ${value.unit}`;
}

function formatYesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}

function formatList(values: readonly string[]): string {
  return values.join(', ');
}

function withDetail(word: string, detail: string | undefined): string {
  return detail === undefined ? word : `${word}, ${detail}`;
}

/** Three digits behind the point would be ambiguous: with a zero more it is the same number. */
export function formatNumber(value: string): string {
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(value) ? `${value}0` : groupThousands(value);
}

function unitName(unit: TimeUnit, n: string, working: boolean): string {
  return `${working ? 'working ' : ''}${unit}${n === '1' ? '' : 's'}`;
}

const timeUnits: ReadonlySet<string> = new Set<TimeUnit>([
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'year',
]);

export function isTimeUnit(unit: string): unit is TimeUnit {
  return timeUnits.has(unit);
}

function inNumber(unit: string, n: string): string {
  if (unit === 'people') return n === '1' ? 'person' : 'people';
  return isTimeUnit(unit.replace(/^working /, '')) && n !== '1' ? `${unit}s` : unit;
}

function ends(run: readonly Weekday[]): string {
  return `${weekdayName(run[0] ?? 1)}-${weekdayName(run[run.length - 1] ?? 7)}`;
}

/** The ISO week that begins on a Monday: its year is that of its Thursday. */
function formatWeek(monday: string): string {
  const date = Temporal.PlainDate.from(monday);
  return `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}`;
}
