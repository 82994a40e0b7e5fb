import * as vscode from 'vscode';
import type { OutriggerApi } from '../../../extension/editor/start.ts';

/** The installed extension, activated. */
export async function outrigger(): Promise<OutriggerApi> {
  const extension = vscode.extensions.getExtension<OutriggerApi>('outrigger.outrigger');
  if (!extension) throw new Error('The extension is not installed.');
  return await extension.activate();
}

function root(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return folder.uri;
}

export function at(path: string): vscode.Uri {
  return vscode.Uri.joinPath(root(), ...path.split('/'));
}

export async function open(path: string): Promise<vscode.TextEditor> {
  return await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(at(path)));
}

/** Ours alone. */
export function diagnosticsOf(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'outrigger');
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export function codesOf(uri: vscode.Uri): readonly string[] {
  return diagnosticsOf(uri).map(codeOf);
}

/** Resolves once the condition holds, which is asked at each event of the kind, and now. */
export async function until(
  event: vscode.Event<unknown>,
  holds: () => boolean,
  what: () => string,
  ms = 10_000,
): Promise<void> {
  if (holds()) return;
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => {
      subscription.dispose();
      reject(new Error(`Not within ${ms} ms: ${what()}`));
    }, ms);
    const subscription = event(() => {
      if (!holds()) return;
      clearTimeout(late);
      subscription.dispose();
      resolve();
    });
  });
}

/** Resolves once the codes shown of a document are these. */
export async function untilCodes(uri: vscode.Uri, codes: readonly string[]): Promise<void> {
  const wanted = JSON.stringify([...codes].sort());
  await until(
    vscode.languages.onDidChangeDiagnostics,
    () => JSON.stringify([...codesOf(uri)].sort()) === wanted,
    () =>
      `${uri.path} shows ${codesOf(uri).join(', ') || 'nothing'} instead of ${codes.join(', ') || 'nothing'}`,
  );
}

/** Replaces the first occurrence of a text in an open document, as typing would: unsaved. */
export async function replace(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
  const offset = editor.document.getText().indexOf(from);
  if (offset < 0) throw new Error(`"${from}" does not stand in ${editor.document.uri.path}.`);
  const range = new vscode.Range(
    editor.document.positionAt(offset),
    editor.document.positionAt(offset + from.length),
  );
  if (!(await editor.edit((edit) => edit.replace(range, to)))) throw new Error('The edit was refused.');
}

export async function textOnDisk(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

export async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}
