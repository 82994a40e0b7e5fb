import { addDays } from '../../../calendar/plain-date.ts';
import type { View } from '../../../model/engagement.ts';
import { committerReads } from '../../../resolve/committers.ts';
import { isIdleSince, knowledgeOf } from '../../../resolve/component-knowledge.ts';
import { hasPathsElsewhere, hasPathsHere } from '../../../resolve/repository-history.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { componentOf, hasReached, nameOf } from '../topics.ts';

/** So many days before and after Accepted on somebody who has learnt it may be expected to have done something. */
const daysAround = 90;

export default defineRule({
  code: 'KTP012',
  name: 'receiver-has-practised',
  meta: {
    kinds: ['kt-plan'],
    reads: [
      'kt-plan/Topics.To',
      'kt-plan/Topics.Accepted on',
      'kt-plan/Topics.Component',
      'kt-plan/Topics.Stage',
      'kt-plan/Topics.Topic',
      'ownership-map/Components.Paths',
      'ownership-map/Components.Component',
      ...committerReads,
      'engagement/Teams.People',
      'git/log',
    ],
    summary: 'Require who has taken over a topic to work on its component',
    severity: 'info',
    scope: 'G',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    idle: '"{{topic}}" was accepted on {{day}}, and nobody in To has changed "{{component}}" since {{from}}: let them work on it.',
  },
  ofPeople: true,
  needsHistory: (view) => hasPathsHere(view) && isAnyAccepted(view),
  needsElsewhere: (view) => hasPathsElsewhere(view) && isAnyAccepted(view),
  engagement(view, report) {
    for (const topic of view.rows('topics')) {
      const { to, accepted_on: acceptedOn } = topic.cells;
      const day = acceptedOn?.value;
      if (!hasReached(topic, 'accepted') || day === undefined || !to) continue;
      const known = knowledgeOf(componentOf(topic, view), view);
      if (!known || known.day < addDays(day, daysAround)) continue;
      const from = addDays(day, -daysAround);
      const receivers = view.who(to);
      const areIdle = receivers.every(
        ({ target }) => target !== undefined && isIdleSince(target, from, known, view),
      );
      if (receivers.length === 0 || !areIdle) continue;
      report.wrong(to, 'idle', {
        topic: quote(nameOf(topic)),
        day,
        component: quote(known.row.cells.component?.source.text ?? ''),
        from,
      });
    }
  },
});

function isAnyAccepted(view: View): boolean {
  return view.rows('topics').some((topic) => hasReached(topic, 'accepted'));
}
