import * as vscode from 'vscode';
import type { Finding } from '../engine/index.ts';
import type { Said } from '../engine/model/said.ts';
import type { ReportLanguage } from '../engine/reports.ts';
import { createLanguage } from '../language/language.ts';

/** VS Code loads the bundle of its language before it activates an extension; in English there is none. */
export const language = createLanguage(vscode.l10n.bundle);

export function localise(said: Said): string {
  return language.say(said);
}

export function localiseFinding({ said }: Finding): string {
  return language.say(said);
}

/** A text that stands in the schemas: a description, a question. */
export function localiseText(text: string): string {
  return language.say({ template: text, data: {} });
}

/** In English as people read it, which is not quite what the command line writes: names there are for programs too. */
export const reportLanguage: ReportLanguage = {
  say: localise,
  name: (name) => dateTitle(name) ?? language.factTitle(name),
  place: (at) => language.place(at),
};

/** What the dates of a chain are called that are no facts. */
function dateTitle(name: string): string | undefined {
  switch (name) {
    case 'end':
      return vscode.l10n.t('End of the contract');
    case 'handover-deadline':
      return vscode.l10n.t('End of the handover at the latest');
    case 'contract-day':
      return vscode.l10n.t('Last day that the contract leaves');
    default:
      return undefined;
  }
}
