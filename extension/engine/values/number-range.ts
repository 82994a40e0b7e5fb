import type { NumberRange } from '../model/value.ts';
import { peopleWords, toWords } from './grammar-words.ts';
import { cut, fail } from './part.ts';
import type { Outcome, Part } from './part.ts';
import type { ValueMessageId } from './problems.ts';

/** "4 to 9 people", "4-9 personer", "6 people". */
export function readBand(part: Part): Outcome<NumberRange> {
  const space = part.text.lastIndexOf(' ');
  const numbers = peopleWords.has(part.text.slice(space + 1)) ? cut(part, 0, Math.max(space, 0)) : part;
  if (/^\d{1,9}$/.test(numbers.text)) {
    const n = trimZeros(numbers.text);
    return { value: { low: n, high: n } };
  }
  const range = readRange(numbers, 'notBand', (low, high) => `${low} to ${high}`);
  return range.failure?.id === 'notBand' ? fail(part, 'notBand') : range;
}

/** "1-5", "0 to 4". */
export function readRange(
  part: Part,
  otherwise: ValueMessageId,
  write: (low: string, high: string) => string,
): Outcome<NumberRange> {
  const match = /^(\d{1,9}) ?(-|\p{L}+) ?(\d{1,9})$/u.exec(part.text);
  if (!match) return fail(part, otherwise);
  const [, first = '', joint = '', second = ''] = match;
  if (joint !== '-' && !toWords.has(joint)) return fail(part, otherwise);
  const [low, high] = [trimZeros(first), trimZeros(second)];
  if (Number(low) > Number(high)) {
    const example = write(high, low);
    return fail(part, 'rangeReversed', { example }, [example]);
  }
  return { value: { low, high } };
}

function trimZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}
