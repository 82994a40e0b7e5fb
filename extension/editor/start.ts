import * as vscode from 'vscode';
import type * as faceModule from './face.ts';
import type { SessionHost } from './workspace/open-sessions.ts';
import { createLog } from './log.ts';
import { createSessions } from './workspace/sessions.ts';
import { readsSwedish } from './read-swedish.ts';
import type { TreeRow } from './tree/row.ts';
import type { TreeSnapshot } from './tree/tree-snapshot.ts';
import { createViewSlot } from './tree/view-slot.ts';

/** Milliseconds, and what was needed by now: for the benchmark of the host, and its tests. */
export interface Timings {
  /** From the first line of `activate` to its last. */
  readonly activateMs: number;
  /** From the end of `activate` until findings were first shown; undefined before. */
  readonly firstShownMs: number | undefined;
  /** The longest slice of a long run since this was last asked. */
  readonly longestSliceMs: number;
  /** Whether anything has needed the engine by now. */
  readonly engineLoaded: boolean;
  /** The same of what shows and asks. */
  readonly faceLoaded: boolean;
  /** How many times it was asked whether folders hold anything. */
  readonly lookUps: number;
}

/** What `activate` returns: nothing that changes anything, for the tests to look at. */
export interface OutriggerApi {
  /** Resolves once every folder has been looked at and everything known up to now is judged and shown. */
  settled(): Promise<void>;
  timings(): Timings;
  /** What the tree, its badge and the status bar show now. */
  tree(): TreeSnapshot;
  /** The HTML of the pages that are open, by their addresses. */
  pages(): ReadonlyMap<string, string>;
  /** How many times the tree has been shown anew. */
  treeRefreshes(): number;
}

/** What is loaded once it is needed. */
export interface Parts extends Omit<SessionHost, 'readSwedish'> {
  /** What shows and asks. */
  loadFace(): Promise<typeof faceModule>;
}

const viewId = 'outrigger.engagements';
const showLog = 'outrigger.showLog';

/**
 * The composition root: looks whether the workspace holds anything, and makes what shows it once it does, or once
 * somebody opens the view or runs a command. Until then almost nothing of the extension is loaded.
 */
export function start(context: vscode.ExtensionContext, given: Parts): OutriggerApi {
  const begun = performance.now();
  const { contributes, version } = context.extension.packageJSON as Manifest;
  const log = createLog(version);
  let engineLoaded = false;
  let firstShown: number | undefined;
  let face: faceModule.Face | undefined;
  let waking: Promise<unknown> | undefined;

  const host: SessionHost = {
    ...given,
    readSwedish: readsSwedish(context.extensionUri),
    async loadEngine() {
      engineLoaded = true;
      await wake();
      return await given.loadEngine();
    },
  };
  const sessions = createSessions(host, log.report);
  const slot = createViewSlot<TreeRow>(viewId, wake);

  /** Commands that wait for the first who runs one. */
  const waiting = contributes.commands
    .map(({ command }) => command)
    .filter((command) => command !== showLog)
    .map((command) =>
      vscode.commands.registerCommand(command, async (...args: readonly unknown[]) => {
        await wake();
        return await vscode.commands.executeCommand(command, ...args);
      }),
    );

  function wake(): Promise<unknown> {
    if (!waking) {
      waking = given.loadFace().then(({ createFace }) => {
        for (const one of waiting) one.dispose();
        face = createFace(sessions, host, slot, log.report);
        context.subscriptions.push(face);
      });
      // Where it cannot be loaded whoever asks next tries again.
      waking.catch(() => (waking = undefined));
    }
    return waking;
  }

  context.subscriptions.push(
    log,
    sessions,
    slot,
    ...waiting,
    vscode.commands.registerCommand(showLog, () => log.show(sessions)),
    sessions.onDidChange(() => (firstShown ??= performance.now())),
  );
  const activated = performance.now();
  return {
    async settled() {
      await sessions.settled();
      await waking;
      await face?.tree.settled();
      await face?.pages.settled();
    },
    tree: () => face?.tree.snapshot() ?? { rows: [], badge: undefined, statusBar: undefined },
    pages: () => face?.pages.open() ?? new Map<string, string>(),
    treeRefreshes: () => face?.tree.refreshes() ?? 0,
    timings: () => ({
      activateMs: activated - begun,
      firstShownMs: firstShown === undefined ? undefined : firstShown - activated,
      longestSliceMs: sessions.slices.takeLongestMs(),
      engineLoaded,
      faceLoaded: face !== undefined,
      lookUps: sessions.lookUps(),
    }),
  };
}

/** What is needed of our own manifest. */
interface Manifest {
  readonly version: string;
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}
