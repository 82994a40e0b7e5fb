import * as vscode from 'vscode';
import type { DueItem, Finding } from '../engine/index.ts';
import type { Said } from '../engine/model/said.ts';
import type { ReportLanguage } from '../engine/reports.ts';
import type { EngineModule } from './host.ts';
import { createLocaliser, type PhraseKind } from '../language/localiser.ts';
import factTitles from '../language/texts/en/facts.json' with { type: 'json' };

type Modules = Pick<EngineModule, 'templatesOf'>;

/** VS Code loads the bundle of its language before it activates an extension; in English there is none. */
const localiser = createLocaliser(vscode.l10n.bundle);

/** In English this is the message as the command line says it. */
export function localiseFinding(finding: Finding, { templatesOf }: Modules): string {
  return localiser.finding(finding, templatesOf);
}

export function localiseDue(item: DueItem, { templatesOf }: Modules): string {
  return localiser.due(item, templatesOf);
}

/** A description or question of the format, or the summary of a fact; `data` fills `{{name}}`. */
export function localiseText(template: string, data?: Readonly<Record<string, string>>): string {
  return localiser.text(template, data);
}

/** The working of a fact, how a value was read, or a line of a report. */
export function localiseSaid(said: Said): string {
  return localiser.say(said);
}

/** A title of a fix, a remark at a related place, or a word that a fact gives as its value. */
export function localisePhrase(text: string, kind: PhraseKind): string {
  return localiser.phrase(text, kind);
}

/** The engine whose forms say in the language of the editor what is wrong with an answer. */
export function inOwnWords<M extends Pick<EngineModule, 'problemOfSetting' | 'problemOfValue'>>(
  modules: M,
): M {
  return {
    ...modules,
    problemOfSetting: (kind, key, text) => modules.problemOfSetting(kind, key, text, localiseText),
    problemOfValue: (spec, text) => modules.problemOfValue(spec, text, localiseText),
  };
}

/** In English as people read it, which is not quite what the command line writes: names there are for programs too. */
export const reportLanguage: ReportLanguage = {
  say: localiseSaid,
  name: (name) => dateTitle(name) ?? factTitle(name),
  place: (at) => localiser.place(at),
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

/** What a fact is called where people read it: "Last day to start leaving" for `true-last-day`. */
export function factTitle(name: string): string {
  const title = (factTitles as Readonly<Record<string, string>>)[name];
  return title === undefined ? name : localiser.text(title);
}
