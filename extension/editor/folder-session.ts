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
  /** After each change that the engine was told of, once it has judged it. */
  readonly onDidChange: vscode.Event<void>;
  /** Reads everything again. Resolves once it is judged; rejects where it cannot be read at all. */
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
/** The same of the config, for which everything is read again. */
const configPauseMs = 600;
/** While changes keep coming, what is known is shown this often. */
const showAtLeastMs = 1000;
/** Questions to the host at a time. */
const readsAtOnce = 32;

export function createFolderSession(
  folder: vscode.WorkspaceFolder,
  modules: EngineModule,
  host: Host,
  slices: Slices,
  report: (error: unknown) => void,
  lookedFor?: readonly string[],
): FolderSession {
  const changed = new vscode.EventEmitter<void>();
  const workspace = createFolderWorkspace(
    folder,
    modules.createIgnoreRules,
    slices.pause,
    (path) => {
      engine.update(path, undefined);
      isNews = true;
      wake(0);
    },
    lookedFor,
  );
  const engine = modules.createEngine({ workspace, loadHolidays: () => host.loadHolidays(slices.pause) });
  /** Files to ask for, and folders of which it is to be seen what they hold, or held. */
  const files = new Set<string>();
  const folders = new Map<string, 'comes' | 'goes'>();
  /** Those who wait for the next time that everything has been read. */
  let reloads: { resolve(): void; reject(error: unknown): void }[] = [];
  const waiters: (() => void)[] = [];
  const life = { aborted: false };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let loading = false;
  let ready = false;
  let isNews = false;
  let shownAt = 0;

  /** Works after so many milliseconds of silence. */
  function wake(afterMs: number): void {
    if (life.aborted) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      if (!running) work().catch(report);
    }, afterMs);
  }

  /** What has changed, one thing after the other, so that a later answer is never overtaken by an earlier one. */
  async function work(): Promise<void> {
    running = true;
    try {
      while (mayGoOn()) {
        if (reloads.length > 0 && !loading) void readEverything();
        await readChanges();
        if (ready && isNews && (!isAsking() || performance.now() - shownAt > showAtLeastMs)) await tell();
      }
    } finally {
      running = false;
      if (isIdle()) for (const done of waiters.splice(0)) done();
    }
  }

  /** A keystroke sets the timer anew, and what is left is done when the hands rest. */
  function mayGoOn(): boolean {
    return !life.aborted && timer === undefined && hasWork();
  }

  function isAsking(): boolean {
    return files.size > 0 || folders.size > 0;
  }

  function hasWork(): boolean {
    return isAsking() || (reloads.length > 0 && !loading) || (ready && isNews);
  }

  function isIdle(): boolean {
    return life.aborted || (!running && !loading && timer === undefined && !hasWork());
  }

  /** Beside everything else, and once at a time: whoever asks for it meanwhile is answered by the next one. */
  async function readEverything(): Promise<void> {
    loading = true;
    const asked = reloads;
    reloads = [];
    try {
      await engine.reload(life);
      ready = true;
      isNews = true;
      for (const { resolve } of asked) resolve();
    } catch (error) {
      for (const { reject } of asked) reject(error);
    } finally {
      loading = false;
      wake(0);
    }
  }

  async function readChanges(): Promise<void> {
    for (const [path, what] of takeAll(folders)) {
      for (const file of workspace.knownBelow(path)) files.add(file);
      if (what === 'comes') for (const file of await workspace.filesBelow(path)) files.add(file);
    }
    const asked = [...files];
    files.clear();
    for (let i = 0; i < asked.length; i += readsAtOnce)
      await Promise.all(asked.slice(i, i + readsAtOnce).map(readFile));
  }

  async function readFile(path: string): Promise<void> {
    const content = await workspace.read(path);
    // It has changed once more: what was asked is no longer what it holds.
    if (life.aborted || files.has(path)) return;
    if (path !== configPath) engine.update(path, content);
    else if ((content?.kind === 'text' ? content.text : undefined) !== engine.textOf(configPath))
      void reload().catch(report);
    isNews = true;
  }

  /** Judges what is new in slices, then lets everybody know. */
  async function tell(): Promise<void> {
    isNews = false;
    await engine.settle(life);
    if (life.aborted) return;
    shownAt = performance.now();
    changed.fire();
  }

  function reload(): Promise<void> {
    if (life.aborted) return Promise.resolve();
    return new Promise((resolve, reject) => {
      reloads.push({ resolve, reject });
      wake(0);
    });
  }

  function isOurs(path: string): boolean {
    return path === configPath || workspace.isRead(path);
  }

  function onText({ uri }: vscode.TextDocument): void {
    const path = pathBelow(folder, uri);
    if (path === undefined || !isOurs(path)) return;
    files.add(path);
    wake(path === configPath ? configPauseMs : typingPauseMs);
  }

  function onFile(uri: vscode.Uri): void {
    const path = pathBelow(folder, uri);
    if (path === undefined) return;
    if (/(?:^|\/)\.gitignore$/.test(path)) {
      void reload().catch(report);
    } else if (isOurs(path)) {
      files.add(path);
      wake(timer === undefined ? 0 : typingPauseMs);
    }
  }

  /** A folder that comes or goes may be all that is said of the files in it. */
  function onComeOrGo(uri: vscode.Uri, what: 'comes' | 'goes'): void {
    const path = pathBelow(folder, uri);
    if (path === undefined) return;
    workspace.forget(path);
    onFile(uri);
    if (isOurs(path) || !workspace.mayBeEntered(path)) return;
    folders.set(path, what);
    wake(timer === undefined ? 0 : typingPauseMs);
  }

  /** What went and came again within a moment is said to have changed, a folder too. */
  function onChange(uri: vscode.Uri): void {
    const path = pathBelow(folder, uri);
    if (path === undefined) return;
    const isFile = /\.[^/]+$/.test(path);
    if (!isFile) return onComeOrGo(uri, 'comes');
    if (!isOurs(path)) workspace.forget(path);
    onFile(uri);
  }

  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**/*'));
  const subscriptions = [
    changed,
    watcher,
    watcher.onDidCreate((uri) => onComeOrGo(uri, 'comes')),
    watcher.onDidChange(onChange),
    watcher.onDidDelete((uri) => onComeOrGo(uri, 'goes')),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) onText(document);
      // Unsaved changes are saved or given up: what counts now is the file, if there is one.
      else if (!document.isDirty) onFile(document.uri);
    }),
    vscode.workspace.onDidOpenTextDocument(onText),
    // An editor that is closed without saving leaves what lies on the disk.
    vscode.workspace.onDidCloseTextDocument(({ uri }) => onFile(uri)),
  ];

  return {
    folder,
    engine,
    modules,
    isReady: () => ready,
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
      life.aborted = true;
      clearTimeout(timer);
      timer = undefined;
      for (const subscription of subscriptions) subscription.dispose();
      for (const { resolve } of reloads.splice(0)) resolve();
      for (const done of waiters.splice(0)) done();
    },
  };
}

/** The entries of a map, which is empty then. */
function takeAll<K, V>(map: Map<K, V>): readonly (readonly [K, V])[] {
  const taken = [...map];
  map.clear();
  return taken;
}
