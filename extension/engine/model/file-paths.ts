/** The last part of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder that a file lies in; empty for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

export function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

/** Whether a relative path stays inside of its folder. */
export function isInside(path: string): boolean {
  return !path.startsWith('/') && !path.split('/').includes('..');
}

/** The folders around a path: from the one that it lies in to the root, which is empty. */
export function foldersAround(path: string): readonly string[] {
  const folders: string[] = [];
  for (let at = path; at !== ''; folders.push(at)) at = folderOf(at);
  return folders;
}
