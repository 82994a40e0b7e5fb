import * as vscode from 'vscode';
import type { Sessions } from './workspace/sessions.ts';

/** What went wrong and could not be told anywhere else. */
export interface Log extends vscode.Disposable {
  readonly report: (error: unknown) => void;
  /** Opens it, with what somebody needs to know who is asked for help. */
  show(sessions: Sessions): void;
}

/** The channel is made when there is something to write: most windows never need one. */
export function createLog(version: string): Log {
  let made: vscode.LogOutputChannel | undefined;
  const channel = (): vscode.LogOutputChannel =>
    (made ??= vscode.window.createOutputChannel('Outrigger', { log: true }));
  return {
    report: (error) =>
      channel().error(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    show(sessions) {
      const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
      const engagements = sessions.all().reduce((sum, { engine }) => sum + engine.engagements().length, 0);
      const where = vscode.workspace.isTrusted ? 'trusted' : 'in Restricted Mode';
      channel().info(
        `Outrigger ${version}, VS Code ${vscode.version}, ${where}; folders: ${folders.join(', ') || 'none'}; engagements: ${engagements}.`,
      );
      channel().show();
    },
    dispose: () => made?.dispose(),
  };
}
