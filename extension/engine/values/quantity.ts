import type { Comparator, Quantity } from '../model/value.ts';
import { numberAt, numberFailure } from './decimal.ts';
import { crowns, crownWords, percentWords } from './deceptive-words.ts';
import { comparators, noDataWords, noneWords, ofWords, peopleWords, units } from './grammar-words.ts';
import { windowNamed } from './meant/times.ts';
import { cut, fail, written } from './part.ts';
import type { Outcome, Part } from './part.ts';

/**
 * "at most 800 ms", "minst 4,2 av 5", "< 2 %", "0 of 6", "no data". Units of time and people are
 * given in English ("timmar" is "hour", "arbetsdagar" is "working day"), every other unit as written.
 */
export function readQuantity(part: Part): Outcome<Quantity> {
  if (noDataWords.has(part.text)) return { value: { noData: true } };
  const remark = remarkBehind(part);
  if (!remark) return readAmount(part);
  const { head, inner } = remark;
  const amount = readAmount(head);
  if (amount.failure) return amount;
  const { unit, of } = amount.value;
  if (unit === undefined && of === undefined && isUnit(inner.text))
    return withUnit(part, inner, amount.value);
  return isRemark(inner.text)
    ? { value: { ...amount.value, note: written(inner) } }
    : fail(part, 'notQuantity');
}

/** What stands in brackets behind a quantity, and what stands before it. */
function remarkBehind(part: Part): { readonly head: Part; readonly inner: Part } | undefined {
  const { text } = part;
  const open = text.endsWith(')') ? text.lastIndexOf('(') : -1;
  if (open < 1) return undefined;
  const inner = cut(part, open + 1, text.length - 1);
  return inner.text === '' || inner.text.includes(')') ? undefined : { head: cut(part, 0, open), inner };
}

/** A remark leaves the number what it is. With a number in it, or taken of something, it is another promise. */
function isRemark(text: string): boolean {
  const first = text.split(' ', 1)[0] ?? '';
  return !/[\d%<>≤≥]/.test(text) && !ofWords.has(first) && !boundWords.has(first);
}

const boundWords: ReadonlySet<string> = new Set(['within', 'inom', 'under', 'below', 'above', 'över']);

function readAmount(part: Part): Outcome<Quantity> {
  const { op, rest } = comparison(part);
  const token = numberAt(rest.text);
  if (token === undefined) return fail(part, 'notQuantity', {}, noneWords.has(part.text) ? ['0'] : []);
  const behind = cut(rest, token.length);
  const isPercent = behind.text.startsWith('%');
  const failure = numberFailure(rest, isPercent ? { value: token.value, length: token.length } : token);
  if (failure) return failure;
  const head = { ...(op === undefined ? {} : { op }), value: token.value };
  if (behind.text === 'k' && /^\d+$/.test(token.value))
    return { value: { ...head, value: `${token.value}000` } };
  const space = endOfOf(behind.text);
  if (space > 0) {
    const whole = cut(behind, space);
    const of = numberAt(whole.text);
    if (of !== undefined) {
      const wrong = numberFailure(whole, of);
      if (wrong) return wrong;
      return withUnit(part, cut(whole, of.length), { ...head, of: of.value });
    }
  }
  return withUnit(part, behind, head);
}

/** Where "of", "av" or "out of" ends; nought where none begins a text. */
function endOfOf(text: string): number {
  const outOf = /^(?:out of|ut av) /.exec(text)?.[0].length;
  if (outOf !== undefined) return outOf;
  const space = text.indexOf(' ');
  return space > 0 && ofWords.has(text.slice(0, space)) ? space : 0;
}

function withUnit(part: Part, unit: Part, quantity: Quantity): Outcome<Quantity> {
  const { text } = unit;
  if (text === '') return { value: quantity };
  if (crownWords.has(text)) return fail(unit, 'whichCrowns', {}, crowns);
  if (percentWords.has(text)) return { value: { ...quantity, unit: '%' } };
  // How long it is measured over is said by the document too: it stays beside the number.
  const window = text.startsWith('%') ? cut(unit, 1) : undefined;
  if (window && windowNamed(window.text)) return { value: { ...quantity, unit: '%', note: written(window) } };
  // What qualifies a percentage is no unit; what it is taken of is.
  if (/^%./.test(text) && !/^% ?(?:of|av) /.test(text)) return fail(part, 'notQuantity');
  // A digit or a mark here is the rest of a number, a time or a range that did not read.
  if (/^[\d.,:;=<>≤≥+-]/.test(text)) return fail(part, 'notQuantity');
  return { value: { ...quantity, unit: unitName(unit) } };
}

/** Whether a text is a unit and nothing else: of time, of people, or the percent sign in one of its writings. */
export function isUnit(text: string): boolean {
  return text === '%' || percentWords.has(text) || units.has(text) || peopleWords.has(text) || text === 'ms';
}

function unitName(unit: Part): string {
  const time = units.get(unit.text);
  if (time) return time.working ? `working ${time.unit}` : time.unit;
  return peopleWords.has(unit.text) ? 'people' : written(unit);
}

const signs: readonly (readonly [string, Comparator])[] = [
  ['<=', 'at most'],
  ['>=', 'at least'],
  ['≤', 'at most'],
  ['≥', 'at least'],
  ['<', 'below'],
  ['>', 'above'],
];

/** What stands before the number. */
function comparison(part: Part): { readonly op?: Comparator; readonly rest: Part } {
  for (const [sign, op] of signs) if (part.text.startsWith(sign)) return { op, rest: cut(part, sign.length) };
  const number = part.text.search(/-?\d/);
  const words = number < 0 ? '' : part.text.slice(0, number).trimEnd();
  const op = comparators.get(words);
  return op === undefined ? { rest: part } : { op, rest: cut(part, words.length) };
}
