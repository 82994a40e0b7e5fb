import type { Source, ValueProblem } from '../model/document.ts';
import type { FieldSpec } from '../model/schema.ts';
import type { Quantity } from '../model/value.ts';
import { compareDecimal } from './compare-decimal.ts';
import { quote } from './quote.ts';
import { spanWithin } from './span-within.ts';
import { words } from './say.ts';

/** Whether a value that was read keeps the bounds of its field; of quantities only percentages have bounds. */
export function checkWithin(spec: FieldSpec, value: unknown, source: Source): ValueProblem | undefined {
  const number = boundedNumber(value);
  if (spec.within === undefined || number === undefined) return undefined;
  const { low, high } = spec.within;
  if (compareDecimal(number, low) >= 0 && compareDecimal(number, high) <= 0) return undefined;
  const data = {
    value: quote(source.text),
    low,
    high,
    example: words(spec.example === '' ? high : spec.example, 'example'),
  };
  return { id: 'outOfBounds', data, span: spanWithin(source), replacements: [] };
}

function boundedNumber(value: unknown): string | undefined {
  if (typeof value === 'string') return /^-?\d+(?:\.\d+)?$/.test(value) ? value : undefined;
  const quantity = value as Quantity;
  return typeof value === 'object' && value !== null && quantity.unit === '%' ? quantity.value : undefined;
}
