import type { MeasuredOver } from '../model/value.ts';
import { compareDecimal } from './compare-decimal.ts';
import { readDuration } from './duration.ts';
import { rollingWords } from './grammar-words.ts';
import { cut, fail } from './part.ts';
import type { Outcome, Part } from './part.ts';
import type { WordList } from './words.ts';

/** "calendar month", "vecka", "30 days rolling", "rullande 30 dagar". A rolling window is n x 24 h: hours, days or weeks. */
export function readMeasuredOver(part: Part, list: WordList): Outcome<MeasuredOver> {
  const calendar = list.forms.get(part.text);
  if (calendar !== undefined) return { value: { kind: 'calendar', unit: calendarUnit(calendar) } };
  const words = part.text.split(' ');
  const isFirst = rollingWords.has(words[0] ?? '');
  if (words.length < 2 || (!isFirst && !rollingWords.has(words[words.length - 1] ?? ''))) {
    return fail(part, 'notMeasuredOver');
  }
  const window = isFirst ? cut(part, part.text.indexOf(' ')) : cut(part, 0, part.text.lastIndexOf(' '));
  const length = readDuration(window);
  if (length.failure) return length;
  const { n, unit, working } = length.value;
  const isFixed = unit === 'hour' || unit === 'day' || unit === 'week';
  if (working || !isFixed || /^0(?:\.0*)?$/.test(n)) return fail(part, 'rollingUnit');
  if (compareDecimal(n, thirtyYears[unit]) > 0) return fail(part, 'rollingTooLong');
  return { value: { kind: 'rolling', length: length.value } };
}

/** No longer, for it is counted day by day. */
const thirtyYears = { hour: '262992', day: '10958', week: '1566' } as const;

function calendarUnit(word: string): 'week' | 'month' | 'quarter' | 'year' {
  if (word === 'calendar month') return 'month';
  if (word === 'calendar quarter') return 'quarter';
  return word === 'calendar year' ? 'year' : 'week';
}
