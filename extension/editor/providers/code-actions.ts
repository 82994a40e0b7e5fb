import * as vscode from 'vscode';
import type { Finding, Fix, TextEdit } from '../../engine/index.ts';
import { configPath } from '../../engine/model/config-path.ts';
import type { FolderSession } from '../workspace/folder-session.ts';
import { isJudged, isJudgedWhereOpen, judgedDocument } from './judged-document.ts';
import { localise, localiseFinding } from '../localise.ts';
import { askCommand, questionLine } from './question-line.ts';
import { toRange } from './ranges.ts';
import type { Typing } from './typing.ts';
import type { Sessions } from '../workspace/sessions.ts';

const quickFix = vscode.CodeActionKind.QuickFix;
const fixAll = vscode.CodeActionKind.SourceFixAll.append('outrigger');

/** Offers the fixes of findings one by one, and all safe ones of a document together. */
export function createCodeActions(
  sessions: Sessions,
  typing: Typing,
  report: (error: unknown) => void,
): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    [{ language: 'markdown' }, { pattern: `**/${configPath}` }],
    {
      provideCodeActions(document, range, { only, diagnostics }): vscode.CodeAction[] {
        if (only?.contains(fixAll)) tellPresentText(sessions, document, report);
        const judged = judgedDocument(sessions, document);
        if (!judged) return [];
        const { session, path } = judged;
        const actions: vscode.CodeAction[] = [];
        if (!only || only.contains(quickFix)) {
          for (const finding of typing.shownOf(session, path, session.findingsOf(path))) {
            if (!toRange(finding.range).intersection(range)) continue;
            const shown = diagnostics.filter((diagnostic) => isOf(diagnostic, finding));
            if (finding === questionLine([finding])) actions.push(answerAction(shown, session, path));
            actions.push(...quickFixesOf(finding, shown, session));
          }
        }
        // Asked for by name: to be tried, each fix is applied and judged.
        if (only?.contains(fixAll)) {
          const edits = session.engine.safeEdits(path);
          if (edits.length > 0) actions.push(fixAllOf(edits, session));
        }
        return actions;
      },
    },
    { providedCodeActionKinds: [quickFix, fixAll] },
  );
}

/** On saving, the engine is asked before the pause after typing has ended: it is told of the text at once. */
function tellPresentText(
  sessions: Sessions,
  document: vscode.TextDocument,
  report: (error: unknown) => void,
): void {
  const { session, path } = sessions.of(document.uri) ?? {};
  if (!session?.isReady() || path === undefined) return;
  // Nor is it told of a file that it is not to know, such as an ignored one.
  if (session.engine.textOf(path) === undefined || isJudged(session, path, document)) return;
  session.engine.update(path, { kind: 'text', text: document.getText() });
  // It may name folders that were never read.
  if (path === configPath) session.reload().catch(report);
}

/** None is preferred: which of them would be applied unasked is known only once it is tried. */
function quickFixesOf(
  { fixes }: Finding,
  diagnostics: vscode.Diagnostic[],
  session: FolderSession,
): readonly vscode.CodeAction[] {
  return fixes
    .filter((fix) => fix.edits.every(({ path }) => isJudgedWhereOpen(session, path)))
    .map((fix: Fix) => {
      const action = new vscode.CodeAction(localise(fix.said), quickFix);
      action.edit = workspaceEdit(fix.edits, session);
      action.diagnostics = diagnostics;
      return action;
    });
}

/** What a draft lacks has no edit of its own: it is asked for. */
function answerAction(
  diagnostics: vscode.Diagnostic[],
  session: FolderSession,
  path: string,
): vscode.CodeAction {
  const action = new vscode.CodeAction(vscode.l10n.t('Answer the questions...'), quickFix);
  action.command = askCommand(action.title, session, path);
  action.diagnostics = diagnostics;
  return action;
}

function fixAllOf(edits: readonly TextEdit[], session: FolderSession): vscode.CodeAction {
  const action = new vscode.CodeAction(vscode.l10n.t('Fix everything that Outrigger can fix safely'), fixAll);
  action.edit = workspaceEdit(edits, session);
  return action;
}

function workspaceEdit(edits: readonly TextEdit[], session: FolderSession): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { path, range, newText } of edits) edit.replace(session.uriOf(path), toRange(range), newText);
  return edit;
}

/** Whether a diagnostic is what is shown of a finding. */
function isOf({ source, code, range, message }: vscode.Diagnostic, finding: Finding): boolean {
  const value = typeof code === 'object' ? code.value : code;
  return (
    source === 'outrigger' &&
    value === finding.code &&
    range.isEqual(toRange(finding.range)) &&
    message === localiseFinding(finding)
  );
}
