import * as vscode from 'vscode';
import type { FolderSession } from '../workspace/folder-session.ts';
import type { Sessions } from '../workspace/sessions.ts';
import { judgedDocument } from './judged-document.ts';

/**
 * Shows lenses in documents that the engine has judged as they are, anew whenever there is something new to say: after a change,
 * and once a history is read or is another.
 */
export function createLens(
  sessions: Sessions,
  lensesOf: (session: FolderSession, path: string, document: vscode.TextDocument) => vscode.CodeLens[],
): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    sessions.onDidChange(() => changed.fire()),
    vscode.languages.registerCodeLensProvider(
      { language: 'markdown' },
      {
        onDidChangeCodeLenses: changed.event,
        provideCodeLenses(document): vscode.CodeLens[] {
          const judged = judgedDocument(sessions, document);
          return judged ? lensesOf(judged.session, judged.path, document) : [];
        },
      },
    ),
  );
}
