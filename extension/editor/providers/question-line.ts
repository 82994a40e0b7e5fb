import type * as vscode from 'vscode';
import type { Finding } from '../../engine/index.ts';
import type { FolderSession } from '../workspace/folder-session.ts';

/** The one line that counts what a draft lacks. */
export function questionLine(findings: readonly Finding[]): Finding | undefined {
  return findings.find(({ code, messageId }) => code === 'DOC022' && messageId === 'left');
}

/** What begins to put the questions of a draft. */
export function askCommand(
  title: string,
  { folder }: Pick<FolderSession, 'folder'>,
  path: string,
): vscode.Command {
  return { title, command: 'outrigger.ask', arguments: [{ folder: folder.uri, document: path }] };
}
