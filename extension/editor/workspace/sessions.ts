import * as vscode from 'vscode';
import { configPath } from '../../engine/model/config-path.ts';
import { createArrivals } from './arrivals.ts';
import { isMark, marksAndConfigs } from './discovery.ts';
import { FirstLooks } from './first-looks.ts';
import { isAround, pathBelow } from './folder-paths.ts';
import type { FolderSession } from './folder-session.ts';
import { OpenSessions, type SessionHost } from './open-sessions.ts';
import { createSlices, type Slices } from '../slices.ts';

/** The sessions of the folders of a workspace that hold an engagement. */
export interface Sessions extends vscode.Disposable {
  all(): readonly FolderSession[];
  /** The session of the folder that a resource lies in, with its path there. */
  of(uri: vscode.Uri): { readonly session: FolderSession; readonly path: string } | undefined;
  /** A session came, went, or has something new to say. */
  readonly onDidChange: vscode.Event<FolderSession | undefined>;
  /** Begins the session of a folder that holds an engagement by now, or is about to. */
  begin(folder: vscode.WorkspaceFolder): Promise<FolderSession>;
  /** Resolves once every folder has been looked at and everything known up to now is judged. */
  settled(): Promise<void>;
  /** How many times it was asked whether folders hold anything. */
  lookUps(): number;
  readonly slices: Slices;
}

export function createSessions(host: SessionHost, report: (error: unknown) => void): Sessions {
  const slices = createSlices();
  const sessions = new OpenSessions(host, slices, report);
  const looks = new FirstLooks({
    isOpen: (folder) => sessions.isOpen(folder),
    onFound: beginAfterLook,
    report,
  });
  const look = (folder: vscode.WorkspaceFolder): void => looks.begin(folder);

  /** A first engagement came to a folder that had none, or another one to a folder that was never read. */
  function onMark(uri: vscode.Uri): void {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (!folder) return;
    const known = sessions.get(folder);
    if (uri.path.endsWith(`/${configPath}`)) {
      // A session that is there follows it by itself.
      if (!known && pathBelow(folder, uri) === configPath) look(folder);
    } else if (known) void known.reload().catch(report);
    else void beginAfterLook(folder).catch(report);
  }

  /** What came after its folder was looked into, and before anything follows it, is looked for once more. */
  async function beginAfterLook(
    folder: vscode.WorkspaceFolder,
    lookedFor?: readonly string[],
  ): Promise<void> {
    const isUnderWay = sessions.isStarted(folder);
    const session = await sessions.start(folder, lookedFor);
    if (isUnderWay) await session.reload();
  }

  const watcher = vscode.workspace.createFileSystemWatcher(marksAndConfigs, false, true, true);
  // A session follows what comes to its folder by itself.
  const arrivals = createArrivals((folder) => !sessions.get(folder), look);
  const subscriptions = [
    sessions,
    watcher,
    arrivals,
    watcher.onDidCreate(onMark),
    vscode.workspace.onDidOpenTextDocument(({ uri }) => {
      if (isMark(uri.path) && !sessions.of(uri)) onMark(uri);
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const folder of removed) sessions.end(folder);
      added.forEach(look);
      // What lies in a folder of the workspace belongs to it alone, and to the folder around it without it.
      for (const session of sessions.all())
        if ([...added, ...removed].some(({ uri }) => isAround(session.folder.uri, uri)))
          void session.reload().catch(report);
    }),
  ];
  vscode.workspace.workspaceFolders?.forEach(look);

  return {
    all: () => sessions.all(),
    of: (uri) => sessions.of(uri),
    onDidChange: sessions.onDidChange,
    begin: (folder) => sessions.start(folder),
    async settled() {
      await arrivals.settled();
      for (let last = looks.running(); last; last = looks.running()) await last;
      await Promise.all(sessions.all().map((session) => session.settled()));
    },
    lookUps: () => looks.asked(),
    slices,
    dispose() {
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}
