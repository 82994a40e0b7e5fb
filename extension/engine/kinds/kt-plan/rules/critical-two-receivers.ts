import { isFilled } from '../../../resolve/is-filled.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { isOnePerson } from '../receivers.ts';
import { isCritical, nameOf } from '../topics.ts';

export default defineRule({
  code: 'KTP003',
  name: 'critical-two-receivers',
  meta: {
    kinds: ['kt-plan'],
    reads: [
      'kt-plan/Topics.To',
      'kt-plan/Topics.Importance',
      'kt-plan/Topics.Component',
      'kt-plan/Topics.Topic',
      'ownership-map/Components.Importance',
    ],
    summary: 'Require two receivers of each critical topic',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  missing: {
    second: {
      message: 'The critical topic "{{topic}}" goes to "{{name}}" alone: name a second receiver.',
      ask: 'Who besides "{{name}}" learns "{{topic}}"?',
      how: 'Write a second key, or a team, into the column To, with a comma between the two.',
    },
  },
  engagement(view, report) {
    for (const topic of view.rows('topics')) {
      const { to } = topic.cells;
      if (!isFilled(to) || !isOnePerson(to, view) || !isCritical(topic, view)) continue;
      report.missing(to!, 'second', { topic: quote(nameOf(topic)), name: quote(to!.source.text) });
    }
  },
});
