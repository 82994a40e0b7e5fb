import type { View } from '../model/engagement.ts';
import type { OldTexts } from '../model/history.ts';
import { pathInRepository, pathInWorkspace } from '../model/path-in-repository.ts';
import { plainPath } from '../model/spelling.ts';
import { onceFor } from '../values/once-for.ts';
import { movedTo } from './signoffs.ts';

/** What became of a document, by its path from the root of the workspace; undefined where that is not known. */
export function oldTextsOf(path: string, view: View): OldTexts | undefined {
  return view.history?.kind === 'read' ? view.history.texts.get(committedPath(path, view)) : undefined;
}

/**
 * Where the commit that is checked out has a document, from the root of the workspace: what was moved since, and says so itself,
 * has its past where it stood before.
 */
export function committedPath(path: string, view: View): string {
  return movedSince(view).get(path) ?? path;
}

/** Under which paths the history is to be asked for a document: as long as nobody has read it, it may have any. */
export function pathsOfTexts(path: string, view: View): readonly string[] {
  if (view.history) return [committedPath(path, view)];
  const former = [...movedTo(view.folder, view.everything)].filter(([, now]) => now === path);
  return [path, ...former.map(([before]) => before)];
}

const movedSince = onceFor((view: View): ReadonlyMap<string, string> => {
  const { history, folder, everything } = view;
  const moved = movedTo(folder, everything);
  if (history?.kind !== 'read' || moved.size === 0) return new Map();
  const committed = new Map(history.files.map((file) => [plainPath(file), file]));
  const at = (path: string): string | undefined => committed.get(plainPath(pathInRepository(path, history)));
  return new Map(
    [...moved].flatMap(([before, now]) => {
      const file = at(now) === undefined ? at(before) : undefined;
      const path = file === undefined ? undefined : pathInWorkspace(file, history);
      return path === undefined ? [] : [[now, path]];
    }),
  );
});
