import * as vscode from 'vscode';
import { configPath } from '../../../engine/model/config-path.ts';
import { pathBelow } from '../folder-paths.ts';
import type { FolderWorkspace } from '../folder-workspace.ts';
import type { FolderChange } from './pending-changes.ts';
import type { SessionWork } from './session-work.ts';

/** Tells a session of what editors and the disk say of the files of its folder. */
export class FolderEvents implements vscode.Disposable {
  readonly #folder: vscode.WorkspaceFolder;
  readonly #workspace: Pick<FolderWorkspace, 'forget' | 'isRead' | 'mayBeEntered'>;
  readonly #work: Pick<SessionWork, 'isNamed' | 'onFile' | 'onFolder' | 'onText' | 'reloadInBackground'>;
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(
    folder: vscode.WorkspaceFolder,
    workspace: Pick<FolderWorkspace, 'forget' | 'isRead' | 'mayBeEntered'>,
    work: Pick<SessionWork, 'isNamed' | 'onFile' | 'onFolder' | 'onText' | 'reloadInBackground'>,
  ) {
    this.#folder = folder;
    this.#workspace = workspace;
    this.#work = work;
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**/*'));
    this.#subscriptions = [
      watcher,
      watcher.onDidCreate((uri) => this.#onComeOrGo(uri, 'comes')),
      watcher.onDidChange((uri) => this.#onChange(uri)),
      watcher.onDidDelete((uri) => this.#onComeOrGo(uri, 'goes')),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#onText(document);
        // Unsaved changes are saved or given up: what counts now is the file, if there is one.
        else if (!document.isDirty) this.#onFile(document.uri);
      }),
      vscode.workspace.onDidOpenTextDocument((document) => this.#onText(document)),
      // An editor that is closed without saving leaves what lies on the disk.
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#onFile(uri)),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #isOurs(path: string): boolean {
    return path === configPath || this.#workspace.isRead(path) || this.#work.isNamed(path);
  }

  #onText({ uri }: vscode.TextDocument): void {
    const path = pathBelow(this.#folder, uri);
    if (path !== undefined && this.#isOurs(path)) this.#work.onText(path);
  }

  #onFile(uri: vscode.Uri): void {
    const path = pathBelow(this.#folder, uri);
    if (path === undefined) return;
    if (/(?:^|\/)\.gitignore$/.test(path)) this.#work.reloadInBackground();
    else if (this.#isOurs(path)) this.#work.onFile(path);
  }

  /** A folder that comes or goes may be all that is said of the files in it. */
  #onComeOrGo(uri: vscode.Uri, what: FolderChange): void {
    const path = pathBelow(this.#folder, uri);
    if (path === undefined) return;
    this.#workspace.forget(path);
    this.#onFile(uri);
    if (!this.#isOurs(path) && this.#workspace.mayBeEntered(path)) this.#work.onFolder(path, what);
  }

  /** What went and came again within a moment is said to have changed, a folder too. */
  #onChange(uri: vscode.Uri): void {
    const path = pathBelow(this.#folder, uri);
    if (path === undefined) return;
    const isFile = /\.[^/]+$/.test(path);
    if (!isFile) return this.#onComeOrGo(uri, 'comes');
    if (!this.#isOurs(path)) this.#workspace.forget(path);
    this.#onFile(uri);
  }
}
