import type { Decimal } from '../model/value.ts';
import type { Exact, RoundingMode } from './decimal.ts';
import { add, compare, compareDecimals, exact, percentOf } from './decimal.ts';
import { roundMoney } from './money.ts';

/** A row of Service credits, in percent: a result of at least `from` and less than `below` earns `credit`. */
export interface CreditTier {
  readonly from: Decimal;
  readonly below: Decimal;
  readonly credit: Decimal;
}

/** What is wrong between tiers. Numbers are places in the list that was given. */
export type TierProblem =
  /** `from` is not less than `below`. */
  | { readonly is: 'empty'; readonly tier: number }
  /** Nothing is earned from `from` up to `below`. */
  | {
      readonly is: 'gap';
      readonly tier: number;
      readonly above: number;
      readonly from: Decimal;
      readonly below: Decimal;
    }
  /** Two tiers hold the results from `from` up to `below`. */
  | {
      readonly is: 'overlap';
      readonly tier: number;
      readonly above: number;
      readonly from: Decimal;
      readonly below: Decimal;
    }
  /** The lowest tier does not begin at zero. */
  | { readonly is: 'no floor'; readonly tier: number; readonly from: Decimal };

/** Whether tiers are in order (rules.md SLA004): half-open, each below ending where the one above begins, down to 0 %. */
export function tierProblems(tiers: readonly CreditTier[]): readonly TierProblem[] {
  const order = fromHighToLow(tiers);
  const problems: TierProblem[] = [];
  order.forEach(({ tier, index }, place) => {
    if (compareDecimals(tier.from, tier.below) >= 0) problems.push({ is: 'empty', tier: index });
    const above = order[place - 1];
    if (above !== undefined) {
      const order = compareDecimals(tier.below, above.tier.from);
      const between = { tier: index, above: above.index };
      if (order < 0) problems.push({ is: 'gap', ...between, from: tier.below, below: above.tier.from });
      if (order > 0) problems.push({ is: 'overlap', ...between, from: above.tier.from, below: tier.below });
    }
  });
  const lowest = order.at(-1);
  if (lowest !== undefined && compareDecimals(lowest.tier.from, '0') > 0) {
    problems.push({ is: 'no floor', tier: lowest.index, from: lowest.tier.from });
  }
  return problems;
}

/** The tiers that earn less than the tier above them (rules.md SLA005). Equal is allowed. */
export function fallingCredits(
  tiers: readonly CreditTier[],
): readonly { readonly tier: number; readonly above: number }[] {
  const order = fromHighToLow(tiers);
  return order.flatMap(({ tier, index }, place) => {
    const above = order[place - 1];
    if (above === undefined || compareDecimals(tier.credit, above.tier.credit) >= 0) return [];
    return [{ tier: index, above: above.index }];
  });
}

/** The place of the tier whose Below is highest among those that earn something (SLA006, settled 5); undefined where none does. */
export function highestTier(tiers: readonly CreditTier[]): number | undefined {
  return tiers.reduce<number | undefined>((best, tier, index) => {
    if (compareDecimals(tier.credit, '0') <= 0) return best;
    const highest = best === undefined ? undefined : tiers[best];
    return highest === undefined || compareDecimals(tier.below, highest.below) > 0 ? index : best;
  }, undefined);
}

/** The place of the tier [from, below) that holds a result in percent (domain.md C01); undefined where none does. */
export function tierOf(result: Decimal, tiers: readonly CreditTier[]): number | undefined {
  const place = tiers.findIndex(
    ({ from, below }) => compareDecimals(from, result) <= 0 && compareDecimals(result, below) < 0,
  );
  return place < 0 ? undefined : place;
}

/** What a credit is a part of, and how it is bounded. */
export interface CreditTerms {
  /** The fee, or the amount that `credit_basis` names, for the period: not yet rounded. */
  readonly basis: Exact;
  readonly currency: string;
  /** `credit_cap`, in percent of the basis. */
  readonly cap?: Decimal | undefined;
  readonly rounding?: RoundingMode | undefined;
}

/**
 * The money that credits in percent come to (rules.md section 3, credit-due; domain.md C05, C06):
 * their sum, held to the cap, of the basis, rounded once at the end to the minor unit.
 */
export function creditDue(
  percents: readonly Decimal[],
  terms: CreditTerms,
): { readonly amount: Decimal; readonly percent: Exact; readonly capped: boolean } {
  const sum = percents.reduce((total, each) => add(total, exact(each)), exact(0));
  const cap = terms.cap === undefined ? undefined : exact(terms.cap);
  const capped = cap !== undefined && compare(sum, cap) > 0;
  const percent = capped ? cap : sum;
  return {
    amount: roundMoney(percentOf(terms.basis, percent), terms.currency, terms.rounding),
    percent,
    capped,
  };
}

function fromHighToLow(
  tiers: readonly CreditTier[],
): readonly { readonly tier: CreditTier; readonly index: number }[] {
  return tiers
    .map((tier, index) => ({ tier, index }))
    .sort((a, b) => compareDecimals(b.tier.from, a.tier.from) || a.index - b.index);
}
