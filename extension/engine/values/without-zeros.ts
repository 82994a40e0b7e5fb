import type { Decimal } from '../model/value.ts';

/** A number without the last zeros of its decimals, its digits together: it may be a year. */
export function withoutZeros(value: Decimal): string {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value;
}
