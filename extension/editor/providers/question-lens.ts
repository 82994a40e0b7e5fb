import * as vscode from 'vscode';
import { localiseFinding } from '../localise.ts';
import type { Sessions } from '../workspace/sessions.ts';
import { judgedDocument } from './judged-document.ts';
import { askCommand, questionLine } from './question-line.ts';
import { toRange } from './ranges.ts';

/** Offers at the title of a draft to answer its questions. */
export function createQuestionLens(sessions: Sessions): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    sessions.onDidChange(() => changed.fire()),
    vscode.languages.registerCodeLensProvider(
      { language: 'markdown' },
      {
        onDidChangeCodeLenses: changed.event,
        provideCodeLenses(document): vscode.CodeLens[] {
          const judged = judgedDocument(sessions, document);
          const line = judged && questionLine(judged.session.findingsOf(judged.path));
          if (!line) return [];
          const title = vscode.l10n.t('{0} Answer them', localiseFinding(line));
          return [new vscode.CodeLens(toRange(line.range), askCommand(title, judged.session, judged.path))];
        },
      },
    ),
  );
}
