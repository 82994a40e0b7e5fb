import type { Decimal } from '../model/value.ts';
import { numberAt, numberFailure } from './decimal.ts';
import { percentWords } from './deceptive-words.ts';
import { cut, fail } from './part.ts';
import type { Outcome, Part } from './part.ts';

/** "99.9 %", "99,999 %": point and comma are both decimal signs here. The value is the number as written. */
export function readPercent(part: Part): Outcome<Decimal> {
  const token = numberAt(part.text);
  if (token === undefined) return fail(part, 'notPercent');
  const rest = cut(part, token.length);
  if (rest.text === '') return fail(part, 'notPercent', {}, [`${part.text} %`]);
  if (rest.text !== '%' && !percentWords.has(rest.text)) return fail(part, 'notPercent');
  const { value, length } = token;
  return numberFailure(part, { value, length }) ?? { value };
}
