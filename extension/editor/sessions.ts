import * as vscode from 'vscode';
import { configPath } from '../engine/model/config-path.ts';
import { createArrivals } from './arrivals.ts';
import { isMark, lookInto, marksAndConfigs } from './discovery.ts';
import { isAround, pathBelow } from './folder-paths.ts';
import { createFolderSession, type FolderSession } from './folder-session.ts';
import type { Host } from './host.ts';
import { createSlices, type Slices } from './slices.ts';

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

export function createSessions(host: Host, report: (error: unknown) => void): Sessions {
  const changed = new vscode.EventEmitter<FolderSession | undefined>();
  const sessions = new Map<string, FolderSession>();
  /** Sessions that have begun, whole or not yet. */
  const starting = new Map<string, Promise<FolderSession>>();
  const looks = new Set<Promise<void>>();
  const slices = createSlices();
  let lookUps = 0;
  let isDisposed = false;

  function look(folder: vscode.WorkspaceFolder): void {
    const looked = lookInto(folder)
      .then(async ({ holds, asked, engagements }) => {
        lookUps += asked;
        if (holds && isOpen(folder)) await beginAfterLook(folder, engagements);
      })
      .catch(report)
      .finally(() => looks.delete(looked));
    looks.add(looked);
  }

  /** Between a question and its answer a folder may have left the workspace. */
  function isOpen({ uri }: vscode.WorkspaceFolder): boolean {
    const address = uri.toString();
    return (
      !isDisposed && (vscode.workspace.workspaceFolders ?? []).some((one) => one.uri.toString() === address)
    );
  }

  function start(folder: vscode.WorkspaceFolder, lookedFor?: readonly string[]): Promise<FolderSession> {
    const key = folder.uri.toString();
    const known = starting.get(key);
    if (known) return known;
    const started = open(folder, key, lookedFor);
    starting.set(key, started);
    // What could not be read is begun anew by the next who asks.
    started.catch(() => starting.delete(key));
    return started;
  }

  async function open(
    folder: vscode.WorkspaceFolder,
    key: string,
    lookedFor?: readonly string[],
  ): Promise<FolderSession> {
    const modules = await host.loadEngine();
    if (!isOpen(folder)) throw new Error(`"${folder.name}" is no longer open.`);
    const session = createFolderSession(folder, modules, host, slices, report, lookedFor);
    sessions.set(key, session);
    session.onDidChange(() => changed.fire(session));
    try {
      await session.reload();
    } catch (error) {
      end(key);
      throw error;
    }
    return session;
  }

  function end(key: string): void {
    starting.delete(key);
    sessions.get(key)?.dispose();
    if (sessions.delete(key)) changed.fire(undefined);
  }

  /** A first engagement came to a folder that had none, or another one to a folder that was never read. */
  function onMark(uri: vscode.Uri): void {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (!folder) return;
    const known = sessions.get(folder.uri.toString());
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
    const isUnderWay = starting.has(folder.uri.toString());
    const session = await start(folder, lookedFor);
    if (isUnderWay) await session.reload();
  }

  const watcher = vscode.workspace.createFileSystemWatcher(marksAndConfigs, false, true, true);
  // A session follows what comes to its folder by itself.
  const arrivals = createArrivals(({ uri }) => !sessions.has(uri.toString()), look);
  const subscriptions = [
    changed,
    watcher,
    arrivals,
    watcher.onDidCreate(onMark),
    vscode.workspace.onDidOpenTextDocument(({ uri }) => {
      if (isMark(uri.path) && !ofUri(uri)) onMark(uri);
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) end(uri.toString());
      added.forEach(look);
      // What lies in a folder of the workspace belongs to it alone, and to the folder around it without it.
      for (const session of sessions.values())
        if ([...added, ...removed].some(({ uri }) => isAround(session.folder.uri, uri)))
          void session.reload().catch(report);
    }),
  ];
  vscode.workspace.workspaceFolders?.forEach(look);

  function ofUri(uri: vscode.Uri): ReturnType<Sessions['of']> {
    for (const session of sessions.values()) {
      const path = session.pathOf(uri);
      if (path !== undefined) return { session, path };
    }
    return undefined;
  }

  return {
    all: () => [...sessions.values()],
    of: ofUri,
    onDidChange: changed.event,
    begin: (folder) => start(folder),
    async settled() {
      await arrivals.settled();
      while (looks.size > 0) await Promise.all(looks);
      await Promise.all([...sessions.values()].map((session) => session.settled()));
    },
    lookUps: () => lookUps,
    slices,
    dispose() {
      isDisposed = true;
      for (const session of sessions.values()) session.dispose();
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}
