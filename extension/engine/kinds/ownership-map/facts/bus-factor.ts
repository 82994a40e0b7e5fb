import { committerReads } from '../../../resolve/committers.ts';
import { componentKnowledge } from '../../../resolve/component-knowledge.ts';
import { hasPathsElsewhere, hasPathsHere, repositoryPieces } from '../../../resolve/repository-history.ts';
import { defineFact } from '../../../rules/define.ts';
import { say } from '../../../values/say.ts';

export default defineFact({
  name: 'bus-factor',
  kinds: ['ownership-map'],
  reads: [
    'ownership-map/Components.Component',
    'ownership-map/Components.Paths',
    ...committerReads,
    'git/log',
    'git/tree',
  ],
  unit: 'integer',
  summary:
    'How many people would have to leave before fewer than half of the files of a component had an author left; an indicator, and no measure of anybody',
  method: [
    say(
      'The degree of authorship of a person in a file is 3.293 + 1.098 for who made the file + 0.164 for each change - 0.321 ln(1 + changes of others). Authors of a file are those with more than 0.75 of the highest degree in it who have 3.293 at least, or made it. So the paper has it: Avelino and others 2016, "A novel approach for estimating truck factors", after Fritz and others 2014.',
    ),
    say(
      'Then the author of most files leaves, again and again, until fewer than half of the files have an author left: so many leavers are the figure. Of two authors of as many files the one goes first whose address and name come first by code, so that the figure is the same on every machine.',
    ),
    say(
      'All of the history counts, and the tracked files that the paths of the component name. Left out are merges, commits of programs (bots), generated files such as lock files, and files that programs alone have changed. A rename is a change, and the file keeps its authors; .mailmap says which addresses are one person.',
    ),
    say(
      'It says how many people a component hangs on, as an indicator: it was calibrated on seven programmers and one language, and knows nothing of who reviewed, explained or decided. It must not be used to appraise, rank or pay people. No person is named or counted; people_metrics: off in the config turns it off.',
    ),
  ],
  asOf: false,
  ofPeople: true,
  needsHistory: hasPathsHere,
  needsElsewhere: hasPathsElsewhere,
  pieces: repositoryPieces,
  compute(view) {
    return componentKnowledge(view).flatMap(({ row, busFactor }) => {
      if (!busFactor) return [];
      const { factor, authored, files } = busFactor;
      return [
        {
          at: row,
          value: String(factor),
          how: say(
            '{{covered}} of {{files}} {{files|file|files}} {{covered|has|have}} an author by the degree of authorship; fewer than half would after {{factor}} {{factor|leaver|leavers}}',
            { covered: String(authored), files: String(files), factor: String(factor) },
          ),
        },
      ];
    });
  },
});
