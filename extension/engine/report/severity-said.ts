import type { Severity } from '../model/finding.ts';
import type { Said } from '../model/said.ts';
import { say } from '../values/say.ts';
import type { ReportLanguage } from './language.ts';

/** How heavy a finding is. */
export function severitySaid(severity: Severity): Said {
  switch (severity) {
    case 'error':
      return say('error');
    case 'warning':
      return say('warning');
    case 'info':
      return say('info');
    case 'hint':
      return say('hint');
  }
}

/** How wide a column must be that holds any of them. */
export function severityWidth(language: ReportLanguage): number {
  const all: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
  return Math.max(...all.map((one) => [...language.say(severitySaid(one))].length));
}
