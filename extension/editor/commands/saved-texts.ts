import * as vscode from 'vscode';
import { configPath } from '../../engine/model/config-path.ts';

/** Knows of open documents what was on the disk when they were last read or saved. */
export interface SavedTexts extends vscode.Disposable {
  /** Whether a document has unsaved changes and the file has changed since they began, or may have. */
  hasConflict(document: vscode.TextDocument): Promise<boolean>;
}

/** The editor tells no extension of such a conflict before it is saved, hence this. */
export function createSavedTexts(): SavedTexts {
  const saved = new Map<string, string>();
  /** Texts of documents that had no unsaved changes when they were told of, as far as that is certain only later. */
  const likely = new Map<string, string>();

  function remember(document: vscode.TextDocument): void {
    likely.delete(document.uri.toString());
    if (!document.isDirty && isGoverned(document)) saved.set(document.uri.toString(), document.getText());
  }

  /**
   * A document without unsaved changes follows its file. The first keystroke looks the same: the editor tells of
   * the text first and only then, in an event of its own, that there are unsaved changes.
   */
  function onChange({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const key = document.uri.toString();
    if (document.isDirty) {
      likely.delete(key);
    } else if (contentChanges.length === 0) {
      remember(document);
    } else if (isGoverned(document)) {
      const followed = likely.get(key);
      if (followed !== undefined) saved.set(key, followed);
      likely.set(key, document.getText());
    }
  }

  vscode.workspace.textDocuments.forEach(remember);
  const subscriptions = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(remember),
    vscode.workspace.onDidSaveTextDocument(remember),
    vscode.workspace.onDidChangeTextDocument(onChange),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      saved.delete(uri.toString());
      likely.delete(uri.toString());
    }),
  );

  return {
    async hasConflict(document) {
      if (!document.isDirty) return false;
      const before = saved.get(document.uri.toString());
      if (before === undefined) return true;
      try {
        const now = new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri));
        return withOneLineEnd(now) !== withOneLineEnd(before);
      } catch {
        return true; // the file is gone, or nobody may read it
      }
    },
    dispose: () => void subscriptions.dispose(),
  };
}

function isGoverned({ languageId, uri }: vscode.TextDocument): boolean {
  return (
    languageId === 'markdown' || /\.(?:md|markdown)$/i.test(uri.path) || uri.path.endsWith(`/${configPath}`)
  );
}

/** The editor makes the line ends of a document one kind. */
function withOneLineEnd(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
