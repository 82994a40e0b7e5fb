import * as vscode from 'vscode';

/**
 * Writes a document that does not exist yet, with the folders it needs. Gives false, and touches nothing, where
 * something has the name already.
 *
 * By an edit of the workspace rather than by `workspace.fs`, which has no way to write a file only where there
 * is none: the workbench looks and writes in one go, whatever the file system, and the person can undo it.
 */
export async function createDocument(uri: vscode.Uri, text: string): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
  return await vscode.workspace.applyEdit(edit);
}

/** Whether something has the name: on the disk, or in an editor that has not saved it yet. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  const isOpen = vscode.workspace.textDocuments.some(
    (document) => document.isDirty && document.uri.toString() === uri.toString(),
  );
  if (isOpen) return true;
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
