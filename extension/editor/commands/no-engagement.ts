import * as vscode from 'vscode';

/** Says that there is nothing to work on yet, and offers to begin. Resolves at once: nobody waits for an answer. */
export function sayNoEngagement(): void {
  const begin = vscode.l10n.t('Begin One');
  void vscode.window
    .showInformationMessage(vscode.l10n.t('There is no engagement here yet.'), begin)
    .then((chosen) => (chosen === begin ? vscode.commands.executeCommand('outrigger.init') : undefined));
}
