import type { NotRun } from '../model/check-result.ts';
import { say } from '../values/say.ts';
import { english, type ReportLanguage } from './language.ts';
import { shown } from './shown.ts';

/** "Not run: OWN009 (no Git history)." */
export function notRunLines(
  notRun: readonly NotRun[],
  language: ReportLanguage = english,
): readonly string[] {
  return notRun.map(({ codes, said }) =>
    shown(language.say(say('Not run: {{codes}} ({{reason}}).', { codes: codes.join(', '), reason: said }))),
  );
}

/** The same for programs. */
export function notRunData(notRun: readonly NotRun[]): readonly object[] {
  return notRun.map(({ codes, reason }) => ({ codes, reason }));
}
