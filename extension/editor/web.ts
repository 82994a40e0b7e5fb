import type * as vscode from 'vscode';
import { start, type OutriggerApi, type Parts } from './start.ts';

/** In a browser an extension is one file: engine, holidays and what shows them lie in it and run when something needs them. */
export const host: Parts = {
  loadEngine: () => import('./engine-module.ts'),
  loadSession: () => import('./workspace/folder-session.ts'),
  loadFace: () => import('./face.ts'),
  async loadHolidays(pause) {
    await pause(true);
    // What the calendar is made of, each a third of what it takes to evaluate it.
    await import('moment-timezone');
    await pause(true);
    await import('date-holidays-parser');
    await pause(true);
    const { loadHolidays } = await import('./engine-module.ts');
    return await loadHolidays(() => pause(true));
  },
};

export function activate(context: vscode.ExtensionContext): OutriggerApi {
  return start(context, host);
}
