import { periodText } from '../calendar/periods.ts';
import { creditDue } from '../measure/credits.ts';
import { add, exact, subtract } from '../measure/decimal.ts';
import { roundMoney } from '../measure/money.ts';
import type { GovernedDocument } from '../model/document.ts';
import type { Decimal, IsoDate } from '../model/value.ts';
import { creditStates, stateOf, type Credit, type CreditState } from './credits.ts';
import { addTo } from '../values/add-to.ts';

/** Credits of one document with service levels for one period: they share a cap. */
export interface CreditGroup {
  readonly sla: GovernedDocument;
  readonly currency: string;
  readonly credits: readonly Credit[];
}

/** Credits that share a cap, in the order of their first. */
export function creditGroups(credits: readonly Credit[]): readonly CreditGroup[] {
  const groups = new Map<string, Credit[]>();
  for (const credit of credits) {
    const key = `${credit.sla.path}\n${credit.period.from}\n${credit.period.to}`;
    addTo(groups, key, credit);
  }
  return [...groups.values()].map((its) => ({
    sla: its[0]!.sla,
    currency: its[0]!.terms.currency,
    credits: its,
  }));
}

/** What the credits of a group come to together, held to the cap, rounded once. */
export function sumOfGroup({ credits }: Pick<CreditGroup, 'credits'>): ReturnType<typeof creditDue> {
  return creditDue(
    credits.map(({ percent }) => percent),
    credits[0]!.terms,
  );
}

/** What of a group's credits stands in one state. */
export interface StateAmount {
  readonly state: CreditState;
  readonly amount: Decimal;
  readonly currency: string;
  readonly credits: readonly Credit[];
}

/**
 * A group's sum by state, adding up to the sum: where the cap holds it down, what is credited takes of
 * it first, then what is claimed, what is due, and what has lapsed.
 */
export function amountsByState({ credits, currency }: CreditGroup, asOf: IsoDate): readonly StateAmount[] {
  const amounts: StateAmount[] = [];
  const counted: Credit[] = [];
  let before = exact(0);
  for (const state of creditStates) {
    const its = credits.filter((credit) => stateOf(credit, asOf) === state);
    if (its.length === 0) continue;
    counted.push(...its);
    const sum = exact(sumOfGroup({ credits: counted }).amount);
    amounts.push({ state, amount: roundMoney(subtract(sum, before), currency), currency, credits: its });
    before = sum;
  }
  return amounts;
}

/** Amounts of one currency with their exact sum. */
export interface CurrencySum<A> {
  readonly currency: string;
  readonly sum: Decimal;
  readonly amounts: readonly A[];
}

/** One sum for each currency, in the order of their codes. */
export function sumsByCurrency<A extends Pick<StateAmount, 'amount' | 'currency'>>(
  amounts: readonly A[],
): readonly CurrencySum<A>[] {
  const currencies = [...new Set(amounts.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const its = amounts.filter((one) => one.currency === currency);
    const sum = its.reduce((total, { amount }) => add(total, exact(amount)), exact(0));
    return { currency, sum: roundMoney(sum, currency), amounts: its };
  });
}

/** "2026-10", as messages name the period of a credit. */
export function periodOfCredit({ period }: Pick<Credit, 'period'>): string {
  return periodText(period);
}
