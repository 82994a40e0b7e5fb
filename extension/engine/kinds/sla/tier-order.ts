import type { TierSet } from '../../resolve/credit-tiers.ts';
import { tierProblems, type CreditTier, type TierProblem } from '../../measure/credits.ts';
import { compareDecimals } from '../../measure/decimal.ts';
import type { Field, Row } from '../../model/document.ts';
import type { Decimal } from '../../model/value.ts';

/** A tier whose two ends read. */
export interface ReadTier extends CreditTier {
  readonly row: Row<'service_credits'>;
  readonly fields: { readonly from: Field<Decimal>; readonly below: Field<Decimal> };
}

/** The tiers of a set whose From and Below read; a Credit that does not counts as nothing. */
export function readTiers({ rows }: TierSet): readonly ReadTier[] {
  return rows.flatMap((row) => {
    const { from, below, credit } = row.cells;
    if (from?.value === undefined || below?.value === undefined) return [];
    return [
      { row, from: from.value, below: below.value, credit: credit?.value ?? '0', fields: { from, below } },
    ];
  });
}

/**
 * What is wrong with the ends of these tiers of a set, one cause each (rules.md SLA004). While a tier
 * is empty the others are not judged by it; while rows may be missing no gap is; two tiers that begin
 * at one percentage are left to DOC002.
 */
export function orderProblems(tiers: readonly ReadTier[], { isComplete }: TierSet): readonly TierProblem[] {
  const problems = tierProblems(tiers);
  const empty = problems.filter(({ is }) => is === 'empty');
  if (empty.length > 0) return empty;
  return problems.filter((problem) => {
    if (problem.is !== 'overlap') return isComplete;
    return compareDecimals(tiers[problem.tier]!.from, tiers[problem.above]!.from) !== 0;
  });
}

/** Whether two tiers of a set begin at one percentage. */
export function hasEqualStarts(tiers: readonly ReadTier[]): boolean {
  const sorted = tiers.map(({ from }) => from).sort(compareDecimals);
  return sorted.some((from, i) => i > 0 && compareDecimals(from, sorted[i - 1]!) === 0);
}
