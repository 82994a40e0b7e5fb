import { periodOf, type CalendarUnit } from '../../../calendar/periods.ts';
import { addDays, addMonths, later } from '../../../calendar/plain-date.ts';
import { workDaysOf } from '../../../resolve/work-days.ts';
import { percentage } from '../../../measure/decimal.ts';
import type { Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { IsoDate } from '../../../model/value.ts';
import { defineFact } from '../../../rules/define.ts';
import { foldName } from '../../../values/fold.ts';
import { isClosed } from '../closed-periods.ts';
import { meetingOccurrences } from '../meeting-occurrences.ts';
import { say } from '../../../values/say.ts';

export default defineFact({
  name: 'cadence-completeness',
  kinds: ['engagement', 'communication-plan'],
  reads: [
    'engagement/Meetings.Record',
    'engagement/Meetings.Every',
    'engagement/Meetings.When',
    'record/meeting',
    'record/held',
    'communication-plan/closed_periods',
    '*/valid_from',
    'engagement/start',
    'engagement/zone',
    'engagement/holidays',
  ],
  unit: 'percent',
  summary: 'How many of the records that meetings should have left in the last 12 months are there',
  asOf: true,
  compute(view, { asOf }) {
    const work = workDaysOf(view);
    return view.rows('meetings').flatMap((meeting) => {
      const { meeting: name, record } = meeting.cells;
      const since = meeting.section.document.keys.valid_from?.value ?? view.lead?.keys.start?.value;
      if (record?.state !== 'read' || name?.state !== 'read' || since === undefined) return [];
      const from = later(since, addDays(addMonths(asOf, -12), 1));
      const dates = meetingOccurrences(meeting, view, { from, to: asOf }, work)
        .map(({ date }) => date)
        .filter((date) => !isClosed(date, view));
      const missing = dates.filter((date) => !hasRecord(meeting, date, view));
      const found = dates.length - missing.length;
      const value = percentage(found, dates.length, 2);
      if (value === undefined) return [];
      return [
        {
          at: meeting,
          value,
          how: say('{{records}} of {{meetings}} from {{from}} to {{to}}, closed periods left out', {
            records: say('{{n}} {{n|record|records}}', { n: String(found) }),
            meetings: say('{{n}} {{n|meeting|meetings}}', { n: String(dates.length) }),
            from,
            to: asOf,
          }),
          data: { missing, expected: String(dates.length) },
        },
      ];
    });
  },
});

/** A final record of that meeting held in the same week, month, quarter or year as the occurrence (rules.md REC004). */
function hasRecord(meeting: Row<'meetings'>, date: IsoDate, view: View): boolean {
  const name = foldName(meeting.cells.meeting?.source.text ?? '');
  const unit: CalendarUnit = meeting.cells.every?.value?.unit ?? 'week';
  const { from, to } = periodOf(date, unit);
  return view.documentsOf('record').some(({ keys }) => {
    const held = keys.held?.value;
    return (
      held !== undefined && foldName(keys.meeting?.source.text ?? '') === name && from <= held && held <= to
    );
  });
}
