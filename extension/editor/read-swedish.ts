import * as vscode from 'vscode';

/** Reads the Swedish texts by their English ones. Rejects where the file cannot be read. */
export type ReadSwedish = () => Promise<Readonly<Record<string, string>>>;

/** Of the file that VS Code itself reads where it speaks Swedish, on a disk or on the web. */
export function readsSwedish(extension: vscode.Uri): ReadSwedish {
  return async () => {
    const file = vscode.Uri.joinPath(extension, 'l10n/bundle.l10n.sv.json');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    return JSON.parse(text) as Readonly<Record<string, string>>;
  };
}
