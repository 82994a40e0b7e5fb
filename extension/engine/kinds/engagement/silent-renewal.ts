import { feePeriodsOfTerm } from '../../calendar/periods.ts';
import { addDays } from '../../calendar/plain-date.ts';
import { timelineOf } from '../../resolve/terms.ts';
import { compare, exact, multiply, plain, type Exact } from '../../measure/decimal.ts';
import { roundMoney } from '../../measure/money.ts';
import type { Field } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { Duration, IsoDate, Money, Renewal } from '../../model/value.ts';

/** What it costs to say nothing about a renewal. */
export interface SilentRenewal {
  readonly renewal: Field<Renewal>;
  readonly term: Duration;
  /** To the minor unit of the currency. */
  readonly amount: string;
  readonly fee: Money;
  /** How many periods of the fee the term has, exact: "12", or "7/12" where a decimal would not end. */
  readonly periods: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/**
 * The fee for the term by which the contract renews itself: exact, rounded once (rules.md section 3,
 * committed-by-silence). Undefined unless it renews by itself for a stated term at a periodic fee.
 */
export function silentRenewal(view: View): SilentRenewal | undefined {
  const { renewal, fee, end } = view.lead?.keys ?? {};
  const { renewedEnd } = timelineOf(view);
  const money = fee?.value;
  if (renewal?.value?.kind !== 'automatic' || renewal.value.term === undefined) return undefined;
  if (money?.per === undefined || end?.value === undefined || renewedEnd === undefined) return undefined;
  const from = addDays(end.value, 1);
  const periods = feePeriodsOfTerm(renewal.value.term, money.per, from);
  if (periods === undefined) return undefined;
  return {
    renewal,
    term: renewal.value.term,
    amount: roundMoney(multiply(exact(money.amount), periods), money.currency),
    fee: money,
    periods: countOf(periods),
    from,
    to: renewedEnd,
  };
}

function countOf(periods: Exact): string {
  const text = plain(periods);
  return compare(exact(text), periods) === 0 ? text : `${periods.numerator}/${periods.denominator}`;
}
