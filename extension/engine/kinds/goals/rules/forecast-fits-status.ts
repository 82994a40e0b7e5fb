import { isFilled } from '../../../resolve/is-filled.ts';
import { laterPlace } from '../../../resolve/later-place.ts';
import { nameSaid } from '../../../resolve/lacking-in.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'KPI022',
  name: 'forecast-fits-status',
  meta: {
    kinds: ['goals'],
    reads: [
      'goals/Milestones.Forecast',
      'goals/Milestones.Due',
      'goals/Milestones.Status',
      'goals/Milestones.Done',
      'goals/Milestones.Milestone',
      'engagement/end',
    ],
    summary: 'Forbid a milestone that is on track although it is expected too late',
    severity: 'warning',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    late: '"{{milestone}}" is "{{status}}", yet it is expected on {{forecast}}, after it is due on {{due}}: say that it is at risk.',
  },
  engagement(view, report) {
    for (const row of view.rows('milestones')) {
      const { status, forecast, due, done } = row.cells;
      // What is done is done, whatever was expected.
      if (status?.value !== 'on track' || isFilled(done)) continue;
      const [expected, day] = [view.dayOf(forecast), view.dayOf(due)];
      if (expected === undefined || day === undefined || expected <= day) continue;
      const { later, earlier } = laterPlace(status, forecast!);
      const data = {
        milestone: nameSaid(row),
        status: quote(status.source.text),
        forecast: expected,
        due: day,
      };
      const message = earlier === status ? say('the status') : say('the forecast');
      report.wrong(later, 'late', data, {
        related: [
          { at: earlier, message },
          { at: due!, message: say('when it is due') },
        ],
      });
    }
  },
});
