import { periodOfCredit } from '../../../resolve/credit-sums.ts';
import { creditsOf, isOwed, pastCredits } from '../../../resolve/credits.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { amountSaid } from '../../../values/money-said.ts';

export default defineDue({
  code: 'SLA026',
  name: 'credit-claimed',
  meta: {
    kinds: ['record', 'sla'],
    reads: [
      'record/Results.Of',
      'record/Results.Measure',
      'record/Results.Result',
      'record/Results.Claimed',
      'record/period',
      'record/held',
      'sla/claim_within',
      'sla/Service levels.Measure',
      'sla/Service credits.Credit',
      'sla/credit_basis',
      'sla/credit_cap',
      'sla/valid_from',
      'engagement/fee',
      'engagement/holidays',
      'engagement/office_hours',
    ],
    summary: 'Ask for a claim before a credit lapses',
    severity: 'error',
    scope: 'X',
    profiles: ['base'],
    since: '0.1.0',
  },
  messages: {
    claim:
      'Claim {{amount}} for "{{service}}", whose result of {{period}} was "{{result}}", or write "no" into Claimed.',
  },
  unjudged: (view) => pastCredits(view).filter(({ row }) => !isFilled(row.cells.claimed)),
  due(view) {
    return creditsOf(view).flatMap((credit) => {
      const { row, claimed, claimBy, amount, terms, period } = credit;
      if (!isOwed(credit) || credit.isRepeated || claimed.is !== 'open') return [];
      const { of, result } = row.cells;
      const sum = `${amount} ${terms.currency}`;
      return [
        {
          at: row.cells.claimed ?? result!,
          id: 'claim' as const,
          data: {
            amount: amountSaid(sum),
            service: quote(of!.source.text),
            period: periodOfCredit(credit),
            result: quote(result!.source.text),
          },
          day: claimBy,
          // The lead is `claim_within` itself: it can be claimed from the end of its period on.
          listedFrom: period.to,
          on: 'client' as const,
          carries: { creditDue: sum, percent: credit.percent, periodEnd: period.to },
        },
      ];
    });
  },
});
