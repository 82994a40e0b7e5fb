import { addDays } from '../../../calendar/plain-date.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';

/** Days before a deviation ends from which it is listed. */
const leadDays = 30;

export default defineDue({
  code: 'DOC016',
  name: 'deviation-in-date',
  meta: {
    kinds: ['engagement'],
    reads: ['engagement/Accepted deviations.Until'],
    summary: 'Ask for a new decision before an accepted deviation ends',
    severity: 'error',
    scope: 'W',
    profiles: ['base'],
    since: '0.1.0',
  },
  messages: {
    ends: 'Decide on the accepted deviation from "{{rule}}": mend its cause, or agree on a new end.',
  },
  due(view) {
    return view.rows('accepted_deviations').flatMap((row) => {
      const { rule, until } = row.cells;
      if (until?.value === undefined) return [];
      return [
        {
          at: until,
          id: 'ends' as const,
          data: { rule: quote(rule?.source.text ?? '') },
          day: until.value,
          listedFrom: addDays(until.value, -leadDays),
          on: 'client' as const,
        },
      ];
    });
  },
});
