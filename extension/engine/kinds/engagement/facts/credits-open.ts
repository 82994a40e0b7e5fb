import {
  amountsByState,
  creditGroups,
  periodOfCredit,
  sumsByCurrency,
  type StateAmount,
} from '../../../resolve/credit-sums.ts';
import { creditsOf, creditStates, isOwed, pastCredits } from '../../../resolve/credits.ts';
import { defineFact } from '../../../rules/define.ts';
import { joined, say, words } from '../../../values/say.ts';
import type { Said } from '../../../model/said.ts';
import { amountSaid } from '../../../values/money-said.ts';

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
  unjudged: pastCredits,
  compute(view, { asOf }) {
    const { lead } = view;
    if (!lead) return [];
    const credits = creditsOf(view).filter((credit) => isOwed(credit) && !credit.isRepeated);
    const amounts = creditGroups(credits).flatMap((group) => amountsByState(group, asOf));
    return creditStates.flatMap((state) => {
      const its = amounts.filter((one) => one.state === state);
      return sumsByCurrency(its).map(({ currency, sum, amounts: parts }) => ({
        // Credits with a basis of their own need no fee: then they stand at the engagement itself.
        at: lead.keys.fee ?? { document: lead, span: lead.kindSpan, at: 'fee' },
        value: `${sum} ${currency}`,
        how: say('credits that are {{state}} on {{day}}: {{parts}}', {
          state: words(state, 'value'),
          day: asOf,
          parts: joined(parts.map(inWords), ' + '),
        }),
        data: { state, rows: parts.flatMap(rowsOf) },
      }));
    });
  },
});

function inWords({ amount, currency, credits }: StateAmount): Said {
  return say('{{amount}} for {{period}}', {
    amount: amountSaid(`${amount} ${currency}`),
    period: periodOfCredit(credits[0]!),
  });
}

/** What each result earns alone: where a cap holds their sum down, more than their part of it. */
function rowsOf({ credits }: StateAmount): readonly unknown[] {
  return credits.map(({ row, record, amount, terms }) => ({
    path: record.path,
    at: `Results[${row.index}]`,
    of: row.cells.of!.source.text,
    amount: `${amount} ${terms.currency}`,
  }));
}
