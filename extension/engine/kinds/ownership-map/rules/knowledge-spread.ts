import type { View } from '../../../model/engagement.ts';
import { committerReads } from '../../../resolve/committers.ts';
import {
  changesThatTell,
  componentKnowledge,
  isIdleSince,
  type ComponentKnowledge,
} from '../../../resolve/component-knowledge.ts';
import { yearUpTo } from '../../../resolve/component-work.ts';
import { hasPathsElsewhere, hasPathsHere } from '../../../resolve/repository-history.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';

export default defineRule({
  code: 'OWN009',
  name: 'knowledge-spread',
  meta: {
    kinds: ['ownership-map'],
    reads: [
      'ownership-map/Components.Paths',
      'ownership-map/Components.Importance',
      'ownership-map/Components.Accountable',
      'ownership-map/Components.Backup',
      'ownership-map/Components.Component',
      ...committerReads,
      'engagement/Teams.People',
      'git/log',
      'git/tree',
    ],
    summary:
      'Require more than one to know a critical or important component, and its accountable or backup to work on it',
    severity: 'info',
    scope: 'G',
    profiles: ['full'],
    since: '0.1.0',
    source: 'Avelino et al. 2016, "A novel approach for estimating truck factors"',
  },
  messages: {
    one: 'One leaver would leave half of "{{component}}" without an author (bus factor 1): let others work on it.',
    nobody:
      'Neither accountable nor backup changed anything in "{{component}}" since {{from}}: {{count}} {{count|change is|changes are}} by others.',
  },
  ofPeople: true,
  needsHistory: hasPathsHere,
  needsElsewhere: hasPathsElsewhere,
  engagement(view, report) {
    for (const known of componentKnowledge(view)) {
      const { importance, component: name, accountable } = known.row.cells;
      if (importance?.value !== 'critical' && importance?.value !== 'important') continue;
      if (known.changes < changesThatTell || !name) continue;
      const data = { component: quote(name.source.text) };
      const { from } = yearUpTo(known.day);
      if (known.busFactor?.factor === 1) report.wrong(name, 'one', data);
      if (accountable && isUntouched(known, from, view))
        report.wrong(accountable, 'nobody', { ...data, from, count: String(known.changes) });
    }
  },
});

/** Whether it is certain that neither of the two has changed anything since. */
function isUntouched(known: ComponentKnowledge, from: string, view: View): boolean {
  const { accountable, backup } = known.row.cells;
  return [accountable, backup].every((field) =>
    view.who(field).every(({ target }) => target !== undefined && isIdleSince(target, from, known, view)),
  );
}
