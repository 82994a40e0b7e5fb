import * as vscode from 'vscode';
import { localiseFinding } from '../localise.ts';
import type { Sessions } from '../workspace/sessions.ts';
import { createLens } from './create-lens.ts';
import { askCommand, questionLine } from './question-line.ts';
import { toRange } from './ranges.ts';

/** Offers at the title of a draft to answer its questions. */
export function createQuestionLens(sessions: Sessions): vscode.Disposable {
  return createLens(sessions, (session, path) => {
    const line = questionLine(session.findingsOf(path));
    if (!line) return [];
    const title = vscode.l10n.t('{0} Answer them', localiseFinding(line));
    return [new vscode.CodeLens(toRange(line.range), askCommand(title, session, path))];
  });
}
