import type { History } from '../model/history.ts';

/** The path in the repository of one in the workspace. */
export function pathInRepository(path: string, { prefix, below }: Pick<History, 'prefix' | 'below'>): string {
  return path.startsWith(below) ? `${prefix}${path.slice(below.length)}` : `${prefix}${path}`;
}

/** What paths in the repository of files in a folder of the workspace begin with: empty, or `sub/folder/`. */
export function folderInRepository(folder: string, history: Pick<History, 'prefix' | 'below'>): string {
  return pathInRepository(folder === '' ? '' : `${folder}/`, history);
}
