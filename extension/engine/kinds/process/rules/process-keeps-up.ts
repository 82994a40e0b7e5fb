import type { History } from '../../../model/history.ts';
import { namesMeant } from '../../../resolve/names-meant.ts';
import { commitsBefore, lastChangeOf } from '../../../resolve/commit-graph.ts';
import { pathInRepository } from '../../../model/path-in-repository.ts';
import { hasPathsHere, repositoryHistory } from '../../../resolve/repository-history.ts';
import { foldName } from '../../../values/fold.ts';
import { defineRule } from '../../../rules/define.ts';
import { nameOfRow } from '../../../resolve/names.ts';
import { quote } from '../../../values/quote.ts';

/** So many commits change no more than a process can still be true of. */
const commitsAtMost = 50;

export default defineRule({
  code: 'PRC007',
  name: 'process-keeps-up',
  meta: {
    kinds: ['process'],
    reads: [
      'process/component',
      'ownership-map/Components.Paths',
      'ownership-map/Components.Component',
      'git/log',
    ],
    summary: 'Require a process to be looked at when its component has changed in more than 50 commits',
    severity: 'info',
    scope: 'G',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    behind:
      '"{{component}}" has changed in {{count}} {{count|commit|commits}} since this process was last written: read it again.',
  },
  needsHistory: (view) =>
    hasPathsHere(view) && view.documents.some(({ keys }) => namesMeant(keys.component, view).length > 0),
  engagement(view, report) {
    const repository = repositoryHistory(view);
    if (!repository) return;
    const { history, components } = repository;
    for (const document of view.documents) {
      const field = document.keys.component;
      const names = new Set(namesMeant(field, view).map((name) => foldName(name)));
      const last = lastWritten(document.path, history);
      if (names.size === 0 || last === undefined) continue;
      const isBefore = commitsBefore(last, history);
      for (const { row, changes } of components) {
        const name = nameOfRow(row) ?? '';
        if (!names.has(foldName(name))) continue;
        const count = changes.filter(({ commit }) => !isBefore(commit)).length;
        if (count > commitsAtMost)
          report.wrong(field!, 'behind', { component: quote(name), count: String(count) });
      }
    }
  },
});

/** The commit that changed a document of the workspace last; undefined where none did. */
function lastWritten(path: string, history: History): number | undefined {
  return lastChangeOf(pathInRepository(path, history), history);
}
