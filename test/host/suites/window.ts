import * as vscode from 'vscode';
import { noFolders } from '../suite/report.ts';
import type { OutriggerApi } from '../../../extension/editor/start.ts';
import type { RowSnapshot } from '../../../extension/editor/tree/tree-snapshot.ts';

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

/** Resolves with the folders of the window once there are so many: it may be there before they are. */
export async function openFolders(count: number): Promise<readonly vscode.WorkspaceFolder[]> {
  const folders = (): readonly vscode.WorkspaceFolder[] => vscode.workspace.workspaceFolders ?? [];
  await until(
    vscode.workspace.onDidChangeWorkspaceFolders,
    () => folders().length === count,
    () => `${folders().length} folders of ${String(vscode.workspace.workspaceFile)} are open`,
  ).catch((error: unknown) => {
    if (folders().length === 0) console.log(noFolders);
    throw error;
  });
  return folders();
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
  ms = 20_000,
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

/** The position that `^` marks in a text that stands in the document once. */
export function positionOf(document: vscode.TextDocument, marked: string): vscode.Position {
  const text = document.getText();
  const sought = marked.replace('^', '');
  const offset = text.indexOf(sought);
  if (offset < 0 || text.includes(sought, offset + 1))
    throw new Error(`"${sought}" does not stand in ${document.uri.path} exactly once.`);
  return document.positionAt(offset + marked.indexOf('^'));
}

/** Every row of the tree as it is now, with those that stand below it. */
export async function rows(): Promise<readonly RowSnapshot[]> {
  const withChildren = (row: RowSnapshot): readonly RowSnapshot[] => [
    row,
    ...row.children.flatMap(withChildren),
  ];
  return (await outrigger()).tree().rows.flatMap(withChildren);
}

/** Ours in the whole workspace, by path below it. */
export function allDiagnostics(): ReadonlyMap<string, readonly vscode.Diagnostic[]> {
  return new Map(
    vscode.languages
      .getDiagnostics()
      .map(
        ([uri, all]) =>
          [vscode.workspace.asRelativePath(uri), all.filter(({ source }) => source === 'outrigger')] as const,
      )
      .filter(([, its]) => its.length > 0),
  );
}

/**
 * Resolves once the condition holds when everything known is judged and shown. It is asked again whenever
 * files or diagnostics have changed: of the tree itself no event tells.
 */
export async function untilShown(
  holds: () => boolean | Promise<boolean>,
  what: () => string | Promise<string>,
  ms = 20_000,
): Promise<void> {
  const api = await outrigger();
  let isLate = false;
  let wake = (): void => {};
  const late = setTimeout(() => {
    isLate = true;
    wake();
  }, ms);
  let news = false;
  const tell = (): void => {
    news = true;
    wake();
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**');
  const subscriptions = [
    watcher,
    watcher.onDidCreate(tell),
    watcher.onDidChange(tell),
    watcher.onDidDelete(tell),
    vscode.languages.onDidChangeDiagnostics(tell),
    vscode.workspace.onDidChangeWorkspaceFolders(tell),
  ];
  try {
    for (;;) {
      news = false;
      await api.settled();
      if (await holds()) return;
      if (isLate) throw new Error(`Not within ${ms} ms: ${await what()}`);
      if (!news) await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    clearTimeout(late);
    for (const one of subscriptions) one.dispose();
  }
}

/** Closes every editor without saving anything. */
export async function closeEditors(): Promise<void> {
  while (vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0))
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

/** Runs a command of ours that asks, and takes what it proposes each time. */
export async function acceptProposals<T>(command: string, argument?: unknown): Promise<T> {
  const done = Promise.resolve(vscode.commands.executeCommand<T>(command, argument));
  // No event says that a question has been shown, and to accept where there is none does nothing.
  for (let tries = 0; tries < 400; tries++) {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    const soon = new Promise<false>((resolve) => setTimeout(() => resolve(false), 50));
    if (await Promise.race([done.then(() => true), soon])) return await done;
  }
  throw new Error(`"${command}" still asks.`);
}
