import { addDays, addMonths } from '../../../calendar/plain-date.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { asksForAssessment } from '../transfer.ts';

/** Days before an assessment is due from which it is listed. */
const leadDays = 30;

export default defineDue({
  code: 'LAW010',
  name: 'transfer-reassessed',
  meta: {
    kinds: ['engagement'],
    reads: ['engagement/Data.Data', 'engagement/Data.Assessed', 'engagement/Data.Transfer tool'],
    summary: 'Ask once a year whether a transfer is still protected',
    severity: 'info',
    scope: 'W',
    profiles: ['gdpr'],
    since: '0.1.0',
    source: 'based on EDPB Recommendations 01/2020; the interval is a habit, not law',
  },
  messages: {
    again: 'Assess the transfer of "{{data}}" again: the last assessment was on {{assessed}}.',
  },
  due(view) {
    return view.rows('data').flatMap((row) => {
      const { assessed, data } = row.cells;
      if (assessed?.value === undefined || !asksForAssessment(row)) return [];
      const day = addMonths(assessed.value, 12);
      return [
        {
          at: assessed,
          id: 'again' as const,
          data: { data: quote(data?.source.text ?? ''), assessed: assessed.value },
          day,
          listedFrom: addDays(day, -leadDays),
          on: 'client' as const,
        },
      ];
    });
  },
});
