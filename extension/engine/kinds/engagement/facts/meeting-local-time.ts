import { beginningsIn } from '../../../calendar/recurrence.ts';
import { spanOf } from '../../../resolve/span.ts';
import { defineFact } from '../../../rules/define.ts';
import { meetingOccurrences } from '../meeting-occurrences.ts';
import { zonesOf } from '../zones-of.ts';
import { joined, listSaid, say, times } from '../../../values/say.ts';
import { inEnglish } from '../../../model/said.ts';

export default defineFact({
  name: 'meeting-local-time',
  kinds: ['engagement', 'communication-plan'],
  reads: [
    'engagement/Meetings.When',
    'engagement/Meetings.Every',
    'engagement/Meetings.Attends',
    'engagement/People.Zone',
    'engagement/Teams.Zone',
    'engagement/Teams.People',
    'engagement/zone',
    '*/valid_from',
    'engagement/start',
  ],
  unit: 'text',
  summary: 'What a meeting is in the local time of those who attend, over a year',
  asOf: false,
  compute(view) {
    return view.rows('meetings').flatMap((meeting) => {
      const span = spanOf(meeting.section.document, view);
      if (!span) return []; // equivalent: without a span there is no anchor to count from, and nothing is held
      const held = meetingOccurrences(meeting, view, span);
      const first = held[0];
      if (first?.from === undefined) return [];
      const local = zonesOf(meeting, view)
        .filter(({ zone }) => zone !== first.zone)
        .map(({ zone, who }) => ({ who, zone, times: beginningsIn(held, zone) }));
      if (local.length === 0) return [];
      const shown = joined(
        local.map(({ zone, times: its }) =>
          say('{{times}} in {{zone}}', { times: listSaid(its.map(times), 'or'), zone }),
        ),
        '; ',
      );
      return [
        {
          at: meeting,
          value: inEnglish(shown),
          shown,
          how: say('{{time}} in {{zone}}, for each occurrence from {{from}} to {{to}}', {
            time: times(first.from),
            zone: first.zone,
            from: span.from,
            to: span.to,
          }),
          data: { times: local },
        },
      ];
    });
  },
});
