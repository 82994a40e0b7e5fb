import * as vscode from 'vscode';
import type { FixResult } from '../../engine/editing.ts';
import type { FolderSession } from '../workspace/folder-session.ts';
import { isJudged } from '../providers/judged-document.ts';
import { plainText } from '../plain-text.ts';
import type { CommandContext } from './command-context.ts';
import type { SavedTexts } from './saved-texts.ts';
import { linkOnTheWay } from './symbolic-links.ts';

/** What `outrigger.fixAll` did. */
interface FixedAll {
  readonly fixes: number;
  readonly documents: number;
  /** Documents that have something to fix and were left alone. */
  readonly leftAlone: readonly string[];
}

/** Why a document that has something to fix is left alone. */
type Reason = 'conflict' | 'changed' | 'damaged' | 'link';

interface LeftAlone {
  readonly path: string;
  readonly why: Reason;
}

/** What there is to fix in a folder, opened, with the version that was looked at. */
interface Fixable {
  readonly session: FolderSession;
  readonly documents: ReadonlyMap<
    string,
    { readonly document: vscode.TextDocument; readonly version: number }
  >;
  readonly leftAlone: readonly LeftAlone[];
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
    const isKnown = sessions.all().includes(session) && session.isReady();
    const unchanged = new Map(
      [...opened].flatMap(([path, { document, version }]) =>
        isKnown && !document.isClosed && document.version === version && isJudged(session, path, document)
          ? [[path, document] as const]
          : [],
      ),
    );
    leftAlone.push(...its);
    for (const path of opened.keys()) if (!unchanged.has(path)) leftAlone.push({ path, why: 'changed' });
    if (unchanged.size === 0) continue;
    const { texts, applied } = fixesOf(session, unchanged);
    fixes += applied;
    for (const [path, text] of texts) {
      const document = unchanged.get(path);
      if (!document) continue;
      const { span, text: inserted } = session.modules.changedSpan(document.getText(), text);
      const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
      edit.replace(document.uri, range, inserted);
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
  const documents = new Map<string, { readonly document: vscode.TextDocument; readonly version: number }>();
  const leftAlone: LeftAlone[] = [];
  const { findings } = session.engine.check();
  const damaged = new Set(
    findings.filter(({ messageId }) => messageId === 'invalidUtf8').map(({ path }) => path),
  );
  const fixed = new Set(
    findings.flatMap(({ fixes }) => fixes.find(({ safe }) => safe)?.edits ?? []).map(({ path }) => path),
  );
  for (const path of fixed) {
    const document = await opened(session, path, damaged);
    if (typeof document === 'string') leftAlone.push({ path, why: document });
    else {
      const { version } = document;
      const why = await reasonAgainst(document, saved);
      if (why) leftAlone.push({ path, why });
      else documents.set(path, { document, version });
    }
  }
  return { session, documents, leftAlone };
}

async function opened(
  session: FolderSession,
  path: string,
  damaged: ReadonlySet<string>,
): Promise<vscode.TextDocument | Reason> {
  if (damaged.has(path)) return 'damaged';
  if ((await linkOnTheWay(session, path)) !== undefined) return 'link';
  try {
    return await vscode.workspace.openTextDocument(session.uriOf(path));
  } catch {
    return 'conflict'; // gone, or no text: what cannot be opened is left alone
  }
}

async function reasonAgainst(document: vscode.TextDocument, saved: SavedTexts): Promise<Reason | undefined> {
  if (await saved.hasConflict(document)) return 'conflict';
  return (await isDamaged(document)) ? 'damaged' : undefined;
}

/** Whether an editor shows U+FFFD where the file has other bytes, which would be lost once it is saved. */
async function isDamaged(document: vscode.TextDocument): Promise<boolean> {
  if (!document.getText().includes('\uFFFD')) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(await vscode.workspace.fs.readFile(document.uri));
    return false;
  } catch {
    return true;
  }
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
  const pathsOf = (why: Reason): readonly string[] =>
    leftAlone.filter((one) => one.why === why).map(({ path }) => path);
  const texts: readonly (readonly [Reason, (paths: string) => string])[] = [
    [
      'conflict',
      (paths) =>
        vscode.l10n.t(
          'Left alone: {0}. It has changed in the editor and on the disk, or cannot be read.',
          paths,
        ),
    ],
    ['changed', (paths) => vscode.l10n.t('Left alone: {0}. It has just been changed.', paths)],
    ['damaged', (paths) => vscode.l10n.t('Left alone: {0}. The file is not valid UTF-8.', paths)],
    ['link', (paths) => vscode.l10n.t('Left alone: {0}. A symbolic link leads there.', paths)],
  ];
  const lines = [
    ...(documents > 0
      ? [vscode.l10n.t('Fixes applied: {0}, documents changed: {1}. Nothing is saved yet.', fixes, documents)]
      : leftAlone.length === 0
        ? [vscode.l10n.t('There is nothing to fix that can be fixed without asking.')]
        : []),
    ...texts.flatMap(([why, text]) => {
      const paths = pathsOf(why);
      return paths.length === 0 ? [] : [text(paths.join(', '))];
    }),
  ];
  const save = vscode.l10n.t('Save All');
  void vscode.window
    .showInformationMessage(plainText(lines.join(' ')), ...(documents === 0 ? [] : [save]))
    .then((chosen) =>
      chosen === save ? vscode.commands.executeCommand('workbench.action.files.saveAll') : undefined,
    );
}
