import * as vscode from 'vscode';
import type { Engine, Finding } from '../../engine/index.ts';
import type { IsoDate } from '../../engine/model/value.ts';
import { joinUri, pathBelow } from './folder-paths.ts';
import { createFolderWorkspace } from './folder-workspace.ts';
import type { EngineModule, Host } from '../host.ts';
import { createLatest } from './latest.ts';
import { FolderEvents } from './session/folder-events.ts';
import { FolderHistory } from './session/folder-history.ts';
import type { ToldChanges } from './session/told-changes.ts';
import { SessionWork } from './session/session-work.ts';
import type { Slices } from '../slices.ts';

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
  /** A command has written a file: who asks next need not wait until the disk tells of it. */
  wrote(path: string): void;
  /** Today, in the zone of the config, else in UTC. */
  asOf(): IsoDate;
  pathOf(uri: vscode.Uri): string | undefined;
  uriOf(path: string): vscode.Uri;
  /** What the engine was told of, so that one may know whether a file alone has changed. */
  readonly told: Pick<ToldChanges, 'count' | 'haveOthersChanged'>;
  /** What is said of a document whose text has not changed since. */
  findingsOf(path: string): readonly Finding[];
}

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
    (path) => work.onExistence(path),
    lookedFor,
  );
  const history = new FolderHistory(folder, host, { onChange: () => void refresh.begin(), report });
  const engine = modules.createEngine({
    workspace,
    loadHolidays: () => host.loadHolidays(slices.pause),
    historyOf: (path, documents, signed) => history.of(path, documents, signed),
    onHistory: () => work.onHistory(),
  });
  const refresh = createLatest(async (cancellation) => {
    if (await engine.refreshHistory(cancellation)) work.onHistory();
  }, report);
  const work = new SessionWork({ engine, workspace, onJudged: () => changed.fire(), report });
  const events = new FolderEvents(folder, workspace, work);

  return {
    folder,
    engine,
    modules,
    isReady: () => work.isReady(),
    told: work.told,
    onDidChange: changed.event,
    reload: () => work.reload(),
    settled: () => work.settled(),
    wrote: (path) => work.onFile(path),
    asOf: () => modules.dayAt(Date.now(), engine.config.zone),
    pathOf: (uri) => pathBelow(folder, uri),
    uriOf: (path) => joinUri(folder, path),
    findingsOf(path) {
      return engine.findings().flatMap(({ byPath }) => byPath.get(path) ?? []);
    },
    dispose() {
      refresh.abort();
      history.dispose();
      work.dispose();
      changed.dispose();
      events.dispose();
    },
  };
}
