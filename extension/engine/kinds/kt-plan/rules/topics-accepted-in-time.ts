import { addDays } from '../../../calendar/plain-date.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { isOpen } from '../topics.ts';

/** Days before the plan must be complete from which it is listed. */
const leadDays = 60;

export default defineDue({
  code: 'KTP006',
  name: 'topics-accepted-in-time',
  meta: {
    kinds: ['kt-plan'],
    reads: ['kt-plan/complete_by', 'kt-plan/Topics.Stage', 'kt-plan/title'],
    summary: 'Ask for topics to be accepted by the day on which the plan must be complete',
    severity: 'warning',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    open: 'Accept {{count}} {{count|topic|topics}} of "{{title}}".',
  },
  due(view) {
    return view.sections('topics').flatMap(({ document, rows }) => {
      const { complete_by: completeBy } = document.keys;
      const day = view.dayOf(completeBy);
      const count = rows.filter(isOpen).length;
      if (day === undefined || count === 0) return [];
      return [
        {
          at: completeBy!,
          id: 'open' as const,
          data: { count: String(count), title: quote(document.title) },
          day,
          listedFrom: addDays(day, -leadDays),
          on: 'both' as const,
        },
      ];
    });
  },
});
