import type { Decimal } from '../model/value.ts';

/** An exact rational number, reduced, with a positive denominator. Every sum and verdict is made of these; decimals are only their clothes. */
export interface Exact {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** How a number loses digits: half away from zero, half to the even neighbour, or towards zero. */
export type RoundingMode = 'half up' | 'half even' | 'down';

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/**
 * The exact value of a decimal text ("99.90", "-1") or of a whole number.
 * Throws on any other text: the reader of values lets none through.
 */
export function exact(value: Decimal | number | bigint): Exact {
  if (typeof value === 'bigint') return { numerator: value, denominator: 1n };
  if (typeof value === 'number') return { numerator: BigInt(value), denominator: 1n };
  const match = DECIMAL.exec(value);
  if (match === null) throw new TypeError(`"${value}" is no decimal number`);
  const fraction = match[3] ?? '';
  const digits = BigInt(`${match[2]}${fraction}`);
  return ratio(match[1] === '-' ? -digits : digits, 10n ** BigInt(fraction.length));
}

/** `numerator / denominator`, reduced. The denominator is not zero. */
export function ratio(numerator: bigint, denominator: bigint): Exact {
  if (denominator === 0n) throw new RangeError('a ratio needs a denominator other than zero');
  if (denominator === 1n) return { numerator, denominator };
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  const sign = denominator < 0n ? -1n : 1n;
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

export function add(a: Exact, b: Exact): Exact {
  return ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Exact, b: Exact): Exact {
  return ratio(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

export function multiply(a: Exact, b: Exact): Exact {
  return ratio(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** `a / b`. `b` is not zero. */
export function divide(a: Exact, b: Exact): Exact {
  return ratio(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** `percent` % of `whole`. */
export function percentOf(whole: Exact, percent: Exact): Exact {
  return ratio(whole.numerator * percent.numerator, whole.denominator * percent.denominator * 100n);
}

export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Compares two decimals by value: "99.90" and "99.9" are equal. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  return compare(exact(a), exact(b));
}

/** The largest whole number that is not above the value. */
export function floor(value: Exact): bigint {
  const { numerator, denominator } = value;
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}

/** The smallest whole number that is not below the value. */
export function ceiling(value: Exact): bigint {
  return -floor({ numerator: -value.numerator, denominator: value.denominator });
}

/** The value as a plain decimal text with exactly `digits` decimals, without exponent or grouping. Zero has no sign. */
export function round(value: Exact, digits: number, mode: RoundingMode = 'half up'): Decimal {
  const negative = value.numerator < 0n;
  const scaled = (negative ? -value.numerator : value.numerator) * 10n ** BigInt(digits);
  const down = scaled / value.denominator;
  const twiceRest = (scaled - down * value.denominator) * 2n;
  const up =
    mode !== 'down' &&
    (twiceRest > value.denominator ||
      (twiceRest === value.denominator && (mode === 'half up' || down % 2n === 1n)));
  return written(negative, up ? down + 1n : down, digits);
}

/**
 * The value as a plain decimal text without needless zeros, exact where it has an end;
 * otherwise half up to `longest` decimals.
 */
export function plain(value: Exact, longest = 20): Decimal {
  const digits = decimalsOf(value.denominator) ?? longest;
  return round(value, digits);
}

/** What part is of a whole, in percent with `digits` decimals; undefined where the whole is zero: no data is not 100 % (domain.md G08). */
export function percentage(
  part: number | bigint,
  whole: number | bigint,
  digits: number,
): Decimal | undefined {
  if (BigInt(whole) === 0n) return undefined;
  return round(ratio(BigInt(part) * 100n, BigInt(whole)), digits);
}

/** The sum of decimals, exact, with as many decimals as it needs. */
export function sumOf(values: readonly Decimal[]): Decimal {
  return plain(values.reduce((sum, value) => add(sum, exact(value)), exact(0)));
}

function written(negative: boolean, digits: bigint, decimals: number): Decimal {
  const text = digits.toString().padStart(decimals + 1, '0');
  const whole = text.slice(0, text.length - decimals);
  const sign = negative && digits !== 0n ? '-' : '';
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${text.slice(text.length - decimals)}`;
}

/** How many decimals 1/denominator has; undefined where it never ends. */
function decimalsOf(denominator: bigint): number | undefined {
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) {
    rest /= 2n;
    twos++;
  }
  while (rest % 5n === 0n) {
    rest /= 5n;
    fives++;
  }
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let high = a;
  let low = b < 0n ? -b : b;
  while (low !== 0n) [high, low] = [low, high % low];
  return high;
}
