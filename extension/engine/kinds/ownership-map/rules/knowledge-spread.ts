import { committerReads } from '../../../resolve/committers.ts';
import type { Field } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import {
  busFactors,
  changesThatTell,
  hasPathsHere,
  lastYearOf,
  repositoryOfPeople,
  type Change,
  type ComponentHistory,
  type RepositoryHistory,
} from '../../../resolve/repository-history.ts';
import { peopleBehind } from '../../../resolve/people-behind.ts';
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
  engagement(view, report) {
    const repository = repositoryOfPeople(view);
    if (!repository) return;
    for (const component of repository.components) {
      const { importance, component: name, accountable } = component.row.cells;
      if (importance?.value !== 'critical' && importance?.value !== 'important') continue;
      const { changes: lately, period } = lastYearOf(component, repository);
      if (lately.length < changesThatTell || !name) continue;
      const data = { component: quote(name.source.text) };
      if (busFactors(repository).get(component)?.factor === 1) report.wrong(name, 'one', data);
      if (accountable && isUntouched(component, lately, repository, view))
        report.wrong(accountable, 'nobody', { ...data, from: period.from, count: String(lately.length) });
    }
  },
});

/** Whether it is certain that neither of the two made any of these changes. */
function isUntouched(
  { row }: ComponentHistory,
  lately: readonly Change[],
  repository: RepositoryHistory,
  view: View,
): boolean {
  const { accountable, backup } = row.cells;
  return [accountable, backup].every((field) => madeNone(field, lately, repository, view));
}

function madeNone(
  field: Field | undefined,
  lately: readonly Change[],
  repository: RepositoryHistory,
  view: View,
): boolean {
  return view.who(field).every(({ target }) => {
    const people = target && peopleBehind(target, repository, view);
    return people !== undefined && lately.every(({ author }) => !people.has(author));
  });
}
