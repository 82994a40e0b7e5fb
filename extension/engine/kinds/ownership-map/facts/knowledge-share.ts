import { committerReads } from '../../../resolve/committers.ts';
import { componentKnowledge } from '../../../resolve/component-knowledge.ts';
import { yearUpTo } from '../../../resolve/component-work.ts';
import { hasPathsElsewhere, hasPathsHere, repositoryPieces } from '../../../resolve/repository-history.ts';
import { defineFact } from '../../../rules/define.ts';
import { say } from '../../../values/say.ts';
import { sharesSaid, toldShares } from '../shares-said.ts';

export default defineFact({
  name: 'knowledge-share',
  kinds: ['ownership-map'],
  reads: [
    'ownership-map/Components.Component',
    'ownership-map/Components.Paths',
    ...committerReads,
    'engagement/Teams.People',
    'git/log',
  ],
  unit: 'percent per side',
  summary:
    'Which share of the commits of the last 12 months that change a component came from each side, and of each quarter of the last 24',
  method: [
    say(
      'A commit that changes a file of the component counts once, whatever else it changes, for the side of its author. Who that is says People: by E-mail, by the Handle in the address that a code host gives, else by a name that one person alone has. Authors whom nobody names are not known.',
    ),
    say(
      'The share of a side is its commits divided by all of them, with one decimal: in the twelve months that end on the day (UTC) of the newest commit, and in each of the last eight quarters in which there is any.',
    ),
    say(
      'Left out are merges, commits of programs (bots) and what changes generated files alone, such as lock files. A file is followed through its renames and counts by the path that it had last; .mailmap says which addresses are one person. A team is shown where it lists three people or more; who is in two teams counts for neither.',
    ),
    say(
      'It says where work on a component has come from, and not how good or how hard it was; who reviewed, explained or decided is not in it. It must not be used to appraise, rank or pay people. No person is named or counted; people_metrics: off in the config turns it off.',
    ),
  ],
  asOf: false,
  ofPeople: true,
  needsHistory: hasPathsHere,
  needsElsewhere: hasPathsElsewhere,
  pieces: repositoryPieces,
  compute(view) {
    return componentKnowledge(view).flatMap(({ row, commit, day, changes, sides, teams, quarters }) => {
      if (changes === 0) return [];
      const period = yearUpTo(day);
      const shares = toldShares(sides);
      return [
        {
          at: row,
          value: shares.map(([side, percent]) => `${side} ${percent}`).join(', '),
          shown: sharesSaid(sides),
          how: say(
            '{{changes}} {{changes|commit|commits}} from {{firstDay}} to {{lastDay}} that change its files',
            { changes: String(changes), firstDay: period.from, lastDay: period.to },
          ),
          data: {
            changes,
            from: period.from,
            to: period.to,
            commit,
            sides: Object.fromEntries(shares),
            teams,
            quarters,
          },
        },
      ];
    });
  },
});
