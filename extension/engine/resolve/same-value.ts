import { monthsOfUnit, secondsOfUnit } from '../calendar/add-length.ts';
import { compare, compareDecimals, exact, multiply } from '../measure/decimal.ts';
import { compareQuantities } from '../measure/verdict.ts';
import type { Field } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { DateValue, DurationValue, Money, Quantity } from '../model/value.ts';
import { foldName } from '../values/fold.ts';
import { formatValue } from '../values/format-value.ts';

/**
 * Whether two values of one type mean the same, as far as that can be seen: another unit or another order of names makes
 * no difference, nor does a unit or a comparator that only one of them writes. Both must be read; names that nobody has may
 * be anybody's.
 */
export function isSameValue(a: Field, b: Field, view: View): boolean {
  const { type } = a.spec;
  switch (type.is) {
    case 'who':
    case 'party':
      return haveSameNames(a, b, view);
    case 'quantity':
      return isSameQuantity(a.value as Quantity, b.value as Quantity);
    case 'duration':
      return isSameLength(a.value as DurationValue, b.value as DurationValue);
    case 'money':
      return isSameMoney(a.value as Money, b.value as Money);
    case 'percent':
    case 'integer':
    case 'score':
      return isDecimal(a.value) && isDecimal(b.value)
        ? compareDecimals(a.value, b.value) === 0
        : hasSameText(a, b);
    case 'date':
      return isSameDate(a as Field<DateValue>, b as Field<DateValue>, view);
    default:
      return hasSameText(a, b);
  }
}

/** Without marks and a full stop, in whatever case. */
function hasSameText(a: Field, b: Field): boolean {
  const [left, right] = [a, b].map(({ spec, value }) =>
    foldName(formatValue(spec.type, value)).replace(/\.$/, ''),
  );
  return left === right;
}

function haveSameNames(a: Field, b: Field, view: View): boolean {
  const [left, right] = [a, b].map((field) => view.who(field));
  if ([...left!, ...right!].some(({ target }) => target === undefined)) return true;
  const [ours, theirs] = [left!, right!].map((names) => new Set(names.map(({ target }) => target!.name)));
  return ours!.size === theirs!.size && [...ours!].every((name) => theirs!.has(name));
}

function isSameQuantity(a: Quantity, b: Quantity): boolean {
  if (a.noData === true || b.noData === true) return a.noData === b.noData;
  if (a.op !== undefined && b.op !== undefined && a.op !== b.op) return false;
  const isBare = a.unit === undefined || b.unit === undefined;
  const without = ({ value, of }: Quantity): Pick<Quantity, 'value' | 'of'> => ({
    ...(value !== undefined && { value }),
    ...(of !== undefined && { of }),
  });
  return isBare ? compareQuantities(without(a), without(b)) === 0 : compareQuantities(a, b) === 0;
}

function isSameLength(a: DurationValue, b: DurationValue): boolean {
  const [left, right] = [a, b].map((length) => {
    if (length === 'none') return { size: exact(0), family: 'none' };
    const seconds = length.working ? undefined : secondsOfUnit(length.unit);
    const months = length.working ? undefined : monthsOfUnit(length.unit);
    const size = multiply(exact(length.n), exact(seconds ?? months ?? 1n));
    const family =
      seconds !== undefined ? 'seconds' : months !== undefined ? 'months' : `working ${length.unit}`;
    return { size, family: size.numerator === 0n ? 'none' : family };
  });
  return left!.family === right!.family && compare(left!.size, right!.size) === 0;
}

function isSameMoney(a: Money, b: Money): boolean {
  return a.currency === b.currency && a.per === b.per && compareDecimals(a.amount, b.amount) === 0;
}

/** A date that is counted from another is the day that it comes to. */
function isSameDate(a: Field<DateValue>, b: Field<DateValue>, view: View): boolean {
  if (typeof a.value === typeof b.value) return hasSameText(a, b);
  const [left, right] = [view.dayOf(a), view.dayOf(b)];
  return left === undefined || right === undefined || left === right;
}

function isDecimal(value: unknown): value is string {
  return typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value);
}
