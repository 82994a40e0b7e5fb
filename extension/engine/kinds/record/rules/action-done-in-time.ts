import { addDays } from '../../../calendar/plain-date.ts';
import { moveOf } from '../../../resolve/move.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote, taskCharactersAtMost } from '../../../values/quote.ts';
import { openActions } from '../open-rows.ts';

/** Days before an action is due from which it is listed. */
const leadDays = 7;

export default defineDue({
  code: 'REC008',
  name: 'action-done-in-time',
  meta: {
    kinds: ['record'],
    reads: [
      'record/Actions.Due',
      'record/Actions.Status',
      'record/Actions.Done',
      'record/held',
      'engagement/People.Party',
    ],
    summary: 'Ask for an action until a later record says that it is done',
    severity: 'warning',
    scope: 'X',
    profiles: ['base'],
    since: '0.1.0',
  },
  messages: {
    open: '{{action}}.',
  },
  due(view) {
    return openActions(view).flatMap(({ name, rows }) => {
      const { due, owner } = rows.at(-1)!.cells;
      const day = view.dayOf(due);
      if (day === undefined) return [];
      return [
        {
          at: due!,
          id: 'open' as const,
          data: { action: quote(name, taskCharactersAtMost).replace(/\.$/, '') },
          day,
          listedFrom: addDays(day, -leadDays),
          ...moveOf(owner, view),
        },
      ];
    });
  },
});
