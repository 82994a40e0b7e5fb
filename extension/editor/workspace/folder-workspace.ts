import * as vscode from 'vscode';
import type { FileContent, IgnoreRules, Workspace } from '../../engine/index.ts';
import { configPath } from '../../engine/model/config-path.ts';
import { folderOf, foldersAround, isMarkdown } from '../../engine/model/file-paths.ts';
import { engagementFiles } from './discovery.ts';
import { filesIn, statOf } from './folder-files/disk.ts';
import { FileContents } from './folder-files/file-contents.ts';
import { FileExistence } from './folder-files/file-existence.ts';
import { IgnoreFiles } from './folder-files/ignore-files.ts';
import { PlainFolders } from './folder-files/plain-folders.ts';
import { walk } from './folder-files/walk.ts';
import { outermost, pathBelow } from './folder-paths.ts';
import type { Slices } from '../slices.ts';

/** The files of one workspace folder as the engine sees them. */
export interface FolderWorkspace extends Workspace {
  /** What the engine is to be told of a file: the text in an open editor, else what lies on the disk. */
  read(path: string): Promise<FileContent | undefined>;
  /** A file or folder came or went; what the engine was told of its existence, and of what lies in it, no longer holds. */
  forget(path: string): void;
  /** Whether the engine is to be told of a file: of Markdown, and of what it has asked for besides. */
  isRead(path: string): boolean;
  /** Whether a folder of that name is looked into. */
  mayBeEntered(path: string): boolean;
  /** The files below a folder that the engine is to be told of; none where the path is no folder. */
  filesBelow(path: string): Promise<readonly string[]>;
  /** Those of them that were there when they were last read. */
  knownBelow(path: string): readonly string[];
}

/**
 * Files are listed by walking the folders of engagements, because a search does not know files that are new
 * and uncommitted on the web. Symbolic links are not followed: where they lead the host does not tell, and it
 * must not be out of the folder. Whether some other file exists is asked of the host in the background: until
 * it answers a link is taken to lead somewhere, and `onAnswer` is told when it does not. Engagements that have
 * just been looked for are not looked for again by the first listing.
 */
export function createFolderWorkspace(
  folder: vscode.WorkspaceFolder,
  createIgnoreRules: () => IgnoreRules,
  pause: Slices['pause'],
  onAnswer: (path: string) => void,
  lookedFor?: readonly string[],
): FolderWorkspace {
  const plain = new PlainFolders(folder);
  const contents = new FileContents(folder, plain);
  let ignored = new IgnoreFiles(folder, createIgnoreRules());
  let engagements = lookedFor;
  let isListedWhole = false;
  /** What is no Markdown and was asked for. */
  const others = new Set<string>();
  const existence = new FileExistence({
    folder,
    ignored: () => ignored,
    isKnown: (path) => contents.isKnown(path),
    onAnswer,
  });

  async function list(): Promise<readonly string[]> {
    // Beside what holds now, so that nothing is taken in meanwhile that is left out.
    const now = new IgnoreFiles(folder, createIgnoreRules());
    plain.clear();
    const found = new Set<string>();
    const roots = contents.namesFolders()
      ? ['']
      : outermost((engagements ?? (await engagementFiles(folder))).map(folderOf));
    engagements = undefined;
    isListedWhole = roots.includes('');
    for (const root of roots) {
      for (const around of foldersAround(root).toReversed()) await now.learnFrom(around);
      if (root === '' || (!now.leavesOutFolder(root) && !(await plain.isBehindLink(`${root}/x`))))
        await walk(root, found, { folder, ignored: now, plain, pause });
    }
    ignored = now;
    existence.askAgain();
    for (const document of vscode.workspace.textDocuments) {
      const path = pathBelow(folder, document.uri);
      if (path !== undefined && isMarkdown(path) && !now.leavesOut(path)) found.add(path);
    }
    return [...found];
  }

  return {
    list,
    async listElsewhere() {
      const found = new Set<string>();
      if (!isListedWhole) await walk('', found, { folder, ignored, plain, pause });
      return [...found];
    },
    read(path) {
      if (!isMarkdown(path) && path !== configPath) others.add(path);
      return contents.read(path);
    },
    filesIn: (at) => filesIn(folder, at),
    pause,
    exists: (path) => existence.exists(path),
    forget(path) {
      plain.forget(path);
      existence.forget(path);
    },
    isRead: (path) => others.has(path) || (isMarkdown(path) && !ignored.leavesOut(path)),
    mayBeEntered: (path) => !ignored.leavesOutFolder(path),
    async filesBelow(path) {
      const found = new Set<string>();
      // Most of what comes is a file: it is not looked into, and neither is a link.
      if (
        (await statOf(folder, path))?.type === vscode.FileType.Directory &&
        !(await plain.isBehindLink(path))
      )
        await walk(path, found, { folder, ignored, plain, pause });
      for (const other of others) if (other.startsWith(`${path}/`)) found.add(other);
      return [...found];
    },
    knownBelow: (path) => contents.knownBelow(path),
  };
}
