import * as vscode from 'vscode';
import type { EngagementInfo, GovernedDocument } from '../../engine/index.ts';
import type { FolderSession } from '../workspace/folder-session.ts';
import type { Sessions } from '../workspace/sessions.ts';
import { judgedDocument } from './judged-document.ts';

/** Commands of the light bulb change nothing by themselves: they are of no kind of fix. */
export const bulbKind = vscode.CodeActionKind.Empty;

/** A line of a governed document that the engine has judged as it is. */
export interface BulbPlace {
  readonly session: FolderSession;
  readonly engagement: EngagementInfo;
  readonly governed: GovernedDocument;
  /** From 0. */
  readonly line: number;
  /** What commands are told. */
  readonly target: { readonly folder: vscode.Uri; readonly engagement: string };
}

/** Undefined of other documents, and of those that have changed since they were judged. */
export function bulbPlace(
  sessions: Sessions,
  document: vscode.TextDocument,
  line: number,
): BulbPlace | undefined {
  const judged = judgedDocument(sessions, document);
  if (!judged) return undefined;
  const { session, path } = judged;
  const engagement = session.engine.engagementOf(path);
  const governed = engagement?.documents.find((one) => one.path === path);
  if (!engagement || !governed) return undefined;
  const target = { folder: session.folder.uri, engagement: engagement.folder };
  return { session, engagement, governed, line, target };
}

/** Whether the line is that of the status in the front matter. */
export function isAtStatus({ governed, line }: BulbPlace, document: vscode.TextDocument): boolean {
  const place = governed.keyPlaces.get('status');
  return place !== undefined && document.positionAt(place.start).line === line;
}

export function bulbCommand(title: string, command: string, argument: object): vscode.CodeAction {
  const made = new vscode.CodeAction(title, bulbKind);
  made.command = { command, title, arguments: [argument] };
  return made;
}
