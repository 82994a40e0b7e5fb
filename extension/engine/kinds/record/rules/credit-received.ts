import { addDays } from '../../../calendar/plain-date.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import type { Row } from '../../../model/document.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { statedTogether } from '../same-results.ts';

/** Days from a claim until its credit should have come: two invoices of a month each. */
const daysToCredit = 60;
/** Days before that from which it is listed. */
const leadDays = 14;

export default defineDue({
  code: 'SLA027',
  name: 'credit-received',
  meta: {
    kinds: ['record'],
    reads: [
      'record/Results.Claimed',
      'record/Results.Credited',
      'record/Results.Of',
      'record/Results.Measure',
      'record/period',
      'record/held',
    ],
    summary: 'Ask for a credit that was claimed',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    pay: 'Credit what was claimed on {{claimed}} for "{{of}}", and write the sum into Credited.',
  },
  due(view) {
    return statedTogether(view).flatMap((rows) => {
      if (rows.some(({ cells }) => isFilled(cells.credited))) return [];
      const newest = rows.flatMap(claimIn).at(-1);
      if (!newest) return [];
      const day = addDays(newest.day, daysToCredit);
      return [
        {
          at: newest.claimed,
          id: 'pay' as const,
          data: { claimed: newest.day, of: quote(newest.of) },
          day,
          listedFrom: addDays(day, -leadDays),
          on: 'supplier' as const,
        },
      ];
    });
  },
});

/** A claim that says when. */
function claimIn({ cells: { of, claimed } }: Row<'results'>) {
  return typeof claimed?.value === 'string'
    ? [{ claimed, day: claimed.value, of: of?.source.text ?? '' }]
    : [];
}
