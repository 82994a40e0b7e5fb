import { daysBetween } from '../../../calendar/plain-date.ts';
import { periodOfCredit } from '../../../resolve/credit-sums.ts';
import { creditsOf, isOwed, pastCredits, stateOf } from '../../../resolve/credits.ts';
import { defineFact } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';

export default defineFact({
  name: 'claim-by',
  kinds: ['record'],
  reads: [
    'record/Results.Result',
    'record/Results.Claimed',
    'record/Results.Credited',
    'record/period',
    'sla/claim_within',
    'sla/Service credits.Credit',
    'sla/valid_from',
    'engagement/fee',
    'engagement/holidays',
    'engagement/office_hours',
  ],
  unit: 'date',
  summary: 'The last day on which a credit can be claimed',
  asOf: true,
  unjudged: (view) => pastCredits(view).filter(({ terms }) => terms.keys.claim_within?.value !== undefined),
  compute(view, { asOf }) {
    return creditsOf(view).flatMap((credit) => {
      const { claimBy, row, sla, period } = credit;
      if (claimBy === undefined || !isOwed(credit)) return [];
      const within = quote(sla.keys.claim_within!.source.text);
      return [
        {
          at: row,
          value: claimBy,
          how: say('"{{within}}" after {{end}}, the last day of {{period}}', {
            within,
            end: period.to,
            period: periodOfCredit(credit),
          }),
          data: {
            periodEnd: period.to,
            claimWithin: within,
            state: stateOf(credit, asOf),
            daysLeft: daysBetween(asOf, claimBy),
          },
        },
      ];
    });
  },
});
