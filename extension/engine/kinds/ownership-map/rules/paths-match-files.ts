import { pathMatcher } from '../../../resolve/path-globs.ts';
import { hasPathsHere, repositoryHistory } from '../../../resolve/repository-history.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { globIn } from '../glob-place.ts';

export default defineRule({
  code: 'OWN016',
  name: 'paths-match-files',
  meta: {
    kinds: ['ownership-map'],
    reads: ['ownership-map/Components.Paths', 'git/tree'],
    summary: 'Require each glob of this repository to match a tracked file',
    severity: 'warning',
    scope: 'G',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    nothing: 'No tracked file matches "{{glob}}": correct it, or take it out.',
  },
  needsHistory: hasPathsHere,
  engagement(view, report) {
    const repository = repositoryHistory(view);
    if (!repository) return;
    const { files } = repository.history;
    for (const { row, globs } of repository.components) {
      const paths = row.cells.paths!;
      for (const glob of new Set(globs)) {
        const matches = pathMatcher([glob]);
        if (files.some((file) => matches(file))) continue;
        report.wrong(globIn(paths, glob), 'nothing', { glob: quote(glob) });
      }
    }
  },
});
