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
  const mayHoldOne = mayHold(paths);
  return (path) => isAsked(path) || mayHoldOne(folderOf(path));
}

/** Whether one of these paths can be a document of a folder, or a folder around it. */
export function mayHold(paths: readonly string[] | undefined): (folder: string) => boolean {
  if (!paths || paths.length === 0) return () => true;
  const plain = paths.map(plainPath);
  return (folder) =>
    folder === '' || plain.some((path) => path === '' || isWithin(path, folder) || isWithin(folder, path));
}

/** Whether a path is a folder, or below it. */
function isWithin(path: string, folder: string): boolean {
  return path.startsWith(folder) && (path.length === folder.length || path[folder.length] === '/');
}

/** A path without a slash at its end; the root is empty. */
function plainPath(path: string): string {
  return path.replace(/^\.?(?:\/|$)/, '').replace(/\/+$/, '');
}
