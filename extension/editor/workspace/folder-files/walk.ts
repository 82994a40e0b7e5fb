import * as vscode from 'vscode';
import { isMarkdown } from '../../../engine/model/file-paths.ts';
import { joinUri } from '../folder-paths.ts';
import type { Slices } from '../../slices.ts';
import { entriesOf } from './disk.ts';
import type { IgnoreFiles } from './ignore-files.ts';
import type { PlainFolders } from './plain-folders.ts';

const foldersAtMost = 20_000;
const foldersAtOnce = 16;

/** What a walk goes by, and what it tells of the folders on its way. */
interface Walk {
  readonly folder: vscode.WorkspaceFolder;
  readonly ignored: IgnoreFiles;
  readonly plain: PlainFolders;
  readonly pause: Slices['pause'];
}

/** Finds the Markdown files below a folder, without what is ignored; symbolic links are not followed. */
export async function walk(root: string, found: Set<string>, by: Walk): Promise<void> {
  const { folder, ignored, plain, pause } = by;
  const folders = [root];
  for (let count = 0; folders.length > 0 && count < foldersAtMost; count += foldersAtOnce) {
    const looked = await Promise.all(
      folders.splice(-foldersAtOnce).map(async (at) => [at, await entriesOf(folder, at)] as const),
    );
    for (const [at, entries] of looked) {
      plain.add(at);
      if (entries.some(([name]) => name === '.gitignore')) await ignored.learnFrom(at);
      for (const [name, type] of entries) {
        const path = at === '' ? name : `${at}/${name}`;
        if (type === vscode.FileType.Directory) {
          if (ignored.mayEnter(path) && isOurs(folder, path)) folders.push(path);
        } else if (type === vscode.FileType.File && isMarkdown(path) && !ignored.isIgnored(path))
          found.add(path);
      }
    }
    await pause();
  }
}

/** A folder of the workspace may lie inside of another one; it is looked at once, as itself. */
function isOurs(folder: vscode.WorkspaceFolder, path: string): boolean {
  return vscode.workspace.getWorkspaceFolder(joinUri(folder, path))?.index === folder.index;
}
