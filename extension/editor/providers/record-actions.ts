import * as vscode from 'vscode';
import type { Sessions } from '../workspace/sessions.ts';
import { bulbCommand, bulbKind, bulbPlace, isAtStatus, type BulbPlace } from './bulb-command.ts';

/**
 * Commands of the light bulb about records: on a row of Meetings, at the status and the title of a draft, and on a row of
 * Results whose credit is due.
 */
export function createRecordActions(sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { language: 'markdown' },
    {
      async provideCodeActions(document, { start }, { only }): Promise<vscode.CodeAction[]> {
        // Whoever asks for a kind asks for fixes.
        const place = only === undefined ? bulbPlace(sessions, document, start.line) : undefined;
        if (!place) return [];
        return [
          ...meetingActions(place),
          ...draftActions(place, document),
          ...(await claimActions(place, document)),
        ];
      },
    },
    { providedCodeActionKinds: [bulbKind] },
  );
}

function meetingActions({ session, governed, line, target }: BulbPlace): readonly vscode.CodeAction[] {
  const meeting = session.modules.meetingAtLine(governed, line);
  if (meeting === undefined) return [];
  const title = vscode.l10n.t('Begin the next record of "{0}"', meeting);
  return [bulbCommand(title, 'outrigger.newRecord', { ...target, meeting })];
}

/** Where DOC022 counts what is left, and where the draft says that it is one. */
function draftActions(place: BulbPlace, document: vscode.TextDocument): readonly vscode.CodeAction[] {
  const { governed, line, target } = place;
  if (governed.kind !== 'record' || governed.status !== 'draft') return [];
  const isAtTitle = document.positionAt(governed.titleSpan.start).line === line;
  if (!isAtTitle && !isAtStatus(place, document)) return [];
  const argument = { ...target, document: governed.path };
  return [
    bulbCommand(vscode.l10n.t('Close this record...'), 'outrigger.closeRecord', argument),
    bulbCommand(vscode.l10n.t('Import results into this record...'), 'outrigger.importResults', argument),
  ];
}

async function claimActions(
  { session, governed, line, target, engagement }: BulbPlace,
  document: vscode.TextDocument,
): Promise<readonly vscode.CodeAction[]> {
  const { kind, path, sections } = governed;
  const results = kind === 'record' ? (sections.get('results')?.rows ?? []) : [];
  // On other lines nobody asks what results earn.
  if (results.every(({ span }) => document.positionAt(span.start).line !== line)) return [];
  const standing = await session.engine.credits(engagement.folder, session.asOf());
  const isDue = standing?.lines.some(
    ({ state, record, range }) => state === 'due' && record.path === path && range.start.line === line,
  );
  if (isDue !== true) return [];
  const title = vscode.l10n.t('Write the claim for this service credit');
  return [bulbCommand(title, 'outrigger.claimLetter', { ...target, document: path })];
}
