import { addLength } from '../../../calendar/add-length.ts';
import { addDays, daysBetween } from '../../../calendar/plain-date.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { moveOf } from '../../../resolve/move.ts';
import { ownerDays } from '../../../resolve/work-calendars.ts';
import type { Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { IsoDate } from '../../../model/value.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote, taskCharactersAtMost } from '../../../values/quote.ts';
import { openWaits } from '../open-rows.ts';

/** Days within which an answer is asked for where nobody has said when it is needed. */
const usualDays = 14;

export default defineDue({
  code: 'REC016',
  name: 'waiting-answered',
  meta: {
    kinds: ['record'],
    reads: [
      'record/Waiting for.What',
      'record/Waiting for.On',
      'record/Waiting for.Since',
      'record/Waiting for.Needed by',
      'sla/Client obligations.Within',
      'sla/Supplier obligations.Within',
      'record/held',
      'record/meeting',
      'record/type',
      'goals/Milestones.Due',
      'engagement/Teams.Hours',
      'engagement/office_hours',
      'engagement/holidays',
      'engagement/People.Party',
    ],
    summary: 'Ask for what the other side waits for',
    severity: 'warning',
    scope: 'X',
    profiles: ['base'],
    since: '0.1.0',
  },
  messages: {
    waiting: 'Answer: {{missing}} (waited for since {{since}}).',
  },
  due(view, { asOf }) {
    return openWaits(view).flatMap(({ name, rows }) => {
      const row = rows.at(-1)!;
      const since = row.cells.since?.value;
      if (since === undefined) return [];
      const day = dayOf(row, name, since, view);
      if (day === undefined) return [];
      return [
        {
          at: row.cells.what!,
          id: 'waiting' as const,
          data: { missing: quote(name, taskCharactersAtMost), since },
          day,
          listedFrom: since,
          ...moveOf(row.cells.on, view),
          carries: { 'waiting-days': String(Math.max(0, daysBetween(since, asOf))) },
        },
      ];
    });
  },
});

/** Since plus Within of the obligation of that name; else Needed by; else Since plus 14 days. */
function dayOf(row: Row<'waiting_for'>, name: string, since: IsoDate, view: View): IsoDate | undefined {
  const obligation = view.find('client_obligations', name) ?? view.find('supplier_obligations', name);
  const { within, owner } = obligation?.cells ?? {};
  if (isFilled(within)) {
    const work = ownerDays(owner, view);
    return within?.value && addLength(since, within.value, work);
  }
  const needed = row.cells.needed_by;
  if (isFilled(needed)) return view.dayOf(needed);
  return addDays(since, usualDays);
}
