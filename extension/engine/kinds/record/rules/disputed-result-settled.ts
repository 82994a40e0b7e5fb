import { addDays } from '../../../calendar/plain-date.ts';
import type { Row } from '../../../model/document.ts';
import { creditsOf, isOwed } from '../../../resolve/credits.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { statedTogether } from '../same-results.ts';

/** Days from the meeting until a dispute should be settled, where no credit lapses before. */
const usualDays = 30;
/** Days before that from which it is listed. */
const leadDays = 14;

export default defineDue({
  code: 'REC018',
  name: 'disputed-result-settled',
  meta: {
    kinds: ['record'],
    reads: [
      'record/Results.Of',
      'record/Results.Measure',
      'record/Results.Result',
      'record/Results.Disputed',
      'record/held',
      'record/period',
      'sla/claim_within',
      'sla/Service levels.Service',
      'sla/Service levels.Measure',
      'sla/Service credits.Credit',
      'sla/credit_basis',
      'sla/credit_cap',
      'sla/valid_from',
      'engagement/fee',
      'engagement/holidays',
      'engagement/office_hours',
    ],
    summary: 'Ask for a disputed result to be settled',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    settle: 'Settle the result of "{{of}}": one side says "{{result}}", the other "{{disputed}}".',
  },
  due(view) {
    const disputes = statedTogether(view).flatMap((rows) => disputeIn(rows) ?? []);
    if (disputes.length === 0) return []; // equivalent: credits are not worked out for nothing
    const claimBy = new Map(
      creditsOf(view).flatMap((one) => (isOwed(one) ? [[one.row, one.claimBy] as const] : [])),
    );
    return disputes.flatMap(({ first, newest }) => {
      const held = first.section.document.keys.held?.value;
      const day = claimBy.get(newest) ?? (held && addDays(held, usualDays));
      const { of, result, disputed } = newest.cells;
      if (day === undefined || !isFilled(of) || !isFilled(result)) return [];
      return [
        {
          at: disputed!,
          id: 'settle' as const,
          data: {
            of: quote(of!.source.text),
            result: quote(result!.source.text),
            disputed: quote(disputed!.source.text),
          },
          day,
          listedFrom: addDays(day, -leadDays),
          on: 'both' as const,
        },
      ];
    });
  },
});

interface Dispute {
  /** Where it began, and where it stands now. */
  readonly first: Row<'results'>;
  readonly newest: Row<'results'>;
}

/** Of rows that state one result the newest decides; a dispute began where it was last not there. */
function disputeIn(rows: readonly Row<'results'>[]): Dispute | undefined {
  const isDisputed = ({ cells }: Row<'results'>): boolean => isFilled(cells.disputed);
  const newest = rows.at(-1)!;
  if (!isDisputed(newest)) return undefined;
  const settled = rows.findLastIndex((row) => !isDisputed(row));
  return { first: rows[settled + 1]!, newest };
}
