import * as vscode from 'vscode';
import { readFileSync } from 'node:fs';
import { sep } from 'path';
import { history } from '../../git/history.ts';
import { duration } from '../values/duration.ts';

/** Wrong, line by line: the editor, Node, Git, a layer above, the global object, the clock, the locale. */
export async function everythingForbidden(): Promise<unknown[]> {
  const host = globalThis as unknown as { process: unknown };
  const fs = await import('node:fs/promises');
  const now = new Date();
  const text = ['b', 'a'].sort((one, other) => one.localeCompare(other)).join(sep);
  return [vscode, readFileSync, history, duration, host.process, fs, now, text.toLocaleUpperCase(), Math.random()];
}
