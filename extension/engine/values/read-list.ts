import type { Source, ValueProblem } from '../model/document.ts';
import type { ValueType, ValueTypeName } from '../model/schema.ts';
import type { Weekday } from '../model/value.ts';
import { itemsOf, type Stretch } from './items.ts';
import type { Outcome } from './part.ts';
import type { ValueMessageId } from './problems.ts';
import { quote } from './quote.ts';
import { problemOf, resultOf, type ReadResult } from './read-result.ts';
import { spanWithin } from './span-within.ts';
import { words } from './say.ts';

/** Types that are lists: of the entries of a YAML list, or of what stands between commas and line ends. */
export const listTypes: ReadonlySet<ValueTypeName> = new Set<ValueTypeName>([
  'words',
  'regions',
  'countries',
  'paths',
  'days',
  'periods',
]);

/** Reads a value of such a type, entry by entry. */
export function readList(
  type: ValueType,
  source: Source,
  readText: (type: ValueType, text: string) => Outcome<unknown>,
): ReadResult {
  const values: unknown[] = [];
  if (source.items) {
    for (const item of source.items) {
      const result = resultOf(readText(type, item.text), item);
      if (result.problem) return result;
      values.push(result.value);
    }
  } else {
    for (const { from, to } of entriesOf(type, source.text)) {
      const outcome = readText(type, source.text.slice(from, to));
      if (outcome.failure) return { problem: problemOf(outcome.failure, source, from) };
      values.push(outcome.value);
    }
  }
  if (values.length === 0) return { problem: emptyList(type, source) };
  return { value: type.is === 'days' ? unionOf(values as readonly (readonly Weekday[])[]) : values };
}

/** Between codes of countries a stroke and a word for "and" are a comma: no code holds one. */
function entriesOf({ is }: ValueType, text: string): readonly Stretch[] {
  const items = itemsOf(text);
  if ((is !== 'countries' && is !== 'regions') || !/[/&]| and | och /i.test(text)) return items;
  return items.flatMap(({ from, to }) => {
    const inner = text.slice(from, to).replace(/ ?(?:\/|&| and | och ) ?/gi, (all) => ','.padEnd(all.length));
    return itemsOf(inner).map((item) => ({ from: from + item.from, to: from + item.to }));
  });
}

function unionOf(lists: readonly (readonly Weekday[])[]): readonly Weekday[] {
  return [...new Set(lists.flat())].sort((a, b) => a - b);
}

function emptyList(type: ValueType, source: Source): ValueProblem {
  const data = {
    value: quote(source.text),
    example: words(listExamples[type.is] ?? 'first, second', 'example'),
  };
  return { id: 'emptyList' satisfies ValueMessageId, data, span: spanWithin(source), replacements: [] };
}

const listExamples: Readonly<Partial<Record<ValueTypeName, string>>> = {
  regions: 'SE, IN-WB',
  countries: 'SE, LT',
  paths: 'services/checkout/**',
  days: 'Monday-Friday',
  periods: '2026-12-24 to 2027-01-01',
};
