import * as vscode from 'vscode';
import type { Question } from '../../engine/index.ts';
import type { FolderSession } from '../workspace/folder-session.ts';
import { plainText } from '../plain-text.ts';
import { createDocument } from './create-document.ts';
import { linkOnTheWay, sayBehindLink } from './symbolic-links.ts';

/**
 * Writes a new document and opens it with the cursor at the first thing to fill in. Says so and gives undefined
 * where it cannot be written or would be written through a link; nothing is there then that was not there before.
 */
export async function beginDocument(
  session: FolderSession,
  path: string,
  draft: string,
): Promise<vscode.Uri | undefined> {
  const uri = session.uriOf(path);
  const link = await linkOnTheWay(session, path);
  if (link !== undefined) {
    sayBehindLink(path, link);
    return undefined;
  }
  const { text, position } = session.modules.firstGap(draft, questionsAbout(session, path, draft));
  if (!(await createDocument(uri, text))) {
    void vscode.window.showErrorMessage(
      plainText(
        vscode.l10n.t(
          '"{0}" was not written: something has the name already, or the folder is read-only.',
          path,
        ),
      ),
    );
    return undefined;
  }
  const { line, character } = position;
  await vscode.window.showTextDocument(uri, {
    preview: false,
    selection: new vscode.Range(line, character, line, character),
  });
  return uri;
}

/** What the engine would ask of a document that is not there yet. It forgets it at once: nobody else sees it. */
function questionsAbout({ engine }: FolderSession, path: string, text: string): readonly Question[] {
  engine.update(path, { kind: 'text', text });
  const questions = engine.questions([path]);
  engine.update(path, undefined);
  return questions;
}
