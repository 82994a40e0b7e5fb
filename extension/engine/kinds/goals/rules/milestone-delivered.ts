import { addDays } from '../../../calendar/plain-date.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';

/** Days before a milestone from which it is listed. */
const leadDays = 14;

export default defineDue({
  code: 'KPI008',
  name: 'milestone-delivered',
  meta: {
    kinds: ['goals'],
    reads: ['goals/Milestones.Due', 'goals/Milestones.Done', 'goals/Milestones.Status', 'engagement/end'],
    summary: 'Ask for a milestone until it is delivered',
    severity: 'warning',
    profiles: ['base'],
    since: '0.1.0',
  },
  messages: {
    due: 'Deliver the milestone "{{milestone}}".',
  },
  due(view) {
    return view.rows('milestones').flatMap((row) => {
      const { milestone, due, done, status } = row.cells;
      const day = view.dayOf(due);
      const isDelivered = status?.value === 'delivered' || status?.value === 'accepted';
      // A Done that does not read is still a statement that it is done.
      const isDone = done !== undefined && done.state !== 'empty' && done.state !== 'placeholder';
      if (day === undefined || isDelivered || isDone) return [];
      return [
        {
          at: due!,
          id: 'due' as const,
          data: { milestone: quote(milestone?.source.text ?? '') },
          day,
          listedFrom: addDays(day, -leadDays),
          on: 'supplier' as const,
        },
      ];
    });
  },
});
