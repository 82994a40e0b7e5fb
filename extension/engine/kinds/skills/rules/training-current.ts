import { addLength } from '../../../calendar/add-length.ts';
import { addDays } from '../../../calendar/plain-date.ts';
import type { Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { IsoDate } from '../../../model/value.ts';
import { nameOfRow } from '../../../resolve/names.ts';
import { moveOf } from '../../../resolve/move.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';

/** Days before a training is due again from which it is listed. */
const leadDays = 30;
/** Days from the start of the engagement by which the first one is held. */
const firstWithinDays = 30;

export default defineDue({
  code: 'SKL008',
  name: 'training-current',
  meta: {
    kinds: ['skills'],
    reads: [
      'skills/Training.Training',
      'skills/Training.Required of',
      'skills/Training.Every',
      'skills/Training.Last',
      'engagement/start',
      'engagement/People.Party',
    ],
    summary: 'Ask for a training before the last one is too long ago',
    severity: 'warning',
    scope: 'W',
    profiles: ['full', 'dora', 'nis2'],
    since: '0.1.0',
    source: 'based on Regulation (EU) 2022/2554 Art. 30(2)(i) and Directive (EU) 2022/2555 Art. 21(2)(g)',
  },
  messages: {
    again: 'Hold the training "{{training}}" again.',
    first: 'Hold the training "{{training}}" for the first time.',
  },
  due(view) {
    return view.rows('training').flatMap((row) => {
      const { required_of, last } = row.cells;
      const name = nameOfRow(row);
      const day = dayOf(row, view);
      if (name === undefined || day === undefined) return [];
      return [
        {
          at: last!,
          id: last!.state === 'read' ? ('again' as const) : ('first' as const),
          data: { training: quote(name) },
          day,
          listedFrom: addDays(day, -leadDays),
          ...moveOf(required_of, view),
        },
      ];
    });
  },
});

/** Without an interval only the first training is asked for. */
function dayOf({ cells: { every, last } }: Row<'training'>, view: View): IsoDate | undefined {
  if (last?.state === 'empty' || last?.state === 'placeholder') {
    const start = view.lead?.keys.start?.value;
    return start && addDays(start, firstWithinDays);
  }
  if (last?.value === undefined || every?.value === undefined) return undefined;
  const { n, unit } = every.value;
  return addLength(last.value, { n: String(n), unit, working: false });
}
