import * as vscode from 'vscode';
import type { FolderSession } from '../workspace/folder-session.ts';
import type { Sessions } from '../workspace/sessions.ts';
import { isJudged } from '../providers/judged-document.ts';
import { plainText } from '../plain-text.ts';
import type { SavedTexts } from './saved-texts.ts';
import { linkOnTheWay } from './symbolic-links.ts';

/** Why a document that would be changed is left alone. */
type Reason = 'conflict' | 'changed' | 'damaged' | 'link';

export interface LeftAlone {
  readonly path: string;
  readonly why: Reason;
}

/** Documents that are to be changed, opened, with the version that was looked at. */
export interface Opened {
  readonly documents: ReadonlyMap<
    string,
    { readonly document: vscode.TextDocument; readonly version: number }
  >;
  readonly leftAlone: readonly LeftAlone[];
}

/** Opens documents, except those that must be left alone. */
export async function openToChange(
  session: FolderSession,
  paths: Iterable<string>,
  saved: SavedTexts,
): Promise<Opened> {
  const documents = new Map<string, { readonly document: vscode.TextDocument; readonly version: number }>();
  const leftAlone: LeftAlone[] = [];
  const { findings } = session.engine.check();
  const damaged = new Set(
    findings.filter(({ messageId }) => messageId === 'invalidUtf8').map(({ path }) => path),
  );
  for (const path of paths) {
    const document = await opened(session, path, damaged);
    if (typeof document === 'string') leftAlone.push({ path, why: document });
    else {
      const { version } = document;
      const why = await reasonAgainst(document, saved);
      if (why) leftAlone.push({ path, why });
      else documents.set(path, { document, version });
    }
  }
  return { documents, leftAlone };
}

/** Those whose text is still the one that was looked at, and that the engine has judged. */
export function unchangedOf(
  sessions: Sessions,
  session: FolderSession,
  documents: Opened['documents'],
): ReadonlyMap<string, vscode.TextDocument> {
  const isKnown = sessions.all().includes(session) && session.isReady();
  return new Map(
    [...documents].flatMap(([path, { document, version }]) =>
      isKnown && !document.isClosed && document.version === version && isJudged(session, path, document)
        ? [[path, document] as const]
        : [],
    ),
  );
}

/** A sentence for each reason. */
export function leftAloneLines(leftAlone: readonly LeftAlone[]): readonly string[] {
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
  return texts.flatMap(([why, text]) => {
    const paths = leftAlone.filter((one) => one.why === why).map(({ path }) => path);
    return paths.length === 0 ? [] : [text(paths.join(', '))];
  });
}

/** Says what was done, and offers to save it where something has changed. Resolves at once: nobody waits for an answer. */
export function sayWithSave(lines: readonly string[], hasChanged: boolean): void {
  const save = vscode.l10n.t('Save All');
  void vscode.window
    .showInformationMessage(plainText(lines.join(' ')), ...(hasChanged ? [save] : []))
    .then((chosen) =>
      chosen === save ? vscode.commands.executeCommand('workbench.action.files.saveAll') : undefined,
    );
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
