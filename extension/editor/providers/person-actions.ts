import * as vscode from 'vscode';
import type { Sessions } from '../workspace/sessions.ts';
import { bulbCommand, bulbKind, bulbPlace, isAtStatus } from './bulb-command.ts';

/** Commands of the light bulb that mend nothing: on a row of People and on the line of the status. */
export function createPersonActions(sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { language: 'markdown' },
    {
      provideCodeActions(document, { start }, { only }): vscode.CodeAction[] {
        // Whoever asks for a kind asks for fixes.
        const place = only === undefined ? bulbPlace(sessions, document, start.line) : undefined;
        if (!place) return [];
        const { session, governed, target } = place;
        const person = session.modules.personAtLine(governed, start.line);
        // SGN003 and SGN004 speak at the status too.
        const isToSign = governed.status === 'active' && isAtStatus(place, document);
        return [
          ...(person === undefined
            ? []
            : [
                bulbCommand(vscode.l10n.t('{0} leaves...', person), 'outrigger.leaver', {
                  ...target,
                  person,
                }),
              ]),
          ...(isToSign
            ? [
                bulbCommand(vscode.l10n.t('Sign this document...'), 'outrigger.sign', {
                  ...target,
                  document: governed.path,
                }),
              ]
            : []),
        ];
      },
    },
    { providedCodeActionKinds: [bulbKind] },
  );
}
