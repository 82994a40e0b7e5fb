import * as vscode from 'vscode';
import { registerCommands } from './commands/register-commands.ts';
import { createDiagnostics } from './diagnostics.ts';
import type { Host } from './host.ts';
import { createSessions } from './sessions.ts';

/** What `activate` returns: nothing that changes anything, for the tests to look at. */
export interface OutriggerApi {
  /** Resolves once every folder has been looked at and everything known up to now is judged and shown. */
  settled(): Promise<void>;
  /** The longest slice of a long run so far, in milliseconds. */
  longestSliceMs(): number;
}

/** The composition root: makes everything, hands it to what needs it, and disposes of it with the extension. */
export function start(context: vscode.ExtensionContext, host: Host): OutriggerApi {
  const log = vscode.window.createOutputChannel('Outrigger', { log: true });
  const report = (error: unknown): void =>
    log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const sessions = createSessions(host, report);
  context.subscriptions.push(log, sessions, createDiagnostics(sessions), registerCommands(sessions, host));
  return { settled: sessions.settled, longestSliceMs: sessions.slices.longestMs };
}
