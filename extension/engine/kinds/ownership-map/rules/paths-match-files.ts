import { trackedBy } from '../../../resolve/glob-history.ts';
import { hasPathsElsewhere, hasPathsHere, repositories } from '../../../resolve/repository-history.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { globIn } from '../glob-place.ts';

export default defineRule({
  code: 'OWN016',
  name: 'paths-match-files',
  meta: {
    kinds: ['ownership-map'],
    reads: ['ownership-map/Components.Paths', 'git/tree'],
    summary: 'Require each glob of a repository that is known to match a tracked file',
    severity: 'warning',
    scope: 'G',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    nothing: 'No tracked file matches "{{glob}}": correct it, or take it out.',
  },
  needsHistory: hasPathsHere,
  needsElsewhere: hasPathsElsewhere,
  engagement(view, report) {
    for (const { history, components, names } of repositories(view))
      for (const { row, globs } of components)
        for (const glob of new Set(globs)) {
          if (trackedBy([glob], history).length > 0) continue;
          report.wrong(globIn(row.cells.paths!, glob, names), 'nothing', { glob: quote(glob) });
        }
  },
});
