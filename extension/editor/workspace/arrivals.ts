import * as vscode from 'vscode';

/** Milliseconds of silence after which what has come is looked at: a build or a checkout writes many files at once. */
const silenceMs = 300;
/** Of that many only the first are asked whether they are folders. */
const askedAtMost = 50;

/** Tells of folders that come as a whole, by a move or a checkout: the disk may tell of them alone, and not of what they hold. */
export interface Arrivals extends vscode.Disposable {
  /** Resolves once everything that has come up to now is looked at. */
  settled(): Promise<void>;
}

/** Calls `look` with each workspace folder in which folders have come; `isAwaited` says in which of them that matters. */
export function createArrivals(
  isAwaited: (folder: vscode.WorkspaceFolder) => boolean,
  look: (folder: vscode.WorkspaceFolder) => void,
): Arrivals {
  const waiting: vscode.Uri[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looking = Promise.resolve();

  function onCreate(uri: vscode.Uri): void {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (!folder || !isAwaited(folder) || /\/(?:node_modules|\.git)(?:\/|$)/.test(uri.path)) return;
    if (waiting.length < askedAtMost) waiting.push(uri);
    clearTimeout(timer);
    timer = setTimeout(begin, silenceMs);
  }

  function begin(): void {
    clearTimeout(timer);
    timer = undefined;
    const uris = waiting.splice(0);
    looking = looking.then(() => lookAt(uris));
  }

  async function lookAt(uris: readonly vscode.Uri[]): Promise<void> {
    const folders = new Set<vscode.WorkspaceFolder>();
    for (const uri of uris) {
      const folder = vscode.workspace.getWorkspaceFolder(uri);
      if (folder && !folders.has(folder) && isAwaited(folder) && (await isFolder(uri))) folders.add(folder);
    }
    for (const folder of folders) look(folder);
  }

  const watcher = vscode.workspace.createFileSystemWatcher('**', false, true, true);
  const subscription = watcher.onDidCreate(onCreate);
  return {
    async settled() {
      if (timer !== undefined) begin();
      await looking;
    },
    dispose() {
      clearTimeout(timer);
      vscode.Disposable.from(watcher, subscription).dispose();
    },
  };
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false; // it has gone again
  }
}
