import fs from 'node:fs';
import path from 'node:path';
import { configPath } from '../engine/index.ts';
import { fileName, folderOf, foldersAround, isMarkdown } from '../engine/model/file-paths.ts';
import type { FileContent, ImmediateWorkspace, Workspace } from '../engine/model/ports.ts';
import type { Base } from '../git/index.ts';
import { GitIgnored, mayBeIgnoreFile } from './git-ignored.ts';
import { bytesAtMost, createNodeWorkspace, decoded } from './node-workspace.ts';

/** A workspace as it stood at a commit. */
export interface BaseWorkspace {
  readonly workspace: ImmediateWorkspace;
  /** How a file that is neither a document nor the config is read. */
  readonly beside: Pick<Workspace, 'read'>;
}

/**
 * What stood below a root at a commit, by the same rules by which files are seen on the disk: what its own `.gitignore` files
 * leave out is not there. Files of other repositories are no part of the change: of them it holds what lies on the disk.
 * Symbolic links and submodules are not followed. Undefined where something of it is missing in this clone.
 */
export async function openBaseWorkspace(
  root: string,
  base: Base,
  pathOfConfig: string,
): Promise<BaseWorkspace | undefined> {
  const disk = createNodeWorkspace(root);
  const isElsewhere = elsewhereOf(root, base.top);
  const tree = new Map([...base.files].filter(([file]) => !isElsewhere(file)));
  const wanted = [...tree].filter(
    ([file, { bytes }]) =>
      (isMarkdown(file) || file === pathOfConfig || mayBeIgnoreFile(fileName(file))) &&
      (bytes ?? 0) <= bytesAtMost,
  );
  const blobs = await base.blobs(wanted.map(([, { object }]) => object));
  if (!blobs) return undefined;
  const texts = new Map(wanted.map(([file], i) => [file, blobs[i]!]));
  const ignored = new GitIgnored('', (full) => {
    const bytes = texts.get(full.split(path.sep).join('/'));
    return bytes && { kind: 'bytes', bytes };
  });
  const isSeen = (file: string, isFolder = false): boolean =>
    !ignored.isBehindIgnored(file) && !ignored.isIgnored(file, isFolder);
  const folders = new Set<string>();
  for (const file of [...tree.keys(), ...base.others])
    for (const folder of foldersAround(file)) folders.add(folder);
  const links = new Set(base.others);
  const listed = [...tree.keys()].filter((file) => (isMarkdown(file) || file === configPath) && isSeen(file));

  const read = (file: string): FileContent | undefined => {
    if (isElsewhere(file)) return disk.read(file);
    const bytes = texts.get(file);
    if (bytes && bytes.length <= bytesAtMost) return decoded(bytes);
    const size = bytes?.length ?? tree.get(file)?.bytes ?? 0;
    return size > bytesAtMost ? { kind: 'tooLarge', bytes: size } : undefined;
  };
  return {
    workspace: {
      list: () => [...listed, ...disk.list().filter(isElsewhere)],
      read,
      filesIn: (folder) =>
        isElsewhere(`${folder}/.`)
          ? (disk.filesIn?.(folder) ?? [])
          : [...tree.keys()].filter((file) => folderOf(file) === folder),
      exists: (file) =>
        isElsewhere(`${file}/.`)
          ? disk.exists(file)
          : file === '' ||
            ((tree.has(file) || links.has(file)) && isSeen(file)) ||
            (folders.has(file) && isSeen(file, true)),
    },
    beside: {
      async read(file) {
        const entry = isElsewhere(file) || texts.has(file) ? undefined : tree.get(file);
        if (!entry || (entry.bytes ?? 0) > bytesAtMost) return read(file);
        const [bytes] = (await base.blobs([entry.object])) ?? [];
        return bytes && bytes.length <= bytesAtMost ? decoded(bytes) : undefined;
      },
    },
  };
}

/** Whether a path lies in another repository than that of a folder, as far as there is anything on the disk. */
function elsewhereOf(root: string, top: string): (file: string) => boolean {
  const isTop = new Map<string, boolean>();
  const hasOwn = (folder: string): boolean => {
    let known = isTop.get(folder);
    if (known === undefined) {
      known = fs.existsSync(path.join(root, folder, '.git'));
      isTop.set(folder, known);
    }
    return known;
  };
  return (file) => {
    const nearest = foldersAround(file).find(hasOwn);
    return nearest === undefined ? !isWithin(root, top) : path.join(root, nearest) !== top;
  };
}

function isWithin(folder: string, top: string): boolean {
  const way = path.relative(top, folder);
  return !way.startsWith('..') && !path.isAbsolute(way);
}
