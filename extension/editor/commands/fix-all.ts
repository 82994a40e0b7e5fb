import * as vscode from 'vscode';
import type { FixResult } from '../../engine/editing.ts';
import type { FolderSession } from '../workspace/folder-session.ts';
import type { CommandContext } from './command-context.ts';
import {
  leftAloneLines,
  openToChange,
  sayWithSave,
  unchangedOf,
  type LeftAlone,
  type Opened,
} from './open-to-change.ts';
import { replaceText } from './replace-text.ts';
import type { SavedTexts } from './saved-texts.ts';

/** What `outrigger.fixAll` did. */
interface FixedAll {
  readonly fixes: number;
  readonly documents: number;
  /** Documents that have something to fix and were left alone. */
  readonly leftAlone: readonly string[];
}

/** What there is to fix in a folder, opened. */
interface Fixable extends Opened {
  readonly session: FolderSession;
}

/**
 * `outrigger.fixAll`: applies the fixes that change no meaning, in all documents, as one edit that can be undone.
 * Nothing is saved: the person sees first what has changed.
 */
export async function fixAll({ sessions }: CommandContext, saved: SavedTexts): Promise<FixedAll | undefined> {
  await sessions.settled();
  const open: Fixable[] = [];
  for (const session of sessions.all()) open.push(await openFixable(session, saved));
  await sessions.settled();
  // From here on nothing is waited for, so that what is edited is what was looked at.
  const edit = new vscode.WorkspaceEdit();
  const leftAlone: LeftAlone[] = [];
  let [fixes, documents] = [0, 0];
  for (const { session, documents: opened, leftAlone: its } of open) {
    const unchanged = unchangedOf(sessions, session, opened);
    leftAlone.push(...its);
    for (const path of opened.keys()) if (!unchanged.has(path)) leftAlone.push({ path, why: 'changed' });
    if (unchanged.size === 0) continue;
    const { texts, applied } = fixesOf(session, unchanged);
    fixes += applied;
    for (const [path, text] of texts) {
      const document = unchanged.get(path);
      if (!document) continue;
      replaceText(edit, document, text, session.modules);
      documents++;
    }
  }
  if (documents > 0 && !(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The fixes could not be applied: a document has changed meanwhile, or is read-only. Nothing was changed.',
      ),
    );
    return undefined;
  }
  say(fixes, documents, leftAlone);
  return { fixes, documents, leftAlone: leftAlone.map(({ path }) => path) };
}

/** Opens what there is something to fix in, except what must be left alone. */
async function openFixable(session: FolderSession, saved: SavedTexts): Promise<Fixable> {
  const { findings } = session.engine.check();
  const fixed = new Set(
    findings.flatMap(({ fixes }) => fixes.find(({ safe }) => safe)?.edits ?? []).map(({ path }) => path),
  );
  return { session, ...(await openToChange(session, fixed, saved)) };
}

/** The safe fixes of a folder. The engine sees each round of them, and in the end again what the editors hold. */
function fixesOf(
  { engine, modules }: FolderSession,
  documents: ReadonlyMap<string, vscode.TextDocument>,
): FixResult {
  const now = new Map<string, string>();
  const result = modules.applySafeFixes({
    findings: () => engine.check().findings,
    everything: () => engine.check().findings,
    textOf: (path) => now.get(path) ?? documents.get(path)?.getText(),
    change(path, text) {
      now.set(path, text);
      engine.update(path, { kind: 'text', text });
    },
  });
  for (const path of now.keys())
    engine.update(path, { kind: 'text', text: documents.get(path)?.getText() ?? '' });
  return result;
}

function say(fixes: number, documents: number, leftAlone: readonly LeftAlone[]): void {
  const lines = [
    ...(documents > 0
      ? [vscode.l10n.t('Fixes applied: {0}, documents changed: {1}. Nothing is saved yet.', fixes, documents)]
      : leftAlone.length === 0
        ? [vscode.l10n.t('There is nothing to fix that can be fixed without asking.')]
        : []),
    ...leftAloneLines(leftAlone),
  ];
  sayWithSave(lines, documents > 0);
}
