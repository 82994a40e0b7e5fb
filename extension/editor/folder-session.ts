import * as vscode from 'vscode';
import type { Engine, Finding } from '../engine/index.ts';
import { configPath } from '../engine/model/config-path.ts';
import type { IsoDate } from '../engine/model/value.ts';
import { joinUri, pathBelow } from './folder-paths.ts';
import { createFolderWorkspace } from './folder-workspace.ts';
import type { EngineModule, Host } from './host.ts';
import type { Slices } from './slices.ts';

/** One workspace folder with its engine, kept up to date with editors and disk. */
export interface FolderSession extends vscode.Disposable {
  readonly folder: vscode.WorkspaceFolder;
  readonly engine: Engine;
  readonly modules: EngineModule;
  /** Whether everything has been read and judged once. */
  isReady(): boolean;
  /** Whether everything is being read, for the first time or again; until that has ended, answers are not whole. */
  isLoading(): boolean;
  /** After each change that the engine was told of, once it has judged it. */
  readonly onDidChange: vscode.Event<void>;
  /** Reads everything again. Resolves once it is judged; a later call takes over from an earlier one. */
  reload(): Promise<void>;
  /** Resolves once everything that editors and disk have said up to now is judged. */
  settled(): Promise<void>;
  /** Today, in the zone of the config, else in UTC. */
  asOf(): IsoDate;
  pathOf(uri: vscode.Uri): string | undefined;
  uriOf(path: string): vscode.Uri;
  /** What is said of a document whose text has not changed since. */
  findingsOf(path: string): readonly Finding[];
}

/** Milliseconds of silence after a keystroke before the text is judged. */
const typingPauseMs = 120;

export function createFolderSession(
  folder: vscode.WorkspaceFolder,
  modules: EngineModule,
  host: Host,
  slices: Slices,
  report: (error: unknown) => void,
): FolderSession {
  const changed = new vscode.EventEmitter<void>();
  const workspace = createFolderWorkspace(folder, modules.createIgnoreRules, slices.pause, (path) => {
    engine.update(path, undefined);
    schedule(0);
  });
  const engine = modules.createEngine({ workspace, loadHolidays: host.loadHolidays });
  /** Files whose content is to be asked for, and those being asked for with the number of the newest question. */
  const waiting = new Set<string>();
  const asked = new Map<string, number>();
  const waiters: (() => void)[] = [];
  let questions = 0;
  let reading = 0;
  let loading: { aborted: boolean } | undefined;
  let ready = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDisposed = false;

  async function reload(): Promise<void> {
    if (loading) loading.aborted = true;
    const mine = (loading = { aborted: false });
    try {
      await engine.load(mine);
      if (!mine.aborted) await engine.settle(mine);
    } finally {
      if (loading === mine) loading = undefined;
    }
    if (mine.aborted) return;
    ready = true;
    schedule(0);
  }

  /** Tells the engine what is new, and everybody else that something is, after so many milliseconds of silence. */
  function schedule(afterMs: number): void {
    if (isDisposed) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      flush();
    }, afterMs);
  }

  function flush(): void {
    for (const path of waiting) void ask(path);
    waiting.clear();
    if (!ready || loading) return;
    changed.fire();
    if (isIdle()) for (const done of waiters.splice(0)) done();
  }

  function isIdle(): boolean {
    return ready && !loading && reading === 0 && waiting.size === 0 && timer === undefined;
  }

  /** Asks for what a file holds now. Of several answers the last question's counts. */
  async function ask(path: string): Promise<void> {
    const question = ++questions;
    asked.set(path, question);
    reading++;
    try {
      const content = await workspace.content(path);
      if (isDisposed || asked.get(path) !== question) return;
      asked.delete(path);
      tell(path, content);
    } catch (error) {
      report(error);
    } finally {
      reading--;
      schedule(0);
    }
  }

  function tell(path: string, content: Parameters<Engine['update']>[1]): void {
    if (path === configPath) void reload().catch(report);
    else engine.update(path, content);
  }

  function isOurs(path: string): boolean {
    return path === configPath || workspace.isRead(path);
  }

  function onText(document: vscode.TextDocument): void {
    const path = pathBelow(folder, document.uri);
    if (path === undefined || !isOurs(path)) return;
    // What an editor holds is known at once, and is newer than what any question to the disk brings.
    asked.delete(path);
    waiting.add(path);
    schedule(typingPauseMs);
  }

  function onFile(uri: vscode.Uri, comesOrGoes: boolean): void {
    const path = pathBelow(folder, uri);
    if (path === undefined) return;
    if (comesOrGoes) workspace.forget(path);
    if (isOurs(path)) wait([path]);
  }

  /** A folder that comes or goes may be all that is said of the files in it. */
  async function onFolder(uri: vscode.Uri, comes: boolean): Promise<void> {
    const path = pathBelow(folder, uri);
    if (path === undefined || isOurs(path)) return;
    reading++;
    try {
      wait(comes ? await workspace.filesBelow(path) : workspace.knownBelow(path));
    } finally {
      reading--;
      schedule(0);
    }
  }

  function wait(paths: readonly string[]): void {
    for (const path of paths) waiting.add(path);
    schedule(0);
  }

  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**/*'));
  const subscriptions = [
    changed,
    watcher,
    watcher.onDidCreate((uri) => {
      onFile(uri, true);
      onFolder(uri, true).catch(report);
    }),
    watcher.onDidChange((uri) => onFile(uri, false)),
    watcher.onDidDelete((uri) => {
      onFile(uri, true);
      onFolder(uri, false).catch(report);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) onText(document);
      // Unsaved changes are saved or given up: what counts now is the file, if there is one.
      else if (!document.isDirty) onFile(document.uri, false);
    }),
    vscode.workspace.onDidOpenTextDocument(onText),
    // An editor that is closed without saving leaves what lies on the disk.
    vscode.workspace.onDidCloseTextDocument((document) => onFile(document.uri, false)),
  ];

  return {
    folder,
    engine,
    modules,
    isReady: () => ready,
    isLoading: () => loading !== undefined,
    onDidChange: changed.event,
    reload,
    settled() {
      if (isIdle()) return Promise.resolve();
      return new Promise((resolve) => waiters.push(resolve));
    },
    asOf: () => modules.dayAt(Date.now(), engine.config.zone),
    pathOf: (uri) => pathBelow(folder, uri),
    uriOf: (path) => joinUri(folder, path),
    findingsOf(path) {
      return engine.findings().flatMap(({ byPath }) => byPath.get(path) ?? []);
    },
    dispose() {
      isDisposed = true;
      clearTimeout(timer);
      if (loading) loading.aborted = true;
      for (const subscription of subscriptions) subscription.dispose();
      for (const done of waiters.splice(0)) done();
    },
  };
}
