import { creditGroups, sumOfGroup } from '../../../resolve/credit-sums.ts';
import { creditsOf, pastCredits, type Credit } from '../../../resolve/credits.ts';
import { plain } from '../../../measure/decimal.ts';
import { roundMoney } from '../../../measure/money.ts';
import type { GovernedDocument } from '../../../model/document.ts';
import { defineFact, type FactDraft } from '../../../rules/define.ts';
import { creditSaid, earnedSaid } from '../credit-said.ts';
import { daysWaitedForClient } from '../waited-for-client.ts';
import { figure } from '../../../values/figures.ts';

export default defineFact({
  name: 'credit-due',
  kinds: ['record'],
  reads: [
    'record/Results.Of',
    'record/Results.Measure',
    'record/Results.Result',
    'record/period',
    'record/Waiting for.Since',
    'record/Waiting for.On',
    'record/held',
    'sla/Service levels.Measure',
    'sla/Service credits.Credit',
    'sla/credit_basis',
    'sla/credit_cap',
    'sla/rounding',
    'sla/valid_from',
    'engagement/fee',
    'engagement/People.Party',
  ],
  unit: 'money',
  summary: 'What a result takes off the fee, and the sum of a record held to the cap',
  asOf: false,
  unjudged: pastCredits,
  compute(view, { asOf }) {
    const credits = creditsOf(view);
    const waited = new Map<GovernedDocument, number>();
    const ofRecord = new Map<GovernedDocument, Credit[]>();
    for (const credit of credits) {
      const its = ofRecord.get(credit.record);
      if (its) its.push(credit);
      else {
        ofRecord.set(credit.record, [credit]);
        waited.set(credit.record, daysWaitedForClient(credit.period, view, asOf));
      }
    }
    const rows = credits.map((credit) => factOfRow(credit, waited.get(credit.record)!));
    const sums = [...ofRecord].flatMap(([record, its]) => factsOfRecord(record, its, waited.get(record)!));
    return [...rows, ...sums];
  },
});

function factOfRow(credit: Credit, waitingDays: number): FactDraft {
  const { row, tier, percent, amount, capped, terms } = credit;
  const { from, below } = tier?.cells ?? {};
  return {
    at: row,
    value: `${amount} ${terms.currency}`,
    how: creditSaid(credit),
    data: {
      tier: tier ? { from: from!.value!, below: below!.value! } : null,
      percent,
      basis: basisOf(credit),
      capped,
      waitingDays,
    },
  };
}

function factsOfRecord(
  record: GovernedDocument,
  credits: readonly Credit[],
  waitingDays: number,
): readonly FactDraft[] {
  const { period } = record.keys;
  return creditGroups(credits).map((group) => {
    const first = group.credits[0]!;
    const { amount, percent, capped } = sumOfGroup(group);
    const parts = group.credits.map((credit) => `${figure(credit.percent)} %`).join(' + ');
    return {
      at: period!,
      value: `${amount} ${group.currency}`,
      how: earnedSaid(parts, first, capped),
      data: { percent: plain(percent), basis: basisOf(first), capped, waitingDays, sla: group.sla.path },
    };
  });
}

/** What the percentages are taken of, for the whole period. */
function basisOf({ terms }: Credit): string {
  return `${roundMoney(terms.basis, terms.currency)} ${terms.currency}`;
}
