import { addDays } from '../../../calendar/plain-date.ts';
import { moveOf } from '../../../resolve/move.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';
import { recordsExpected } from '../../engagement/records-expected.ts';

/** Days after a meeting within which its record is written. */
const daysToWrite = 5;

export default defineDue({
  code: 'REC004',
  name: 'records-complete',
  meta: {
    kinds: ['record', 'engagement', 'communication-plan'],
    reads: [
      'engagement/Meetings.Record',
      'engagement/Meetings.Every',
      'engagement/Meetings.When',
      'engagement/Meetings.Chair',
      'engagement/People.Party',
      'record/meeting',
      'record/held',
      'communication-plan/closed_periods',
      '*/valid_from',
      'engagement/start',
      'engagement/zone',
      'engagement/holidays',
    ],
    summary: 'Ask for the record of each meeting that must leave one',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    write:
      'Write the record of "{{meeting}}" of {{date}}; {{missing}} missing of {{meetings}} in the last 12 months.',
  },
  due(view, { asOf }) {
    return recordsExpected(view, asOf).flatMap(({ meeting, dates, missing }) => {
      const [oldest] = missing;
      if (oldest === undefined) return [];
      const { meeting: name, chair, record } = meeting.cells;
      const day = addDays(oldest, daysToWrite);
      const missingSaid = say('{{n}} {{n|record|records}}', { n: String(missing.length) });
      const meetings = say('{{n}} {{n|meeting|meetings}}', { n: String(dates.length) });
      return [
        {
          at: record!,
          id: 'write' as const,
          data: {
            meeting: quote(name!.source.text),
            date: oldest,
            missing: missingSaid,
            meetings,
          },
          day,
          listedFrom: day,
          ...moveOf(chair, view),
          carries: { missing, expected: String(dates.length) },
        },
      ];
    });
  },
});
