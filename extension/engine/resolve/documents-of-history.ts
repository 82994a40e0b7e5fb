import type { View } from '../model/engagement.ts';
import { folderOf } from '../model/file-paths.ts';
import { folderInRepository, pathInWorkspace } from '../model/path-in-repository.ts';
import { onceFor } from '../values/once-for.ts';

/**
 * Paths of what the engagement holds and of Markdown beside it, there or gone: whether that ever was a document its texts say.
 * An engagement in the root of a repository may have much else around it, so there only folders of its documents count.
 */
export const pathsEver = onceFor((view: View): readonly string[] => {
  const present = view.everything.map(({ path }) => path);
  const folders = new Set(present.map(folderOf));
  const beside = markdownIn(view).filter((path) => view.folder !== '' || folders.has(folderOf(path)));
  return [...new Set([...present, ...beside])];
});

/** Of these a document itself, and what lies or lay where sign-offs do. */
export function pathsOfLog(path: string, view: View): readonly string[] {
  const signoffs = view.everything.filter(({ kind }) => kind === 'signoff').map((one) => one.path);
  const usual = view.folder === '' ? 'signoffs' : `${view.folder}/signoffs`;
  const folders = new Set([...signoffs.map(folderOf), usual]);
  const beside = markdownIn(view).filter((one) => folders.has(folderOf(one)));
  return [...new Set([path, ...signoffs, ...beside])];
}

/** Markdown that ever lay in the engagement's folder. */
function markdownIn({ history, folder }: View): readonly string[] {
  if (history?.kind !== 'read') return [];
  const below = folderInRepository(folder, history);
  return history.paths.flatMap((path) =>
    path.startsWith(below) && /\.md$/i.test(path) ? (pathInWorkspace(path, history) ?? []) : [],
  );
}
