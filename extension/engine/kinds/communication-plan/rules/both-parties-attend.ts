import type { GovernedDocument } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { Side } from '../../../model/value.ts';
import { sideInWords, sidesOf } from '../../../resolve/sides.ts';
import { defineRule } from '../../../rules/define.ts';
import { addTo } from '../../../values/add-to.ts';
import { say } from '../../../values/say.ts';
import { recordsOf, seriesOf } from '../../record/series.ts';

export default defineRule({
  code: 'CMM007',
  name: 'both-parties-attend',
  meta: {
    kinds: ['record'],
    reads: [
      'record/attended',
      'record/meeting',
      'record/type',
      'record/held',
      'engagement/Meetings.Meeting',
      'engagement/Meetings.Attends',
      'engagement/People.Party',
      'engagement/Teams.Party',
    ],
    summary: 'Require somebody of each side in one of two meetings that follow each other',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    absent:
      'Nobody on {{side}} attended on {{held}}, nor the time before on {{heldBefore}}: ask why, and find a time that suits them.',
  },
  engagement(view, report) {
    const series = new Map<string, GovernedDocument[]>();
    for (const record of recordsOf(view)) {
      // Without either nobody knows which series it belongs to.
      const { meeting, type } = record.keys;
      if (meeting?.value !== undefined || type?.value !== undefined) addTo(series, seriesOf(record), record);
    }
    for (const records of series.values()) {
      records.forEach((record, i) => {
        const before = records[i - 1];
        if (!before) return;
        for (const side of ['client', 'supplier'] as const) {
          if (!isAbsent(side, record, view) || !isAbsent(side, before, view)) continue;
          const data = {
            side: sideInWords({ side }),
            held: record.keys.held!.value!,
            heldBefore: before.keys.held!.value!,
          };
          const related = [{ at: before.keys.attended!, message: say('the time before') }];
          report.wrong(record.keys.attended!, 'absent', data, { related });
        }
      });
    }
  },
});

/** Whether it is certain that nobody of a side was there who should have been. */
function isAbsent(side: Side, { keys }: GovernedDocument, view: View): boolean {
  const attended = sidesOf(keys.attended, view);
  if (!attended.isWhole || attended.sides.has(side)) return false;
  const meeting =
    keys.meeting?.value === undefined ? undefined : view.find('meetings', keys.meeting.source.text);
  // A meeting of one side alone is none of the other's.
  const invited = sidesOf(meeting?.cells.attends, view);
  return !invited.isWhole || invited.sides.has(side);
}
