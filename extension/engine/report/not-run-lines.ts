import type { NotRun } from '../model/check-result.ts';
import { shown } from './shown.ts';

/** "Not run: OWN009 (no Git history)." */
export function notRunLines(notRun: readonly NotRun[]): readonly string[] {
  return notRun.map(({ codes, reason }) => `Not run: ${codes.join(', ')} (${shown(reason)}).`);
}

/** The same for programs. */
export function notRunData(notRun: readonly NotRun[]): readonly object[] {
  return notRun.map(({ codes, reason }) => ({ codes, reason }));
}
