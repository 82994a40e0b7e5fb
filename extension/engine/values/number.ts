import type { Decimal } from '../model/value.ts';
import { groupThousands, numberAt, numberFailure } from './decimal.ts';
import { fail } from './part.ts';
import type { Outcome, Part } from './part.ts';

/** A whole number: "3", "1 200". */
export function readInteger(part: Part): Outcome<Decimal> {
  const token = numberAt(part.text);
  if (token === undefined || token.length !== part.text.length) return fail(part, 'notInteger');
  const { asThousand, value, length } = token;
  const failure = numberFailure(part, { value, length });
  if (failure) return failure;
  // Of two readings only the thousand is whole.
  if (asThousand !== undefined) return fail(part, 'notInteger', {}, [groupThousands(asThousand)]);
  return value.includes('.') ? fail(part, 'notInteger') : { value };
}

/** A number without a unit: "4", "3,5". */
export function readScore(part: Part): Outcome<Decimal> {
  const token = numberAt(part.text);
  if (token === undefined || token.length !== part.text.length) return fail(part, 'notScore');
  return numberFailure(part, token) ?? { value: token.value };
}

/** Whether a score is none, but says whether something was passed. */
export function isPassOrFail(value: unknown): value is 'pass' | 'fail' {
  return value === 'pass' || value === 'fail';
}
