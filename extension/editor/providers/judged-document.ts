import * as vscode from 'vscode';
import type { FolderSession } from '../workspace/folder-session.ts';
import type { Sessions } from '../workspace/sessions.ts';

/**
 * The session of a document and its path there, where the engine has judged the very text that the editor
 * holds: what it says of another one has wrong places. Undefined while it has not, and of all other documents.
 */
export function judgedDocument(
  sessions: Sessions,
  document: vscode.TextDocument,
): { readonly session: FolderSession; readonly path: string } | undefined {
  const found = sessions.of(document.uri);
  if (!found?.session.isReady()) return undefined;
  return isJudged(found.session, found.path, document) ? found : undefined;
}

/** Whether the engine has judged the text that an editor holds. */
export function isJudged(session: FolderSession, path: string, document: vscode.TextDocument): boolean {
  return session.engine.textOf(path) === document.getText();
}

/** Whether what is said of a file fits the text that an editor holds of it, if one does. */
export function isJudgedWhereOpen(session: FolderSession, path: string): boolean {
  const address = session.uriOf(path).toString();
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === address);
  return !open || isJudged(session, path, open);
}
