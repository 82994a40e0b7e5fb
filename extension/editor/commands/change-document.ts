import * as vscode from 'vscode';
import { plainText } from '../plain-text.ts';
import type { Sessions } from '../workspace/sessions.ts';
import type { DocumentAsked } from './document-asked.ts';
import { leftAloneLines, openToChange, unchangedOf, type LeftAlone, type Opened } from './open-to-change.ts';
import { replaceText } from './replace-text.ts';
import type { SavedTexts } from './saved-texts.ts';

/** One document that is to be changed, opened, with the text that was looked at. */
export interface OpenedDocument {
  readonly opened: Opened['documents'];
  readonly text: string;
}

/** Opens a document to change it once the engine has judged its text; says why where it must be left alone. */
export async function openDocument(
  sessions: Sessions,
  { session, path }: DocumentAsked,
  saved: SavedTexts,
): Promise<OpenedDocument | undefined> {
  const { documents, leftAlone } = await openToChange(session, [path], saved);
  await sessions.settled();
  const document = unchangedOf(sessions, session, documents).get(path);
  if (document) return { opened: documents, text: document.getText() };
  sayLeftAlone(leftAlone, path);
  return undefined;
}

/**
 * Gives a document that was opened another text, as one edit that can be undone; nothing is saved. Says so and gives false
 * where it has changed since, or cannot be changed: it is left alone then.
 */
export async function changeDocument(
  sessions: Sessions,
  { session, path }: DocumentAsked,
  { opened }: OpenedDocument,
  text: string,
): Promise<boolean> {
  await sessions.settled();
  // From here on nothing is waited for, so that what is edited is what was looked at.
  const document = unchangedOf(sessions, session, opened).get(path);
  if (document) {
    const edit = new vscode.WorkspaceEdit();
    replaceText(edit, document, text, session.modules);
    if (await vscode.workspace.applyEdit(edit)) return true;
  }
  sayLeftAlone([], path);
  return false;
}

function sayLeftAlone(leftAlone: readonly LeftAlone[], path: string): void {
  const why = leftAlone.length > 0 ? leftAlone : [{ path, why: 'changed' as const }];
  void vscode.window.showWarningMessage(plainText(leftAloneLines(why).join(' ')));
}
