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

/** Whether an entry of the config stands for the files of a folder: "knowledge/*.json". */
export function isPattern(entry: string): boolean {
  return entry.includes('*');
}

/** Whether an entry names a file: by its path, or as one of a folder whose names it matches. */
export function isNamedBy(entry: string, path: string): boolean {
  if (!isPattern(entry)) return entry === path;
  return folderOf(entry) === folderOf(path) && matches(fileName(entry), fileName(path));
}

/** A star stands for any characters; from left to right the first that fit are as good as any. */
function matches(pattern: string, name: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop() ?? '';
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}
