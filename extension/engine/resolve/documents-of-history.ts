import type { View } from '../model/engagement.ts';
import { folderInRepository, pathInWorkspace } from '../model/path-in-repository.ts';
import { onceFor } from '../values/once-for.ts';

/** Paths of everything that the engagement holds or, as its history says, held once: whether those were documents their texts say. */
export const pathsEver = onceFor((view: View): readonly string[] => {
  const present = view.everything.map(({ path }) => path);
  return [...new Set([...present, ...pathsGone(view)])];
});

/** Markdown of the engagement's folder that is there no more. */
function pathsGone({ history, folder }: View): readonly string[] {
  if (history?.kind !== 'read') return [];
  const below = folderInRepository(folder, history);
  const tracked = new Set(history.fileOf);
  return history.paths.flatMap((path, file) => {
    const isGone = !tracked.has(file) && path.startsWith(below) && /\.md$/i.test(path);
    return isGone ? (pathInWorkspace(path, history) ?? []) : [];
  });
}
