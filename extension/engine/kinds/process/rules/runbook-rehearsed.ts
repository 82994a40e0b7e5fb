import { beginOf } from '../../../resolve/begin-of.ts';
import { addLength } from '../../../calendar/add-length.ts';
import { addDays } from '../../../calendar/plain-date.ts';
import { moveOf } from '../../../resolve/move.ts';
import { workDaysOf } from '../../../resolve/work-days.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';

/** Days before a rehearsal is due from which it is listed. */
const leadDays = 30;

export default defineDue({
  code: 'PRC003',
  name: 'runbook-rehearsed',
  meta: {
    kinds: ['process'],
    reads: [
      'process/rehearse_every',
      'process/Rehearsals.Date',
      'process/valid_from',
      'process/owner',
      'engagement/start',
      'engagement/People.Party',
    ],
    summary: 'Ask for the next rehearsal of a runbook',
    severity: 'warning',
    scope: 'X',
    profiles: ['base'],
    since: '0.1.0',
  },
  messages: {
    again: 'Rehearse "{{title}}": the last rehearsal was on {{since}}.',
    noRehearsal: 'Rehearse "{{title}}": no rehearsal is written down since {{since}}.',
    never: 'Rehearse "{{title}}": it has been in force since {{since}} and was never rehearsed.',
  },
  due(view) {
    return view.documents.flatMap((document) => {
      const every = document.keys.rehearse_every;
      if (every?.value === undefined || every.value === 'none') return [];
      const dates = (document.sections.get('rehearsals')?.rows ?? []).flatMap((row) => {
        const date = row.cells.date?.value;
        return date === undefined ? [] : [date];
      });
      const newest = dates.sort().at(-1);
      const since = newest ?? beginOf(document, view);
      if (since === undefined) return [];
      const never =
        document.keys.valid_from?.value === undefined ? ('noRehearsal' as const) : ('never' as const);
      const day = addLength(since, every.value, workDaysOf(view));
      return [
        {
          at: every,
          id: newest === undefined ? never : ('again' as const),
          data: { title: quote(document.title), since },
          day,
          listedFrom: addDays(day, -leadDays),
          ...moveOf(document.keys.owner, view),
        },
      ];
    });
  },
});
