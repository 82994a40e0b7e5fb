import * as vscode from 'vscode';
import type { FixResult } from '../../engine/features/apply-fixes.ts';
import { configPath } from '../../engine/model/config-path.ts';
import type { FolderSession } from '../folder-session.ts';
import { plainText } from '../plain-text.ts';
import type { CommandContext } from './command-context.ts';
import type { SavedTexts } from './saved-texts.ts';

/** What `outrigger.fixAll` did. */
interface FixedAll {
  readonly fixes: number;
  readonly documents: number;
  /** Documents that have something to fix and were left alone. */
  readonly leftAlone: readonly string[];
}

/**
 * `outrigger.fixAll`: applies the fixes that change no meaning, in all documents, as one edit that can be undone.
 * Nothing is saved: the person sees first what has changed.
 */
export async function fixAll({ sessions }: CommandContext, saved: SavedTexts): Promise<FixedAll | undefined> {
  await sessions.settled();
  const edit = new vscode.WorkspaceEdit();
  const result = { fixes: 0, documents: 0, leftAlone: [] as string[] };
  for (const session of sessions.all()) {
    const open = await openFixable(session, saved);
    result.leftAlone.push(...open.leftAlone);
    await session.settled();
    // From here on nothing is waited for, so that what is edited is what was looked at.
    const { texts, applied } = fixesOf(session, (path) => textIn(open.documents.get(path), session, path));
    result.fixes += applied;
    for (const [path, text] of texts) {
      const document = open.documents.get(path);
      if (!document) continue;
      const { span, text: inserted } = session.modules.changedSpan(document.getText(), text);
      const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
      edit.replace(document.uri, range, inserted);
      result.documents++;
    }
  }
  if (result.documents > 0 && !(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The fixes could not be applied: a document has changed meanwhile, or is read-only. Nothing was changed.',
      ),
    );
    return undefined;
  }
  say(result);
  return result;
}

/** Opens what there is something to fix in, except what must be left alone. */
async function openFixable(
  session: FolderSession,
  saved: SavedTexts,
): Promise<{
  readonly documents: ReadonlyMap<string, vscode.TextDocument>;
  readonly leftAlone: readonly string[];
}> {
  const { engine } = session;
  const documents = new Map<string, vscode.TextDocument>();
  const leftAlone: string[] = [];
  const findings = engine.check().findings;
  const damaged = new Set(
    findings.filter(({ messageId }) => messageId === 'invalidUtf8').map(({ path }) => path),
  );
  const fixed = new Set(
    findings.flatMap(({ fixes }) => fixes.find(({ safe }) => safe)?.edits ?? []).map(({ path }) => path),
  );
  for (const path of fixed) {
    const document = damaged.has(path) ? undefined : await opened(session.uriOf(path));
    if (document && !(await saved.hasConflict(document))) documents.set(path, document);
    else leftAlone.push(path);
  }
  return { documents, leftAlone };
}

async function opened(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined; // gone, or no text: what cannot be opened is left alone
  }
}

/** The text of a document that may be edited, if the engine has read exactly that. It keeps none of the config. */
function textIn(
  document: vscode.TextDocument | undefined,
  { engine }: FolderSession,
  path: string,
): string | undefined {
  const text = document?.getText();
  return path === configPath || text === engine.textOf(path) ? text : undefined;
}

/** The safe fixes of a folder. The engine sees each round of them, and in the end again what the editors hold. */
function fixesOf(
  { engine, modules }: FolderSession,
  textOf: (path: string) => string | undefined,
): FixResult {
  const before = new Map<string, string | undefined>();
  const now = new Map<string, string>();
  const textBefore = (path: string): string | undefined => {
    if (!before.has(path)) before.set(path, textOf(path));
    return before.get(path);
  };
  const result = modules.applySafeFixes({
    findings: () => engine.check().findings,
    textOf: (path) => now.get(path) ?? textBefore(path),
    change(path, text) {
      now.set(path, text);
      engine.update(path, { kind: 'text', text });
    },
  });
  for (const path of now.keys()) engine.update(path, { kind: 'text', text: before.get(path) ?? '' });
  return result;
}

function say({ fixes, documents, leftAlone }: FixedAll): void {
  const lines = [
    ...(documents > 0
      ? [vscode.l10n.t('Fixes applied: {0}, documents changed: {1}. Nothing is saved yet.', fixes, documents)]
      : leftAlone.length === 0
        ? [vscode.l10n.t('There is nothing to fix that can be fixed without asking.')]
        : []),
    ...(leftAlone.length === 0
      ? []
      : [
          vscode.l10n.t(
            'Left alone: {0}. It has changed in the editor and on the disk, or cannot be read.',
            leftAlone.join(', '),
          ),
        ]),
  ];
  const save = vscode.l10n.t('Save All');
  void vscode.window
    .showInformationMessage(plainText(lines.join(' ')), ...(documents === 0 ? [] : [save]))
    .then((chosen) =>
      chosen === save ? vscode.commands.executeCommand('workbench.action.files.saveAll') : undefined,
    );
}
