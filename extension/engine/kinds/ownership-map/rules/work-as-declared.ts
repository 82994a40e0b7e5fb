import { committerReads } from '../../../resolve/committers.ts';
import { percentage } from '../../../measure/decimal.ts';
import {
  changesBySide,
  changesThatTell,
  hasPathsHere,
  lastYearOf,
  repositoryOfPeople,
} from '../../../resolve/repository-history.ts';
import { sidesOf } from '../../../resolve/sides.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { decimal } from '../../../values/say.ts';

/** One part of so many is the least that the side which does the work makes of it. */
const partsAtMost = 5;

export default defineRule({
  code: 'OWN015',
  name: 'work-as-declared',
  meta: {
    kinds: ['ownership-map'],
    reads: [
      'ownership-map/Components.Does the work',
      'ownership-map/Components.Paths',
      'ownership-map/Components.Component',
      ...committerReads,
      'engagement/Teams.Party',
      'git/log',
    ],
    summary: 'Require the side that does the work on a component to make a fifth of its changes',
    severity: 'info',
    scope: 'G',
    profiles: ['full'],
    since: '0.1.0',
    source: 'Bird et al. 2011, "Don\'t touch my code!"',
  },
  messages: {
    client:
      'The client made {{percent}} % of {{count}} {{count|change|changes}} of "{{component}}" since {{from}}: who does the work?',
    supplier:
      'The supplier made {{percent}} % of {{count}} {{count|change|changes}} of "{{component}}" since {{from}}: who does the work?',
  },
  ofPeople: true,
  needsHistory: hasPathsHere,
  engagement(view, report) {
    const repository = repositoryOfPeople(view);
    if (!repository) return;
    for (const component of repository.components) {
      const { row } = component;
      const work = row.cells.does_the_work;
      const { sides, isWhole, isPartlyOutside } = sidesOf(work, view);
      const [side, other] = sides;
      if (!side || other || !isWhole || isPartlyOutside) continue;
      const { changes: lately, period } = lastYearOf(component, repository);
      const sums = changesBySide(lately, repository);
      // Whoever is not named under People may be of that side.
      if (lately.length < changesThatTell || partsAtMost * (sums[side] + sums.unknown) >= lately.length)
        continue;
      report.wrong(work!, side, {
        percent: decimal(percentage(sums[side], lately.length, 1) ?? '0'),
        count: String(lately.length),
        component: quote(row.cells.component?.source.text ?? ''),
        from: period.from,
      });
    }
  },
});
