import { sumsByCurrency } from '../resolve/credit-sums.ts';
import { compareText } from '../values/compare-text.ts';
import { foldName } from '../values/fold.ts';
import { addTo } from '../values/add-to.ts';
import type { FinalDate, Standing } from './standing.ts';

/** What hangs on one supplier (settled 22): nobody sees it in one engagement. */
export interface SupplierPart {
  /** As it is written first. */
  readonly supplier: string;
  readonly engagements: number;
  readonly critical: number;
  /** Of engagements whose fee is known, one sum for each currency, as "582000.00 EUR". */
  readonly yearlyFees: readonly string[];
  /** The next day on which something cannot be undone any more, in any of them. */
  readonly next: FinalDate | undefined;
}

/** Suppliers, those with most engagements first; one that is written in two ways that compare as one name is one. */
export function suppliersIn(standings: readonly Standing[]): readonly SupplierPart[] {
  const bySupplier = new Map<string, Standing[]>();
  for (const one of standings)
    if (one.supplier !== undefined && one.phase !== 'closed') addTo(bySupplier, foldName(one.supplier), one);
  return [...bySupplier.values()]
    .map(partOf)
    .sort((a, b) => b.engagements - a.engagements || compareText(a.supplier, b.supplier));
}

function partOf(its: readonly Standing[]): SupplierPart {
  const dates = its.flatMap(({ next }) => next ?? []);
  return {
    supplier: its[0]?.supplier ?? '',
    engagements: its.length,
    critical: its.filter(({ isCritical }) => isCritical).length,
    yearlyFees: sums(its.flatMap(({ yearlyFee }) => yearlyFee ?? [])),
    next: dates.sort((a, b) => compareText(a.date, b.date))[0],
  };
}

function sums(fees: readonly string[]): readonly string[] {
  const amounts = fees.map((fee) => {
    const [amount = '0', currency = ''] = fee.split(' ');
    return { amount, currency };
  });
  return sumsByCurrency(amounts).map(({ currency, sum }) => `${sum} ${currency}`);
}
