import type { History } from './history.ts';

type Place = Pick<History, 'prefix' | 'below'>;

/** The path in the repository of one in the workspace. */
export function pathInRepository(path: string, { prefix, below }: Place): string {
  return path.startsWith(below) ? `${prefix}${path.slice(below.length)}` : `${prefix}${path}`;
}

/** What paths in the repository of files in a folder of the workspace begin with: empty, or `sub/folder/`. */
export function folderInRepository(folder: string, history: Place): string {
  return pathInRepository(folder === '' ? '' : `${folder}/`, history);
}

/** The path in the workspace of one in the repository; undefined where that lies outside. */
export function pathInWorkspace(path: string, { prefix, below }: Place): string | undefined {
  return path.startsWith(prefix) ? `${below}${path.slice(prefix.length)}` : undefined;
}
