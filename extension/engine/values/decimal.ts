import type { Decimal } from '../model/value.ts';
import { cut, fail, written } from './part.ts';
import type { Failure, Part } from './part.ts';
import { listSaid, quoted } from './say.ts';

/** A number at the beginning of a part. */
export interface NumberToken {
  readonly value: Decimal;
  /** Length of what was read, in folded characters. */
  readonly length: number;
  /** Set where it can be read in two ways: the number as a thousand, `value` being the decimal reading. */
  readonly asThousand?: Decimal;
}

/**
 * Reads a number at the beginning: digits, groups of three after a space, point or comma, and
 * decimals after a point or comma. A single point or comma before exactly three digits is
 * ambiguous unless the whole part is zero (format-details.md item 16). Undefined: no number there.
 */
export function numberAt(text: string): NumberToken | undefined {
  const negative = text.startsWith('-');
  let at = negative ? 1 : 0;
  const groups: string[] = [];
  let separators = '';
  for (;;) {
    const end = digitsEnd(text, at);
    if (end === at) return undefined;
    groups.push(text.slice(at, end));
    at = end;
    const separator = text.charAt(at);
    if (!isSeparator(separator)) break;
    const next = digitsEnd(text, at + 1);
    if (next === at + 1) break;
    // A space only joins a group of three; what else follows it is another word.
    if (separator === ' ' && (next - at !== 4 || !/^[ ]*$/.test(separators) || (groups[0] ?? '').length > 3))
      break;
    separators += separator;
    at++;
  }
  const sign = negative ? '-' : '';
  const length = at;
  const [first = '', ...rest] = groups;
  if (separators === '') return { value: sign + trimZeros(first), length };
  const last = separators.charAt(separators.length - 1);
  const before = separators.slice(0, -1);
  const uniform = (marks: string): boolean => marks === '' || marks === marks.charAt(0).repeat(marks.length);
  const grouped = (groupsOfThree: readonly string[]): boolean =>
    first.length <= 3 && groupsOfThree.every((group) => group.length === 3);
  if (separators.length > 1 && uniform(separators)) {
    if (!grouped(rest)) return undefined;
    return { value: sign + trimZeros(groups.join('')), length };
  }
  if (last === ' ') {
    if (!grouped(rest)) return undefined;
    return { value: sign + trimZeros(groups.join('')), length };
  }
  // The last mark begins the decimals; all before it, of another kind, group thousands.
  if (before !== '' && (!uniform(before) || before.includes(last) || !grouped(rest.slice(0, -1))))
    return undefined;
  const decimals = rest[rest.length - 1] ?? '';
  const whole = trimZeros(groups.slice(0, -1).join(''));
  const value = `${sign}${whole}.${decimals}`;
  if (before === '' && decimals.length === 3 && whole !== '0') {
    return { value, length, asThousand: sign + trimZeros(first + decimals) };
  }
  return { value, length };
}

/** Why a number cannot be taken as it stands: it is ambiguous, or too long for exact arithmetic to stay quick. */
export function numberFailure(part: Part, token: NumberToken): { readonly failure: Failure } | undefined {
  const place = cut(part, 0, token.length);
  if (token.value.length > digitsAtMost) return fail(place, 'numberTooLong');
  if (raisedDigits.test(written(place))) return fail(place, 'notNumber');
  if (token.asThousand === undefined) return undefined;
  const readings = [groupThousands(token.asThousand), decimalReading(token.value)];
  return fail(place, 'ambiguousNumber', { readings: listSaid(readings.map(quoted), 'or') }, readings);
}

/** Digits with a space before each group of three: "48 500.00". */
export function groupThousands(value: Decimal): string {
  const point = value.indexOf('.');
  const whole = point < 0 ? value : value.slice(0, point);
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ' ');
  return point < 0 ? grouped : grouped + value.slice(point);
}

/** The decimal reading of "1.000" as "1.0", of "1.234" as "1.2340": no longer three digits behind the point. */
function decimalReading(value: Decimal): string {
  const short = value.replace(/0+$/, '');
  if (short.endsWith('.')) return `${short}0`;
  return short === value ? `${value}0` : short;
}

function trimZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++;
  return at;
}

function isSeparator(character: string): boolean {
  return character === ' ' || character === '.' || character === ',';
}

/** A sign, 30 digits and a point. */
const digitsAtMost = 32;

/** Digits that folding puts on the line: "10⁶" is no 106, and a footnote mark no digit. */
export const raisedDigits = /[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209f\u2150-\u218f\u2460-\u24ff]/;
