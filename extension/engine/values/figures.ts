import type { Decimal } from '../model/value.ts';
import { groupThousands } from './decimal.ts';
import { withoutZeros } from './without-zeros.ts';

/** A number as people read it: "2 678 400" for 2678400, "99.9" for 99.90, "0" for 0.00. */
export function figure(value: Decimal): string {
  return groupThousands(withoutZeros(value));
}

/** An amount: decimals only where there are some, and then all of its currency: "582 000", "582 000.50". */
export function moneyFigure(amount: Decimal): string {
  return groupThousands(amount.replace(/\.0+$/, ''));
}
