import type { Said, SaidPart } from '../model/said.ts';
import type { ValueType } from '../model/schema.ts';
import type {
  Comparator,
  DurationValue,
  Hours,
  Measure,
  MeasuredOver,
  Money,
  NumberRange,
  Quantity,
  Scale,
  Score,
  Weekday,
  WordDetail,
} from '../model/value.ts';
import { hoursSaid, weekdaysSaid } from './days-said.ts';
import { groupThousands } from './decimal.ts';
import { isPassOrFail } from './number.ts';
import { formatNumber, formatValue, isTimeUnit } from './format-value.ts';
import { durationSaid, lengthSaid } from './length-said.ts';
import { moneySaid } from './money-said.ts';
import { figures, joined, listed, say } from './say.ts';
import { stepSaid } from './step.ts';

/** A value that was read, as each language says it: in English as the format writes it. */
export function valueSaid(type: ValueType, value: unknown): Said {
  if (type.is === 'word') return joined([listed(value as string, type.list)], '');
  if (type.is === 'words')
    return joined(
      (value as readonly string[]).map((word) => listed(word, type.list)),
      ', ',
    );
  if (type.is === 'wordDetail') {
    const { word, detail } = value as WordDetail;
    return withDetail(listed(word, type.list), detail);
  }
  const writer = writers[type.is];
  return writer ? writer(value as never) : joined([formatValue(type, value)], '');
}

/** Types that are not here are texts and codes, which are the same in each language. */
const writers: Readonly<Partial<Record<ValueType['is'], (value: never) => Said>>> = {
  measure: ({ kind, detail }: Measure) => withDetail(listed(kind, 'measure'), detail),
  dateOrYesNo: (value: string | boolean) => (typeof value === 'string' ? joined([value], '') : yesNo(value)),
  yesNo,
  duration: (value: DurationValue) => durationSaid(value),
  percent: (value: string) => inFigures(`${groupThousands(value)} %`),
  integer: (value: string) => inFigures(formatNumber(value)),
  score: (value: string) => inFigures(formatNumber(value)),
  step: (value: string) => joined([stepSaid(value)], ''),
  scale: (value: Scale) =>
    'low' in value ? joined([`${value.low}-${value.high}`], '') : joined(value.map(stepSaid), ', '),
  scoreOrPass: (value: Score) =>
    isPassOrFail(value) ? joined([listed(value, 'pass_or_fail')], '') : inFigures(formatNumber(value)),
  money: moneySaid,
  basis: (value: 'fee' | Money) =>
    value === 'fee' ? joined([listed(value, 'credit_basis')], '') : moneySaid(value),
  quantity: quantitySaid,
  band: bandSaid,
  measuredOver: measuredOverSaid,
  days: (days: readonly Weekday[]) => weekdaysSaid(days),
  hours: (hours: Hours) => joined([hoursSaid(hours)], ''),
};

function inFigures(text: string): Said {
  return joined([figures(text)], '');
}

function withDetail(word: SaidPart, detail: string | undefined): Said {
  return joined(detail === undefined ? [word] : [word, detail], ', ');
}

function yesNo(value: boolean): Said {
  return value ? say('yes') : say('no');
}

const comparisons: Readonly<Record<Comparator, (value: SaidPart) => Said>> = {
  'at least': (value) => say('at least {{value}}', { value }),
  'at most': (value) => say('at most {{value}}', { value }),
  above: (value) => say('above {{value}}', { value }),
  below: (value) => say('below {{value}}', { value }),
};

/** "at most 800 ms", "at least 4.2 of 5", "99.9 %", "no data". */
function quantitySaid({ op, value = '', of, unit, note, noData }: Quantity): Said {
  if (noData) return say('no data');
  const amount = of === undefined ? amountOf(value, unit) : partOf(value, of, unit);
  const said = op === undefined ? amount : comparisons[op](amount);
  return note === undefined ? said : joined([said, `(${note})`], ' ');
}

function partOf(value: string, of: string, unit: string | undefined): Said {
  return say('{{value}} of {{whole}}', { value: figures(formatNumber(value)), whole: amountOf(of, unit) });
}

function amountOf(value: string, unit: string | undefined): Said {
  if (unit === 'people') return say('{{n}} {{n|person|people}}', { n: figures(formatNumber(value)) });
  const working = unit?.startsWith('working ') ?? false;
  const bare = working ? unit!.slice('working '.length) : unit;
  if (bare !== undefined && isTimeUnit(bare)) return lengthSaid({ n: value, unit: bare, working });
  const number = figures(unit?.startsWith('%') ? groupThousands(value) : formatNumber(value));
  return joined(unit === undefined ? [number] : [number, unit], ' ');
}

/** "4 to 9 people". */
function bandSaid({ low, high }: NumberRange): Said {
  return low === high
    ? say('{{n}} {{n|person|people}}', { n: low })
    : say('{{low}} to {{high}} people', { low, high });
}

function measuredOverSaid(value: MeasuredOver): Said {
  if (value.kind === 'rolling') return say('{{length}} rolling', { length: lengthSaid(value.length) });
  switch (value.unit) {
    case 'week':
      return say('week');
    case 'month':
      return say('calendar month');
    case 'quarter':
      return say('calendar quarter');
    case 'year':
      return say('calendar year');
  }
}
