import * as vscode from 'vscode';
import type { CheckResult } from '../../engine/index.ts';
import { plainText } from '../plain-text.ts';
import type { CommandContext } from './command-context.ts';
import { sayNoEngagement } from './no-engagement.ts';

type Summary = CheckResult['summary'];

/** `outrigger.checkWorkspace`: reads everything again, shows the findings and says how many there are. */
export async function checkWorkspace({ sessions }: CommandContext): Promise<Summary | undefined> {
  const summaries = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Outrigger is reading the documents') },
    async () => {
      await sessions.settled();
      const all = sessions.all();
      await Promise.all(all.map((session) => session.reload()));
      await Promise.all(all.map((session) => session.settled()));
      return all.map(({ engine }) => engine.check().summary);
    },
  );
  const summary = summaries.reduce<Summary | undefined>(
    (sum, one) => (sum ? added(sum, one) : one),
    undefined,
  );
  if (!summary || (summary.engagements === 0 && summary.errors === 0)) {
    sayNoEngagement();
    return summary;
  }
  await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
  const { engagements, documents, errors, warnings, infos, hints, accepted, questions } = summary;
  void vscode.window.showInformationMessage(
    plainText(
      vscode.l10n.t(
        'Errors: {0}, warnings: {1}, remarks: {2}, questions left: {3}. Accepted deviations: {4}. Documents read: {5}, engagements: {6}.',
        errors,
        warnings,
        infos + hints,
        questions,
        accepted,
        documents,
        engagements,
      ),
    ),
  );
  return summary;
}

function added(a: Summary, b: Summary): Summary {
  return {
    engagements: a.engagements + b.engagements,
    documents: a.documents + b.documents,
    tables: a.tables + b.tables,
    cells: a.cells + b.cells,
    names: a.names + b.names,
    errors: a.errors + b.errors,
    warnings: a.warnings + b.warnings,
    infos: a.infos + b.infos,
    hints: a.hints + b.hints,
    accepted: a.accepted + b.accepted,
    questions: a.questions + b.questions,
  };
}
