import * as vscode from 'vscode';
import { createDiagnostics } from './diagnostics.ts';
import type { Host } from './host.ts';
import { createSessions } from './sessions.ts';
import { createEngagementTree } from './tree/engagement-tree.ts';
import type { TreeSnapshot } from './tree/tree-snapshot.ts';

/** What `activate` returns: nothing that changes anything, for the tests to look at. */
export interface OutriggerApi {
  /** Resolves once every folder has been looked at and everything known up to now is judged and shown. */
  settled(): Promise<void>;
  /** The longest slice of a long run so far, in milliseconds. */
  longestSliceMs(): number;
  /** What the tree, its badge and the status bar show now. */
  tree(): TreeSnapshot;
}

/** The composition root: makes everything, hands it to what needs it, and disposes of it with the extension. */
export function start(context: vscode.ExtensionContext, host: Host): OutriggerApi {
  const log = vscode.window.createOutputChannel('Outrigger', { log: true });
  const report = (error: unknown): void =>
    log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const sessions = createSessions(host, report);
  const tree = createEngagementTree(sessions, host, report);
  context.subscriptions.push(log, sessions, createDiagnostics(sessions), tree);
  return {
    async settled() {
      await sessions.settled();
      await tree.settled();
    },
    longestSliceMs: sessions.slices.longestMs,
    tree: tree.snapshot,
  };
}
