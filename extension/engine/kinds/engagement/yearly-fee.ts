import { feePeriodsOfTerm } from '../../calendar/periods.ts';
import { exact, multiply } from '../../measure/decimal.ts';
import { roundMoney } from '../../measure/money.ts';
import type { View } from '../../model/engagement.ts';

/**
 * What an engagement costs in a year, to the minor unit of its currency, as "582000.00 EUR": the fee for its first twelve
 * months (settled 4), exact and rounded once. Undefined without a start, and for a fee that is none for a time or
 * is one for hours.
 */
export function yearlyFee({ lead }: View): string | undefined {
  const { fee, start } = lead?.keys ?? {};
  const money = fee?.value;
  if (money?.per === undefined || start?.value === undefined) return undefined;
  const periods = feePeriodsOfTerm({ n: '1', unit: 'year', working: false }, money.per, start.value);
  if (periods === undefined) return undefined;
  return `${roundMoney(multiply(exact(money.amount), periods), money.currency)} ${money.currency}`;
}
