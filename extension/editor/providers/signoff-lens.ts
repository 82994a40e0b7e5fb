import * as vscode from 'vscode';
import type { SignoffStanding } from '../../engine/reports.ts';
import { localise } from '../localise.ts';
import { plainText } from '../plain-text.ts';
import type { Sessions } from '../workspace/sessions.ts';
import { createLens } from './create-lens.ts';

/** Says at the status of a signed document what sign-offs say of it, and asks where it may not hold any more. */
export function createSignoffLens(sessions: Sessions): vscode.Disposable {
  return createLens(sessions, ({ engine, folder }, path, document) => {
    const engagement = engine.engagementOf(path);
    const status = engagement?.documents.find((one) => one.path === path)?.keyPlaces.get('status');
    const standing = engine.signoffStanding(path);
    if (!engagement || !status || !standing || standing.state === 'unsigned') return [];
    const { line } = document.positionAt(status.start);
    const range = new vscode.Range(line, 0, line, 0);
    const target = { folder: folder.uri, engagement: engagement.folder, document: path };
    return commandsOf(standing, target).map((command) => new vscode.CodeLens(range, command));
  });
}

function commandsOf(standing: SignoffStanding, target: object): readonly vscode.Command[] {
  const { changes, suspect } = standing;
  return [
    {
      title: titleOf(standing),
      tooltip: changes.map((change) => plainText(localise(change))).join('\n'),
      command: 'outrigger.showHistory',
      arguments: [target],
    },
    ...(suspect
      ? [
          {
            title: vscode.l10n.t('Still valid?'),
            tooltip: plainText(localise(suspect)),
            command: 'outrigger.stillValid',
            arguments: [target],
          },
        ]
      : []),
  ];
}

function titleOf({ said, changes }: SignoffStanding): string {
  const text = plainText(localise(said));
  if (changes.length === 0) return text;
  return changes.length === 1
    ? vscode.l10n.t('{0}: 1 change', text)
    : vscode.l10n.t('{0}: {1} changes', text, changes.length);
}
