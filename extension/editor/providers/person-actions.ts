import * as vscode from 'vscode';
import type { GovernedDocument } from '../../engine/index.ts';
import type { Sessions } from '../workspace/sessions.ts';
import { judgedDocument } from './judged-document.ts';

/** Commands of the light bulb that mend nothing: on a row of People and on the line of the status. */
export function createPersonActions(sessions: Sessions): vscode.Disposable {
  const kind = vscode.CodeActionKind.Empty;
  return vscode.languages.registerCodeActionsProvider(
    { language: 'markdown' },
    {
      provideCodeActions(document, { start }, { only }): vscode.CodeAction[] {
        // Whoever asks for a kind asks for fixes.
        if (only !== undefined) return [];
        const judged = judgedDocument(sessions, document);
        if (!judged) return [];
        const { session, path } = judged;
        const engagement = session.engine.engagementOf(path);
        const governed = engagement?.documents.find((one) => one.path === path);
        if (!engagement || !governed) return [];
        const target = { folder: session.folder.uri, engagement: engagement.folder };
        const person = session.modules.personAtLine(governed, start.line);
        return [
          ...(person === undefined
            ? []
            : [action(vscode.l10n.t('{0} leaves...', person), 'outrigger.leaver', { ...target, person })]),
          ...(isToSign(governed, document, start.line)
            ? [
                action(vscode.l10n.t('Sign this document...'), 'outrigger.sign', {
                  ...target,
                  document: path,
                }),
              ]
            : []),
        ];
      },
    },
    { providedCodeActionKinds: [kind] },
  );
}

/** On the line of the status, where SGN003 and SGN004 speak too. */
function isToSign(governed: GovernedDocument, document: vscode.TextDocument, line: number): boolean {
  const place = governed.keyPlaces.get('status');
  return (
    governed.status === 'active' && place !== undefined && document.positionAt(place.start).line === line
  );
}

function action(title: string, command: string, argument: object): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.Empty);
  made.command = { command, title, arguments: [argument] };
  return made;
}
