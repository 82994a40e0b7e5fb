import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';
import { leavingGivers } from '../leaving-givers.ts';
import { nameOf, sessionsIn } from '../topics.ts';

export default defineRule({
  code: 'KTP009',
  name: 'giver-stays-until-accepted',
  meta: {
    kinds: ['kt-plan'],
    reads: [
      'kt-plan/Topics.From',
      'kt-plan/Topics.Stage',
      'kt-plan/Topics.Topic',
      'kt-plan/Sessions.Topic',
      'kt-plan/Sessions.Planned',
      'kt-plan/complete_by',
      'kt-plan/aftercare',
      'engagement/People.Until',
    ],
    summary: 'Require somebody who knows a topic to stay until it is accepted',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    gone: 'Nobody in "{{givers}}" stays until {{needed}}, and "{{topic}}" is not accepted: pass it on earlier, or from somebody else.',
  },
  engagement(view, report) {
    const sessionsOf = sessionsIn(view);
    for (const topic of view.rows('topics')) {
      const leaving = leavingGivers(topic, view, sessionsOf);
      if (leaving === undefined) continue;
      const from = topic.cells.from!;
      const data = {
        givers: quote(from.source.text),
        needed: leaving.needed,
        topic: quote(nameOf(topic)),
      };
      const related = leaving.people.map(({ cells: { person, until } }) => ({
        at: until!,
        message: say('"{{name}}" leaves on {{until}}', {
          name: quote(person?.source.text ?? ''),
          until: until?.value ?? '',
        }),
      }));
      report.wrong(from, 'gone', data, { related });
    }
  },
});
