import { beginOf } from '../../../resolve/begin-of.ts';
import { addDays, addMonths } from '../../../calendar/plain-date.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';

/** Days before a test is due from which it is listed. */
const leadDays = 30;

export default defineDue({
  code: 'SLA019',
  name: 'recovery-tested',
  meta: {
    kinds: ['sla'],
    reads: ['sla/Recovery.Tested', 'sla/Recovery.Service', 'sla/valid_from', 'engagement/start'],
    summary: 'Ask for a test of recovery once a year',
    severity: 'warning',
    scope: 'X',
    profiles: ['full', 'dora'],
    since: '0.1.0',
    source: 'based on Regulation (EU) 2022/2554 Art. 30(3)(c)',
  },
  messages: {
    again: 'Test the recovery of "{{service}}": the last test was on {{since}}.',
    never: 'Test the recovery of "{{service}}": no test is written down since {{since}}.',
  },
  due(view) {
    return view.rows('recovery').flatMap((row) => {
      const { service, tested } = row.cells;
      // A column that is not there says nothing, and a day that does not read is no day.
      if (!tested || tested.state === 'unread') return [];
      const last = tested.value ?? beginOf(row.section.document, view);
      if (last === undefined) return [];
      const day = addMonths(last, 12);
      return [
        {
          at: tested,
          id: tested.value === undefined ? ('never' as const) : ('again' as const),
          data: { service: quote(service?.source.text ?? ''), since: last },
          day,
          listedFrom: addDays(day, -leadDays),
          on: 'supplier' as const,
        },
      ];
    });
  },
});
