import * as vscode from 'vscode';
import { localise } from '../localise.ts';
import { plainText } from '../plain-text.ts';
import type { FolderSession } from '../workspace/folder-session.ts';
import { askDialogue } from './ask-dialogue.ts';
import type { CommandContext } from './command-context.ts';
import type { Choice } from './prompts.ts';
import { replaceText } from './replace-text.ts';
import { spokenModules } from './spoken-modules.ts';
import { targetOf, type Target } from './target.ts';
import { linkOnTheWay } from './symbolic-links.ts';

/** A draft that lacks something. */
interface Draft {
  readonly session: FolderSession;
  readonly path: string;
  readonly title: string;
  readonly left: number;
}

/** What `outrigger.ask` did. */
interface Asked {
  readonly uri: vscode.Uri;
  readonly inputs: number;
  readonly left: number;
}

/**
 * `outrigger.ask`: puts what a draft lacks, one question at a time. `target` is what a tree item, a lens or a quick fix says:
 * `{ folder, document }`; else it is about the draft in the active editor, or the one that is chosen. Each answer is an edit of
 * its own, so that Escape keeps what was answered, and undo takes back one answer.
 */
export async function ask(
  { sessions, host, prompts }: CommandContext,
  target?: unknown,
): Promise<Asked | undefined> {
  const modules = spokenModules(await host.loadEngine(), localise);
  await sessions.settled();
  const drafts = sessions.all().flatMap(draftsOf);
  const draft = await chosenOf(drafts, targetOf(target), prompts);
  if (!draft) return undefined;
  const { session, path, title } = draft;
  const uri = session.uriOf(path);
  await vscode.window.showTextDocument(uri, { preview: false });
  await tellPresentText(session, path);
  const dialogue = modules.createDialogue({
    path,
    asking: (first) => session.engine.asking(path, first),
    answered: (its, key, answer) => session.engine.answered(its, key, answer),
    write: (made) => write(session, made),
  });
  try {
    await askDialogue(title, dialogue, prompts, { modules, l10n: vscode.l10n, say: localise }, () =>
      sayUnwritten(path),
    );
  } catch (error) {
    if (!(error instanceof Unwritten)) throw error;
    sayUnwritten(error.path);
  }
  const left = session.engine.asking(path).length;
  const { inputs } = dialogue;
  void vscode.window.showInformationMessage(
    plainText(
      left === 0
        ? vscode.l10n.t('{0}: no questions left, after {1} answers.', title, inputs)
        : vscode.l10n.t('{0}: answers written: {1}, questions left: {2}.', title, inputs, left),
    ),
  );
  return { uri, inputs, left };
}

function draftsOf(session: FolderSession): readonly Draft[] {
  const { engine } = session;
  const counts = new Map<string, number>();
  for (const { path } of engine.questions()) counts.set(path, (counts.get(path) ?? 0) + 1);
  return [...counts].map(([path, left]) => {
    const document = engine.engagementOf(path)?.documents.find((one) => one.path === path);
    return { session, path, left, title: plainText(document?.title ?? path) };
  });
}

async function chosenOf(
  drafts: readonly Draft[],
  { folder, document }: Target,
  prompts: CommandContext['prompts'],
): Promise<Draft | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri.toString();
  const isMeant = ({ session, path }: Draft): boolean =>
    document === undefined
      ? session.uriOf(path).toString() === active
      : path === document && (folder === undefined || session.folder.uri.toString() === folder);
  const meant = drafts.find(isMeant);
  if (meant) return meant;
  if (drafts.length === 0 || document !== undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('No draft lacks anything: there is nothing to ask.'),
    );
    return undefined;
  }
  if (drafts.length === 1) return drafts[0];
  const choices = drafts.map(({ session, path, title, left }): Choice => ({
    value: session.uriOf(path).toString(),
    label: title,
    description: path,
    detail: left === 1 ? vscode.l10n.t('1 question left') : vscode.l10n.t('{0} questions left', left),
  }));
  const question = vscode.l10n.t('Which draft do you want to answer questions of?');
  const reply = await prompts.pick(
    { is: 'pick', ask: question, choices, proposal: choices[0]!.value },
    { title: vscode.l10n.t('Answer questions') },
  );
  if (reply.is !== 'answer') return undefined;
  return drafts.find(({ session, path }) => session.uriOf(path).toString() === reply.text);
}

/** The engine may not have been told of the last keystroke. */
async function tellPresentText({ engine, uriOf }: FolderSession, path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uriOf(path));
  if (engine.textOf(path) !== document.getText())
    engine.update(path, { kind: 'text', text: document.getText() });
  return document;
}

/** Nothing was written into the document of that path. */
class Unwritten extends Error {
  readonly path: string;

  constructor(path: string) {
    super(path);
    this.path = path;
  }
}

/** Writes an answer as one edit that can be undone, and shows where it stands. */
async function write(
  session: FolderSession,
  { path, text }: { readonly path: string; readonly text: string },
): Promise<void> {
  if ((await linkOnTheWay(session, path)) !== undefined) throw new Unwritten(path);
  const { engine, modules } = session;
  const before = engine.textOf(path);
  const document = await tellPresentText(session, path);
  // Somebody has typed since the question was asked.
  if (document.getText() !== before) throw new Unwritten(path);
  const edit = new vscode.WorkspaceEdit();
  const range = replaceText(edit, document, text, modules);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Unwritten(path);
  engine.update(path, { kind: 'text', text: document.getText() });
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
  editor?.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function sayUnwritten(path: string): void {
  void vscode.window.showErrorMessage(
    plainText(
      vscode.l10n.t(
        'The answer was not written: "{0}" has changed meanwhile, is read-only, or has no place for it. Write it by hand.',
        path,
      ),
    ),
  );
}
