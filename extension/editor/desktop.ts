import type * as vscode from 'vscode';
import { start, type OutriggerApi } from './start.ts';

/**
 * Activation on the desktop and on a remote host. What the engine and everything that shows take to load is paid
 * once a workspace holds an engagement: they lie in the file of the web, which is shipped anyway.
 */
export function activate(context: vscode.ExtensionContext): OutriggerApi {
  return start(context, {
    loadEngine: async () => (await import('./web.ts')).host.loadEngine(),
    loadSession: async () => (await import('./web.ts')).host.loadSession(),
    loadFace: async () => (await import('./web.ts')).host.loadFace(),
    loadHolidays: async (pause) => (await import('./web.ts')).host.loadHolidays(pause),
  });
}
