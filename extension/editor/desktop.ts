import type * as vscode from 'vscode';
import { start, type OutriggerApi } from './start.ts';

/**
 * Activation on the desktop and on a remote host. What the engine and everything that shows take to load is paid
 * once a workspace holds an engagement: they lie in the file of the web, which is shipped anyway. What reads a history
 * lies in a third one, for a thread of its own.
 */
export function activate(context: vscode.ExtensionContext): OutriggerApi {
  return start(context, {
    loadEngine: async () => (await import('./web.ts')).host.loadEngine(),
    loadSession: async () => (await import('./web.ts')).host.loadSession(),
    loadFace: async () => (await import('./web.ts')).host.loadFace(),
    loadHolidays: async (pause) => (await import('./web.ts')).host.loadHolidays(pause),
    async openHistories(root, onChange) {
      // oxlint-disable-next-line no-restricted-imports -- the one place that may
      const { HistoriesInThread } = await import('../git/histories-in-thread.ts');
      return new HistoriesInThread({ program: context.asAbsolutePath('dist/git.cjs'), root, onChange });
    },
  });
}
