import { committerReads } from '../../../resolve/committers.ts';
import { busFactors, hasPathsHere, repositoryOfPeople } from '../../../resolve/repository-history.ts';
import { defineFact } from '../../../rules/define.ts';
import { say } from '../../../values/say.ts';

export default defineFact({
  name: 'bus-factor',
  kinds: ['ownership-map'],
  reads: ['ownership-map/Components.Paths', ...committerReads, 'git/log', 'git/tree'],
  unit: 'integer',
  summary:
    'How many people would have to leave before fewer than half of the files of a component had an author left; an indicator, and no measure of anybody',
  asOf: false,
  ofPeople: true,
  needsHistory: hasPathsHere,
  compute(view) {
    const repository = repositoryOfPeople(view);
    if (!repository) return [];
    return repository.components.flatMap((component) => {
      const found = busFactors(repository).get(component);
      const [[covered, files] = [0, 0]] = found?.coverage ?? [];
      if (!found || files === 0) return [];
      return [
        {
          at: component.row,
          value: String(found.factor),
          how: say(
            '{{covered}} of {{files}} {{files|file|files}} {{covered|has|have}} an author by the degree of authorship; fewer than half would after {{factor}} {{factor|leaver|leavers}}',
            { covered: String(covered), files: String(files), factor: String(found.factor) },
          ),
          data: { coverage: found.coverage.map(([left, all]) => `${left}/${all}`) },
        },
      ];
    });
  },
});
