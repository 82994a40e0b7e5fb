import { compareDecimals, sumOf } from '../../../measure/decimal.ts';
import { committerReads } from '../../../resolve/committers.ts';
import { changesThatTell, componentKnowledge } from '../../../resolve/component-knowledge.ts';
import { yearUpTo } from '../../../resolve/component-work.ts';
import { hasPathsElsewhere, hasPathsHere } from '../../../resolve/repository-history.ts';
import { sidesOf } from '../../../resolve/sides.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { decimal } from '../../../values/say.ts';

/** In percent: the least that the side which does the work makes of it. */
const shareAtLeast = '20';

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
  needsElsewhere: hasPathsElsewhere,
  engagement(view, report) {
    for (const { row, day, changes, sides: shares } of componentKnowledge(view)) {
      const work = row.cells.does_the_work;
      const { sides, isWhole, isPartlyOutside } = sidesOf(work, view);
      const [side, other] = sides;
      if (!side || other || !isWhole || isPartlyOutside) continue;
      if (changes < changesThatTell) continue;
      // Whoever is not named under People may be of that side.
      if (compareDecimals(sumOf([shares[side], shares.unknown]), shareAtLeast) >= 0) continue;
      report.wrong(work!, side, {
        percent: decimal(shares[side]),
        count: String(changes),
        component: quote(row.cells.component?.source.text ?? ''),
        from: yearUpTo(day).from,
      });
    }
  },
});
