import type * as vscode from 'vscode';
import type { Host } from './host.ts';
import { start, type OutriggerApi } from './start.ts';

/** In a browser an extension is one file: engine and holidays lie in it and run when something needs them. */
export const host: Host = {
  loadEngine: () => import('./engine-module.ts'),
  loadHolidays: async () => (await import('../engine/calendar/holidays.ts')).createHolidays(),
};

export function activate(context: vscode.ExtensionContext): OutriggerApi {
  return start(context, host);
}
