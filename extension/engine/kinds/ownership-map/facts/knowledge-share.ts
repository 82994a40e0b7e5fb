import { committerReads } from '../../../resolve/committers.ts';
import { percentage } from '../../../measure/decimal.ts';
import type { Said, SaidPart } from '../../../model/said.ts';
import {
  changesBySide,
  hasPathsHere,
  lastYearOf,
  repositoryOfPeople,
  type ChangesBySide,
} from '../../../resolve/repository-history.ts';
import { quarterShares, teamShares } from '../../../resolve/shares.ts';
import { defineFact } from '../../../rules/define.ts';
import { decimal, joined, say } from '../../../values/say.ts';

/** Of a percentage. */
const digits = 1;

export default defineFact({
  name: 'knowledge-share',
  kinds: ['ownership-map'],
  reads: ['ownership-map/Components.Paths', ...committerReads, 'engagement/Teams.People', 'git/log'],
  unit: 'percent per side',
  summary:
    'Which share of the commits of the last 12 months that change a component came from each side, and of each quarter of the last 24',
  asOf: false,
  ofPeople: true,
  needsHistory: hasPathsHere,
  compute(view) {
    const repository = repositoryOfPeople(view);
    if (!repository) return [];
    return repository.components.flatMap((component) => {
      const { changes, period } = lastYearOf(component, repository);
      if (changes.length === 0) return [];
      const shares = sharesOf(changesBySide(changes, repository), changes.length);
      return [
        {
          at: component.row,
          value: shares.map(([side, percent]) => `${side} ${percent}`).join(', '),
          shown: joined(
            shares.map(([side, percent]) => shareSaid(side, decimal(percent))),
            ', ',
          ),
          how: say(
            '{{changes}} {{changes|commit|commits}} from {{firstDay}} to {{lastDay}} that change its files',
            {
              changes: String(changes.length),
              firstDay: period.from,
              lastDay: period.to,
            },
          ),
          data: {
            changes: changes.length,
            from: period.from,
            to: period.to,
            commit: repository.history.commit,
            sides: Object.fromEntries(shares),
            teams: teamShares(changes, repository, view),
            quarters: quarterShares(component, repository),
          },
        },
      ];
    });
  },
});

function shareSaid(side: keyof ChangesBySide, percent: SaidPart): Said {
  if (side === 'unknown') return say('not known {{percent}} %', { percent });
  return side === 'client'
    ? say('client {{percent}} %', { percent })
    : say('supplier {{percent}} %', { percent });
}

/** Both sides, whatever they did; people who are not known where there are any. */
function sharesOf(sums: ChangesBySide, all: number): readonly (readonly [keyof ChangesBySide, string])[] {
  const sides = ['client', 'supplier', ...(sums.unknown > 0 ? ['unknown' as const] : [])] as const;
  return sides.map((side) => [side, percentage(sums[side], all, digits) ?? '0'] as const);
}
