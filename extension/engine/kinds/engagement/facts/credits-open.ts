import { amountsByState, creditGroups, sumsByCurrency, type StateAmount } from '../../../index/credit-sums.ts';
import { creditsOf, creditStates, isOwed } from '../../../index/credits.ts';
import { defineFact, type At } from '../../../rules/define.ts';
import type { View } from '../../../model/engagement.ts';

export default defineFact({
  name: 'credits-open',
  kinds: ['engagement'],
  reads: [
    'engagement/fee',
    'engagement/holidays',
    'engagement/office_hours',
    'record/Results.Of',
    'record/Results.Measure',
    'record/Results.Result',
    'record/Results.Claimed',
    'record/Results.Credited',
    'record/period',
    'record/held',
    'sla/Service levels.Measure',
    'sla/Service credits.Credit',
    'sla/credit_basis',
    'sla/credit_cap',
    'sla/claim_within',
    'sla/rounding',
    'sla/valid_from',
  ],
  unit: 'money',
  summary: 'Credits of the engagement that are due, claimed, credited and lapsed, one sum each',
  asOf: true,
  compute(view, { asOf, holidays }) {
    const at = placeOfFee(view);
    if (!at) return [];
    const credits = creditsOf(view, holidays).filter((credit) => isOwed(credit) && !credit.isRepeated);
    const amounts = creditGroups(credits).flatMap((group) => amountsByState(group, asOf));
    return creditStates.flatMap((state) => {
      const its = amounts.filter((one) => one.state === state);
      return sumsByCurrency(its).map((value) => ({
        at,
        value,
        how: `credits that are ${state} on ${asOf}, of ${its.length === 1 ? '1 period' : `${its.length} periods`}`,
        data: { state, rows: rowsOf(its, value) },
      }));
    });
  },
});

/** `fee`; where credits have a basis of their own and there is none, the engagement itself. */
function placeOfFee({ lead }: View): At | undefined {
  return lead && (lead.keys.fee ?? { document: lead, span: lead.kindSpan, at: 'fee' });
}

function rowsOf(amounts: readonly StateAmount[], sum: string): readonly unknown[] {
  return amounts
    .filter(({ currency }) => sum.endsWith(` ${currency}`))
    .flatMap(({ credits }) =>
      credits.map(({ row, record, amount, terms }) => ({
        path: record.path,
        at: `Results[${row.index}]`,
        of: row.cells.of!.source.text,
        amount: `${amount} ${terms.currency}`,
      })),
    );
}
