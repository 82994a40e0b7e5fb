import * as vscode from 'vscode';
import { judgedDocument } from './judged-document.ts';
import { fromPosition, toRange } from './ranges.ts';
import type { Sessions } from '../workspace/sessions.ts';

/** Leads from a name to its row. */
export function createDefinitions(sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(
    { language: 'markdown' },
    {
      provideDefinition(document, position): vscode.LocationLink[] {
        const judged = judgedDocument(sessions, document);
        const found = judged?.session.engine.definition(judged.path, fromPosition(position));
        if (!judged || !found) return [];
        return [
          {
            originSelectionRange: toRange(found.origin),
            targetUri: judged.session.uriOf(found.path),
            targetRange: toRange(found.range),
            targetSelectionRange: toRange(found.nameRange),
          },
        ];
      },
    },
  );
}
