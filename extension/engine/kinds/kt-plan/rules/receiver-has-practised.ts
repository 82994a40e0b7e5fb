import { committerReads } from '../../../resolve/committers.ts';
import { addDays } from '../../../calendar/plain-date.ts';
import type { Field } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { peopleBehind } from '../../../resolve/people-behind.ts';
import {
  hasPathsHere,
  isWithin,
  repositoryOfPeople,
  type RepositoryHistory,
} from '../../../resolve/repository-history.ts';
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
  needsHistory: (view) =>
    hasPathsHere(view) && view.rows('topics').some((topic) => hasReached(topic, 'accepted')),
  engagement(view, report) {
    const repository = repositoryOfPeople(view);
    if (!repository) return;
    for (const topic of view.rows('topics')) {
      const { to, accepted_on: acceptedOn } = topic.cells;
      const day = acceptedOn?.value;
      if (!hasReached(topic, 'accepted') || day === undefined || !to) continue;
      if (repository.newest < addDays(day, daysAround)) continue;
      const row = componentOf(topic, view);
      const component = repository.components.find((one) => one.row === row); // equivalent: each row once
      const receivers = receiversIn(to, repository, view);
      if (!component || !receivers) continue;
      const from = addDays(day, -daysAround);
      const period = { from, to: repository.newest };
      if (component.changes.some((one) => receivers.has(one.author) && isWithin(one, period))) continue;
      report.wrong(to, 'idle', {
        topic: quote(nameOf(topic)),
        day,
        component: quote(component.row.cells.component?.source.text ?? ''),
        from,
      });
    }
  },
});

/** The authors who stand behind To; undefined where some of them cannot be recognised, or nobody is named. */
function receiversIn(to: Field, repository: RepositoryHistory, view: View): ReadonlySet<number> | undefined {
  const found = view.who(to).map(({ target }) => target && peopleBehind(target, repository, view));
  if (found.length === 0 || found.includes(undefined)) return undefined;
  return new Set(found.flatMap((its) => [...(its ?? [])]));
}
