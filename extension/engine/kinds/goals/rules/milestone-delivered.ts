import { addDays } from '../../../calendar/plain-date.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { moveOf } from '../../../resolve/move.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';

/** Days before a milestone from which it is listed. */
const leadDays = 14;

export default defineDue({
  code: 'KPI008',
  name: 'milestone-delivered',
  meta: {
    kinds: ['goals'],
    reads: [
      'goals/Milestones.Due',
      'goals/Milestones.Done',
      'goals/Milestones.Status',
      'goals/Milestones.Owner',
      'goals/Milestones.Forecast',
      'engagement/end',
      'engagement/People.Party',
    ],
    summary: 'Ask for a milestone until it is delivered',
    severity: 'warning',
    scope: 'W',
    profiles: ['base'],
    since: '0.1.0',
  },
  messages: {
    due: 'Deliver the milestone "{{milestone}}".',
    forecast: 'Deliver the milestone "{{milestone}}"; the forecast is {{forecast}}.',
  },
  due(view) {
    return view.rows('milestones').flatMap((row) => {
      const { milestone, due, done, status, owner, forecast } = row.cells;
      const day = view.dayOf(due);
      const isDelivered = status?.value === 'delivered' || status?.value === 'accepted';
      // A Done that does not read is still a statement that it is done.
      const isDone = done !== undefined && done.state !== 'empty' && done.state !== 'placeholder';
      if (day === undefined || isDelivered || isDone) return [];
      const name = quote(milestone?.source.text ?? '');
      const expected = view.dayOf(forecast);
      const item = {
        at: due!,
        day,
        listedFrom: addDays(day, -leadDays),
        ...(isFilled(owner) ? moveOf(owner, view) : { on: 'supplier' as const }),
      };
      return [
        expected === undefined
          ? { ...item, id: 'due' as const, data: { milestone: name } }
          : { ...item, id: 'forecast' as const, data: { milestone: name, forecast: expected } },
      ];
    });
  },
});
