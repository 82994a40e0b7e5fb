import { addDays } from '../../../calendar/plain-date.ts';
import type { Row } from '../../../model/document.ts';
import { moveOf } from '../../../resolve/move.ts';
import { nameOfRow } from '../../../resolve/names.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote, taskCharactersAtMost } from '../../../values/quote.ts';

/** Days before an action is due from which it is listed. */
const leadDays = 14;

export default defineDue({
  code: 'RSK006',
  name: 'risk-action-done',
  meta: {
    kinds: ['risk-register'],
    reads: [
      'risk-register/Risks.Risk',
      'risk-register/Risks.Response',
      'risk-register/Risks.Action',
      'risk-register/Risks.Owner',
      'risk-register/Risks.Due',
      'risk-register/Risks.Status',
      'engagement/People.Party',
    ],
    summary: 'Ask for the action against a risk, and for another look at one that is accepted',
    severity: 'warning',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    act: 'Act on the risk "{{risk}}": "{{action}}".',
    settle: 'Act on the risk "{{risk}}".',
    look: 'Look again at the risk "{{risk}}", which is accepted.',
  },
  due(view) {
    return view.rows('risks').flatMap((row) => {
      const { due, owner } = row.cells;
      const name = nameOfRow(row);
      const day = isOver(row) ? undefined : view.dayOf(due);
      if (name === undefined || day === undefined) return [];
      return [
        {
          at: due!,
          ...toDo(row, quote(name)),
          day,
          listedFrom: addDays(day, -leadDays),
          ...moveOf(owner, view),
        },
      ];
    });
  },
});

/** Once accepted by its response, a risk is looked at again and again until it is closed. */
function isOver({ cells: { response, status } }: Row<'risks'>): boolean {
  return status?.value === 'closed' || (status?.value === 'accepted' && response?.value !== 'accept');
}

function toDo({ cells }: Row<'risks'>, risk: string) {
  if (cells.response?.value === 'accept') return { id: 'look' as const, data: { risk } };
  if (!isFilled(cells.action)) return { id: 'settle' as const, data: { risk } };
  const action = quote(cells.action!.source.text, taskCharactersAtMost).replace(/\.$/, '');
  return { id: 'act' as const, data: { risk, action } };
}
