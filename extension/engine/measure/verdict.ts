import type { Comparator, IsoDate, Quantity } from '../model/value.ts';
import type { Exact } from './decimal.ts';
import { compare, exact, multiply, ratio } from './decimal.ts';

/** What a result is against its target; "not comparable" where their units differ, or the target has no direction. */
export type Verdict = 'met' | 'not met' | 'no data' | 'not comparable';

/** Which way is good where a target has no comparator. */
export type Direction = 'at least' | 'at most';

/** What is compared: a number with its unit, or no data. */
type Amount = Pick<Quantity, 'value' | 'of' | 'unit' | 'noData'>;

/**
 * The verdict of a result against a target (rules.md 1.4, format-details.md item 20). The target's
 * own comparator decides, without one `direction`; exactly on target is met.
 */
export function verdictOf(result: Amount, target: Quantity, direction: Direction | undefined): Verdict {
  if (result.noData === true) return 'no data';
  const op = target.op ?? direction;
  const order = compareQuantities(result, target);
  if (order === undefined || op === undefined) return 'not comparable';
  return holds(order, op) ? 'met' : 'not met';
}

/**
 * The direction of a target without a comparator (format-details.md item 20): that of Better for a
 * KPI; at least for availability, quality and throughput, at most for latency; none otherwise.
 */
export function directionOf(of: {
  readonly measure?: string | undefined;
  readonly better?: 'higher' | 'lower' | undefined;
}): Direction | undefined {
  if (of.better !== undefined) return of.better === 'higher' ? 'at least' : 'at most';
  switch (of.measure) {
    case 'availability':
    case 'availability per minute':
    case 'quality':
    case 'throughput':
      return 'at least';
    case 'latency':
      return 'at most';
    default:
      return undefined;
  }
}

/** Which way is good of a KPI: what Better says, else the way from Baseline to Target (rules.md, DOC028). */
export function directionOfKpi(of: {
  readonly better?: 'higher' | 'lower' | undefined;
  readonly baseline?: Quantity | undefined;
  readonly target?: Quantity | undefined;
}): Direction | undefined {
  if (of.better !== undefined) return directionOf({ better: of.better });
  const order = of.baseline && of.target && compareQuantities(of.target, of.baseline);
  return order === undefined || order === 0 ? undefined : order > 0 ? 'at least' : 'at most';
}

/**
 * The verdict of a KPI in a period (format-details.md item 18): before its By a result that is not
 * met is on the way; it is not met from the first period that ends on or after By.
 */
export function verdictOfKpi(
  verdict: Verdict,
  by: IsoDate | undefined,
  periodEnd: IsoDate,
): Verdict | 'on the way' {
  return verdict === 'not met' && by !== undefined && periodEnd < by ? 'on the way' : verdict;
}

/**
 * Compares two quantities by value, exact: units of time by meaning (800 ms against 1 s), `4.2 of 5`
 * as a fraction, other units by their text. Undefined where one has no value or the units differ.
 */
export function compareQuantities(a: Amount, b: Amount): -1 | 0 | 1 | undefined {
  const left = amount(a);
  const right = amount(b);
  if (left === undefined || right === undefined || left.unit !== right.unit) return undefined;
  return compare(left.value, right.value);
}

/**
 * Whether one is in another unit than the other, so that they never compare. A unit that says less ("%" of "% within
 * 30 s"), or that has another ending ("incident" of "incidents"), may be the same.
 */
export function hasOtherUnit(a: Amount, b: Amount): boolean {
  const [left, right] = [amount(a)?.unit, amount(b)?.unit];
  if (left === undefined || right === undefined || left === right) return false;
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  if (short === '' || !long.startsWith(short)) return true;
  const rest = long.slice(short.length);
  return !rest.startsWith(' ') && (short.length < 3 || rest.length > 3);
}

/** Whether it is a length of time, in working time or not. */
export function isLengthOfTime({ unit = '' }: Amount): boolean {
  return unitSizes.has(folded(unit).replace(/^working /, ''));
}

function holds(order: -1 | 0 | 1, op: Comparator): boolean {
  switch (op) {
    case 'at least':
      return order >= 0;
    case 'at most':
      return order <= 0;
    case 'above':
      return order > 0;
    case 'below':
      return order < 0;
  }
}

/** A value in the smallest unit of its family, and what that is. */
function amount(quantity: Amount): { readonly value: Exact; readonly unit: string } | undefined {
  if (quantity.value === undefined) return undefined;
  const value = exact(quantity.value);
  const unit = folded(quantity.unit ?? '');
  if (quantity.of !== undefined) {
    const whole = exact(quantity.of);
    if (whole.numerator === 0n) return undefined;
    const part = ratio(value.numerator * whole.denominator, value.denominator * whole.numerator);
    return { value: part, unit: `of ${unit}` };
  }
  const working = unit.startsWith('working ') ? 'working ' : '';
  const known = unitSizes.get(unit.slice(working.length));
  // A working day has as many hours as somebody says: it compares with working days only.
  const isOpen = working !== '' && (known?.family === 'months' || (known?.size ?? 0n) >= 86_400_000_000_000n);
  if (known === undefined || isOpen) return { value, unit };
  return { value: multiply(value, exact(known.size)), unit: `${working}length in ${known.family}` };
}

function folded(unit: string): string {
  return unit.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

interface UnitSize {
  readonly family: 'time' | 'months';
  /** In nanoseconds, or in months. */
  readonly size: bigint;
}

/** Units of time as the reader of values gives them, and the short ones that it leaves as written. */
const unitSizes: ReadonlyMap<string, UnitSize> = new Map([
  ...named(['ns', 'nanosecond', 'nanoseconds', 'nanosekund', 'nanosekunder'], 'time', 1n),
  // After NFKC the micro sign is the Greek letter.
  ...named(['us', '\u03bcs', 'microsecond', 'microseconds', 'mikrosekund', 'mikrosekunder'], 'time', 1_000n),
  ...named(['ms', 'msec', 'millisecond', 'milliseconds', 'millisekund', 'millisekunder'], 'time', 1_000_000n),
  ...named(['s', 'sec', 'sek', 'second'], 'time', 1_000_000_000n),
  ...named(['min', 'minute'], 'time', 60_000_000_000n),
  ...named(['h', 'hour'], 'time', 3_600_000_000_000n),
  ...named(['d', 'day'], 'time', 86_400_000_000_000n),
  ...named(['week'], 'time', 604_800_000_000_000n),
  ...named(['month'], 'months', 1n),
  ...named(['quarter'], 'months', 3n),
  ...named(['year'], 'months', 12n),
]);

function named(
  names: readonly string[],
  family: UnitSize['family'],
  size: bigint,
): readonly (readonly [string, UnitSize])[] {
  return names.map((name) => [name, { family, size }]);
}
