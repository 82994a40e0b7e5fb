import * as vscode from 'vscode';
import { plainText } from '../plain-text.ts';
import type { FolderSession } from '../workspace/folder-session.ts';

/**
 * The first symbolic link on the way from the folder of the workspace to a file, itself included; undefined where
 * there is none. What is written through a link may end up anywhere on the disk.
 */
export async function linkOnTheWay(session: FolderSession, path: string): Promise<string | undefined> {
  const names = path.split('/');
  for (let i = 1; i <= names.length; i++) {
    const at = names.slice(0, i).join('/');
    if (await isLink(session.uriOf(at))) return at;
  }
  return undefined;
}

/** Says that a document was not written because of such a link. */
export function sayBehindLink(path: string, link: string): void {
  void vscode.window.showErrorMessage(
    plainText(
      vscode.l10n.t(
        '"{0}" was not written: "{1}" is a symbolic link, which may lead out of the folder.',
        path,
        link,
      ),
    ),
  );
}

async function isLink(uri: vscode.Uri): Promise<boolean> {
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    return (type & vscode.FileType.SymbolicLink) !== 0;
  } catch {
    return false; // there is nothing yet
  }
}
