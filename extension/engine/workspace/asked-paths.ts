import { folderOf } from '../model/file-paths.ts';

/** Whether a path is one of these files, or below one of these folders; no paths means all. */
export function pathFilter(paths: readonly string[] | undefined): (path: string) => boolean {
  if (!paths || paths.length === 0) return () => true;
  const plain = paths.map(plainPath);
  const files = new Set(plain);
  const folders = plain.map((path) => (path === '' ? '' : `${path}/`));
  return (path) => files.has(path) || folders.some((folder) => path.startsWith(folder));
}

/** The paths that are asked about by name, each once; the root is none. */
export function namesIn(paths: readonly string[] | undefined): readonly string[] {
  return [...new Set((paths ?? []).map(plainPath))].filter((path) => path !== '');
}

/** Whether any path is asked about by its name. */
export function isNamed(paths: readonly string[] | undefined): boolean {
  return paths !== undefined && paths.length > 0;
}

/** Whether a file is asked about, or lies in a folder around what is. */
export function mayConcern(paths: readonly string[] | undefined): (path: string) => boolean {
  const isAsked = pathFilter(paths);
  return (path) => isAsked(path) || mayHold(folderOf(path), paths);
}

/** Whether one of these paths can be a document of this folder, or a folder around it. */
export function mayHold(folder: string, paths: readonly string[] | undefined): boolean {
  if (!paths || paths.length === 0 || folder === '') return true;
  return paths
    .map(plainPath)
    .some((path) => path === '' || `${path}/`.startsWith(`${folder}/`) || folder.startsWith(`${path}/`));
}

/** A path without a slash at its end; the root is empty. */
function plainPath(path: string): string {
  return path.replace(/^\.?(?:\/|$)/, '').replace(/\/+$/, '');
}
