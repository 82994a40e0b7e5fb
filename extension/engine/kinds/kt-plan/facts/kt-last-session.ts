import { defineFact } from '../../../rules/define.ts';
import { say } from '../../../values/say.ts';
import { isOpen, plannedDays, sessionsIn } from '../topics.ts';

export default defineFact({
  name: 'kt-last-session',
  kinds: ['kt-plan'],
  reads: [
    'kt-plan/Topics.Topic',
    'kt-plan/Topics.Stage',
    'kt-plan/Sessions.Topic',
    'kt-plan/Sessions.Planned',
    'engagement/start',
    'engagement/end',
    'goals/Milestones.Due',
  ],
  unit: 'date',
  summary: 'The day of the last session that is planned for a topic that is not accepted',
  asOf: false,
  compute(view) {
    const sessionsOf = sessionsIn(view);
    return view
      .rows('topics')
      .filter(isOpen)
      .flatMap((topic) => {
        const sessions = plannedDays(sessionsOf(topic), view);
        const last = sessions.at(-1);
        if (last === undefined) return [];
        const count = String(sessions.length);
        const how = say('{{count}} {{count|session|sessions}} planned, the last on {{day}}', {
          count,
          day: last,
        });
        return [{ at: topic, value: last, how, data: { sessions } }];
      });
  },
});
