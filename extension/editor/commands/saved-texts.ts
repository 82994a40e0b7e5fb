import * as vscode from 'vscode';
import { configPath } from '../../engine/model/config-path.ts';
import { encodingOf } from '../../engine/model/file-encoding.ts';
import { isMarkdown } from '../../engine/model/file-paths.ts';

/** Knows of open documents what was on the disk when they were last read or saved. */
export interface SavedTexts extends vscode.Disposable {
  /** Whether a document has unsaved changes and the file has changed since they began, or may have. */
  hasConflict(document: vscode.TextDocument): Promise<boolean>;
}

/** The editor tells no extension of such a conflict before it is saved, hence this. */
export function createSavedTexts(): SavedTexts {
  const saved = new Map<string, string>();
  /** What was saved before the last change of a document that had no unsaved ones when it was told of. */
  const before = new Map<string, string | undefined>();

  function remember(document: vscode.TextDocument): void {
    if (!document.isDirty && isGoverned(document)) saved.set(document.uri.toString(), document.getText());
  }

  /**
   * A document without unsaved changes follows its file. The first change that a person makes looks the same,
   * until right after it an event without changes says that the document has unsaved ones.
   */
  function onChange({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const key = document.uri.toString();
    if (!document.isDirty) {
      if (contentChanges.length > 0) before.set(key, saved.get(key));
      remember(document);
      return;
    }
    const text = before.get(key);
    if (contentChanges.length === 0 && text !== undefined) saved.set(key, text);
    before.delete(key);
  }

  function forget({ uri }: vscode.TextDocument): void {
    saved.delete(uri.toString());
    before.delete(uri.toString());
  }

  vscode.workspace.textDocuments.forEach(remember);
  const subscriptions = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(remember),
    vscode.workspace.onDidSaveTextDocument(remember),
    vscode.workspace.onDidChangeTextDocument(onChange),
    vscode.workspace.onDidCloseTextDocument(forget),
  );

  return {
    async hasConflict(document) {
      if (!document.isDirty) return false;
      const known = saved.get(document.uri.toString());
      if (known === undefined) return true;
      try {
        const bytes = await vscode.workspace.fs.readFile(document.uri);
        const now = new TextDecoder(encodingOf(bytes)).decode(bytes);
        return withOneLineEnd(now) !== withOneLineEnd(known);
      } catch {
        return true; // the file is gone, or nobody may read it
      }
    },
    dispose: () => void subscriptions.dispose(),
  };
}

function isGoverned({ languageId, uri }: vscode.TextDocument): boolean {
  return languageId === 'markdown' || isMarkdown(uri.path) || uri.path.endsWith(`/${configPath}`);
}

/** The editor makes the line ends of a document one kind. */
function withOneLineEnd(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
