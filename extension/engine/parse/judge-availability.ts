import type { Field, ValueProblem } from '../model/document.ts';
import type { SectionSpec } from '../model/schema.ts';
import type { Measure, Quantity } from '../model/value.ts';
import { compareDecimal } from '../values/compare-decimal.ts';
import { fold } from '../values/fold.ts';
import { quote } from '../values/quote.ts';
import { listSaid, quoted } from '../values/say.ts';
import { spanWithin } from '../values/span-within.ts';
import { checkWithin } from '../values/within.ts';

/**
 * Reads the quantities of a row whose measure is availability (settled 14): a bare number from 1 to 100 is a percentage,
 * one below may be a share, and what has another unit or is taken of something is no availability. Each that becomes
 * another one, before and after.
 */
export function judgeAvailability(
  { columns }: SectionSpec,
  cells: Readonly<Record<string, Field>>,
): readonly (readonly [before: Field, after: Field])[] {
  const measure = columns.find(({ type }) => type.is === 'measure');
  if (!measure) return none;
  const its = cells[measure.key]?.value as Measure | undefined;
  if (!its?.kind.startsWith('availability')) return none;
  return columns.flatMap(({ key, type }) => {
    const field = type.is === 'quantity' ? cells[key] : undefined;
    if (field?.state !== 'read') return [];
    const after = judged(field, field.value as Quantity);
    return after === field ? [] : [[field, after] as const];
  });
}

const none: readonly never[] = [];

function judged(field: Field, quantity: Quantity): Field {
  const { value, unit, of, noData } = quantity;
  if (noData || unit === '%' || value === undefined) return field;
  if (unit === undefined && of === undefined && !value.startsWith('-')) {
    if (/^0\.0*[1-9]/.test(value)) return unread(field, asShare(field, value));
    if (compareDecimal(value, '100') <= 0) {
      const percentage = { ...quantity, unit: '%' };
      const outside = checkWithin(field.spec, percentage, field.source);
      return outside ? unread(field, outside) : { ...field, value: percentage };
    }
  }
  // The minutes of a month are what a month of availability is made of.
  if (of === undefined && unit !== undefined && /^% ?(?:of|av) /.test(unit) && ofTime.has(lastWord(unit)))
    return field;
  const span = spanWithin(field.source);
  const data = { value: quote(field.source.text) };
  return unread(field, { id: 'notAvailability', data, span, replacements: [] });
}

const ofTime: ReadonlySet<string> = new Set(['minutes', 'minuterna', 'minuter', 'time', 'tiden', 'tid']);

function lastWord(text: string): string {
  const folded = fold(text);
  return folded.slice(folded.lastIndexOf(' ') + 1);
}

/** "0.999" is either that many per cent or the share that 99.9 % is. */
function asShare({ source }: Field, value: string): ValueProblem {
  const written = /\d[\d.,]*/.exec(source.text);
  const [number = source.text] = written ?? [];
  const moved = timesHundred(value);
  const percent = number.includes(',') ? moved.replace('.', ',') : moved;
  const from = written?.index ?? 0;
  const to = from + number.length;
  const replacements = [`${number} %`, `${percent} %`];
  const data = {
    value: quote(source.text),
    readings: listSaid(replacements.map(quoted), 'or'),
  };
  return { id: 'shareOrPercent', data, span: spanWithin(source, from, to), replacements };
}

function timesHundred(value: string): string {
  const decimals = value.slice(value.indexOf('.') + 1).padEnd(2, '0');
  const whole = decimals.slice(0, 2).replace(/^0(?=\d)/, '');
  const rest = decimals.slice(2).replace(/0+$/, '');
  return rest === '' ? whole : `${whole}.${rest}`;
}

function unread(field: Field, problem: ValueProblem): Field {
  return { ...field, state: 'unread', value: undefined, problem };
}
