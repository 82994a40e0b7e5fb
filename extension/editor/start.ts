import * as vscode from 'vscode';
import { createCodeActions } from './code-actions.ts';
import { createDefinitions } from './definition.ts';
import { registerCommands } from './commands/register-commands.ts';
import { createDiagnostics } from './diagnostics.ts';
import type { Host } from './host.ts';
import { createHovers } from './hover.ts';
import { createSessions } from './sessions.ts';
import { createEngagementTree } from './tree/engagement-tree.ts';
import type { TreeSnapshot } from './tree/tree-snapshot.ts';

/** Milliseconds, for the benchmark of the host. */
export interface Timings {
  /** From the first line of `activate` to its last. */
  readonly activateMs: number;
  /** From the end of `activate` until findings were first shown; undefined before. */
  readonly firstShownMs: number | undefined;
  /** The longest slice of a long run since this was last asked. */
  readonly longestSliceMs: number;
  /** Whether anything has needed the engine by now. */
  readonly engineLoaded: boolean;
}

/** What `activate` returns: nothing that changes anything, for the tests to look at. */
export interface OutriggerApi {
  /** Resolves once every folder has been looked at and everything known up to now is judged and shown. */
  settled(): Promise<void>;
  timings(): Timings;
  /** What the tree, its badge and the status bar show now. */
  tree(): TreeSnapshot;
  /** How many times the tree has been shown anew. */
  treeRefreshes(): number;
}

/** The composition root: makes everything, hands it to what needs it, and disposes of it with the extension. */
export function start(context: vscode.ExtensionContext, given: Host): OutriggerApi {
  const begun = performance.now();
  let engineLoaded = false;
  const host: Host = {
    ...given,
    loadEngine() {
      engineLoaded = true;
      return given.loadEngine();
    },
  };
  const log = vscode.window.createOutputChannel('Outrigger', { log: true });
  const report = (error: unknown): void =>
    log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const sessions = createSessions(host, report);
  const tree = createEngagementTree(sessions, host, report);
  context.subscriptions.push(log, sessions, createDiagnostics(sessions), tree);
  context.subscriptions.push(registerCommands(sessions, host));
  context.subscriptions.push(
    createHovers(sessions),
    createDefinitions(sessions),
    createCodeActions(sessions, report),
  );
  let firstShown: number | undefined;
  context.subscriptions.push(sessions.onDidChange(() => (firstShown ??= performance.now())));
  const activated = performance.now();
  return {
    async settled() {
      await sessions.settled();
      await tree.settled();
    },
    tree: tree.snapshot,
    treeRefreshes: tree.refreshes,
    timings: () => ({
      activateMs: activated - begun,
      firstShownMs: firstShown === undefined ? undefined : firstShown - activated,
      longestSliceMs: sessions.slices.takeLongestMs(),
      engineLoaded,
    }),
  };
}
