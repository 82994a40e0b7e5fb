import * as vscode from 'vscode';
import type { Finding } from '../../engine/index.ts';
import type { FolderSession } from '../workspace/folder-session.ts';
import type { Sessions } from '../workspace/sessions.ts';
import { isJudgedWhereOpen } from './judged-document.ts';
import { rowAround, TypedRow, type Lines } from './typed-row.ts';

interface Typist {
  readonly row: TypedRow;
  /** How many changes the session had been told of when it was judged last and nobody was typing. */
  told: number;
}

/** What is not said yet, because somebody is typing the row that it follows from: follows the cursor and the changes of the active editor. */
export class Typing implements vscode.Disposable {
  readonly #sessions: Sessions;
  readonly #left = new vscode.EventEmitter<FolderSession>();
  readonly #typists = new Map<FolderSession, Typist>();
  readonly #subscriptions: readonly vscode.Disposable[];

  /** A row was left: what was kept back is to be shown. */
  readonly onDidLeave: vscode.Event<FolderSession> = this.#left.event;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
    this.#subscriptions = [
      this.#left,
      sessions.onDidChange((session) => (session ? this.#onJudged(session) : this.#forgetClosed())),
      vscode.workspace.onDidChangeTextDocument((event) => this.#onChange(event)),
      vscode.workspace.onDidSaveTextDocument((document) => this.#onSave(document)),
      vscode.window.onDidChangeTextEditorSelection(() => this.#onCursor()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#onCursor()),
    ];
    for (const session of sessions.all()) if (session.isReady()) this.#onJudged(session);
  }

  /** Of the findings of a document those that are to be shown now; the same list where that is all. */
  shownOf(session: FolderSession, path: string, findings: readonly Finding[]): readonly Finding[] {
    const typist = this.#typists.get(session);
    const typed = typist?.row.typed();
    if (!typist || !typed) return findings;
    return typist.row.shownOf(path, findings, session.told.haveOthersChanged(typist.told, typed.path));
  }

  /** Whether somebody is typing a row of its documents. */
  isUnderWay(session: FolderSession): boolean {
    return this.#typists.get(session)?.row.typed() !== undefined;
  }

  /** Whether anything is kept back now. */
  keepsBack(): boolean {
    return [...this.#typists.keys()].some(
      (session) =>
        this.isUnderWay(session) &&
        session.engine
          .findings()
          .some(({ byPath }) => [...byPath].some(([path, its]) => this.shownOf(session, path, its) !== its)),
    );
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #onChange({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    const found = this.#sessions.of(document.uri);
    if (!found || contentChanges.length === 0) return;
    const { session, path } = found;
    const { row } = this.#typistOf(session);
    const before = row.typed();
    // What is taken back or done again is somebody's last word, unless it is a part of what is typed.
    const isTyped = reason === undefined || before !== undefined;
    row.changed(path, contentChanges, isTyped ? rowOf(document, contentChanges) : undefined);
    if (before && !row.typed()) this.#left.fire(session);
  }

  /** The cursor may be elsewhere now. */
  #onCursor(): void {
    const editor = vscode.window.activeTextEditor;
    for (const [session, { row }] of this.#typists) {
      const typed = row.typed();
      if (!typed) continue;
      const isThere =
        editor?.document.uri.toString() === session.uriOf(typed.path).toString() &&
        editor.selections.some(({ active: { line } }) => line >= typed.row.first && line <= typed.row.last);
      if (!isThere) this.#leave(session, row);
    }
  }

  #onSave({ uri }: vscode.TextDocument): void {
    const found = this.#sessions.of(uri);
    const row = found && this.#typists.get(found.session)?.row;
    if (found && row?.typed()?.path === found.path) this.#leave(found.session, row);
  }

  #leave(session: FolderSession, row: TypedRow): void {
    const typed = row.typed();
    if (!typed) return;
    row.left();
    // What is said now is what was there before for the next row.
    if (isJudgedWhereOpen(session, typed.path)) this.#onJudged(session);
    this.#left.fire(session);
  }

  #onJudged(session: FolderSession): void {
    const typist = this.#typistOf(session);
    if (typist.row.typed()) return;
    const said = new Map(session.engine.findings().flatMap(({ byPath }) => [...byPath]));
    typist.row.judged(said, (path) => isJudgedWhereOpen(session, path));
    typist.told = session.told.count();
  }

  #forgetClosed(): void {
    const open = new Set(this.#sessions.all());
    for (const session of this.#typists.keys()) if (!open.has(session)) this.#typists.delete(session);
  }

  #typistOf(session: FolderSession): Typist {
    let typist = this.#typists.get(session);
    if (!typist) this.#typists.set(session, (typist = { row: new TypedRow(), told: session.told.count() }));
    return typist;
  }
}

/** The row under the cursor, where a text changed in it and nowhere else. */
function rowOf(
  document: vscode.TextDocument,
  changes: readonly vscode.TextDocumentContentChangeEvent[],
): Lines | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document !== document) return undefined;
  const row = rowAround(
    (line) => document.lineAt(line).text,
    document.lineCount,
    Math.min(editor.selection.active.line, document.lineCount - 1),
  );
  const isWithin = changes.every(
    ({ range, text }) =>
      range.isSingleLine &&
      range.start.line >= row.first &&
      range.end.line <= row.last &&
      !/[\r\n]/.test(text),
  );
  return isWithin ? row : undefined;
}
