import { addDays, compareDates } from '../../../calendar/plain-date.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import type { Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { defineDue } from '../../../rules/define.ts';
import { fold, foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';
import { addTo } from '../../../values/add-to.ts';

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

/** Rows that state one result, the oldest record first: the same Of and Measure for the same period. */
function statedTogether(view: View): readonly (readonly Row<'results'>[])[] {
  const groups = new Map<string, Row<'results'>[]>();
  const records = view.sections('results').map(({ document, rows }) => ({ record: document, rows }));
  records.sort((a, b) => compareDates(a.record.keys.held?.value ?? '', b.record.keys.held?.value ?? ''));
  for (const { record, rows } of records) {
    const period = record.keys.period?.value;
    for (const row of rows) {
      const { of, measure } = row.cells;
      const { kind = '', detail = '' } = measure?.value ?? {};
      const when = period ? [period.from, period.to] : [record.path];
      const key = [foldName(of?.source.text ?? ''), fold(kind), fold(detail), ...when].join('\n');
      addTo(groups, key, row);
    }
  }
  return [...groups.values()];
}
