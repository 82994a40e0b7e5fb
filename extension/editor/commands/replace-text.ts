import * as vscode from 'vscode';
import type { EngineModule } from '../host.ts';

/** Adds to an edit what gives a document another text: what both begin and end with stays. Returns the range that changes. */
export function replaceText(
  edit: vscode.WorkspaceEdit,
  document: vscode.TextDocument,
  text: string,
  { changedSpan }: Pick<EngineModule, 'changedSpan'>,
): vscode.Range {
  const { span, text: inserted } = changedSpan(document.getText(), text);
  const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
  edit.replace(document.uri, range, inserted);
  return range;
}
