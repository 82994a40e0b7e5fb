import { addLength } from '../../../calendar/add-length.ts';
import type { View } from '../../../model/engagement.ts';
import type { IsoDate } from '../../../model/value.ts';
import { nameSaid } from '../../../resolve/lacking-in.ts';
import { isUnread } from '../../../resolve/terms.ts';
import { workDaysOf } from '../../../resolve/work-days.ts';
import { defineRule } from '../../../rules/define.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'KPI017',
  name: 'milestone-in-term',
  meta: {
    kinds: ['goals'],
    reads: [
      'goals/Milestones.Due',
      'goals/Milestones.Milestone',
      'engagement/start',
      'engagement/end',
      'engagement/exit_help',
      'engagement/office_hours',
      'engagement/holidays',
    ],
    summary: 'Require milestones within the contract and the help after it',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    before:
      '"{{milestone}}" is due on {{due}}, before the contract starts on {{start}}: move the one or the other.',
    after:
      '"{{milestone}}" is due on {{due}}, when the contract and its help are over on {{last}}: move it, or extend them.',
  },
  engagement(view, report) {
    const { start, end } = view.lead?.keys ?? {};
    const last = lastDay(view);
    for (const row of view.rows('milestones')) {
      const { due } = row.cells;
      const day = view.dayOf(due);
      if (day === undefined) continue; // equivalent: what has no day is before and after nothing
      const data = { milestone: nameSaid(row), due: day };
      if (start?.value !== undefined && day < start.value) {
        const related = [{ at: start, message: say('the start of the contract') }];
        report.wrong(due!, 'before', { ...data, start: start.value }, { related });
      } else if (last !== undefined && day > last) {
        const related = [{ at: end!, message: say('the end of the contract') }];
        report.wrong(due!, 'after', { ...data, last }, { related });
      }
    }
  },
});

/** The last day of the help after the contract; undefined where it is not known. */
function lastDay(view: View): IsoDate | undefined {
  const { end, exit_help: help } = view.lead?.keys ?? {};
  if (end?.value === undefined || isUnread(help)) return undefined;
  return addLength(end.value, help?.value ?? 'none', workDaysOf(view));
}
