import type { View } from '../../../model/engagement.ts';
import { committerReads } from '../../../resolve/committers.ts';
import { hasPathsElsewhere, hasPathsHere } from '../../../resolve/repository-history.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { idleReceivers } from '../idle-receivers.ts';
import { hasReached, nameOf } from '../topics.ts';

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
      const idle = idleReceivers(topic, view);
      if (!idle) continue;
      report.wrong(idle.to, 'idle', {
        topic: quote(nameOf(topic)),
        day: idle.acceptedOn,
        component: quote(idle.component.cells.component?.source.text ?? ''),
        from: idle.since,
      });
    }
  },
});

function isAnyAccepted(view: View): boolean {
  return view.rows('topics').some((topic) => hasReached(topic, 'accepted'));
}
