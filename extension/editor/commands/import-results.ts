import * as vscode from 'vscode';
import type { ResultsImport } from '../../engine/editing.ts';
import type { EngineModule } from '../host.ts';
import { localise } from '../localise.ts';
import { oneLine, plainText } from '../plain-text.ts';
import { changeDocument, openDocument } from './change-document.ts';
import type { CommandContext } from './command-context.ts';
import { draftAsked } from './document-asked.ts';
import { sayWithSave } from './open-to-change.ts';
import type { SavedTexts } from './saved-texts.ts';
import { chooseTable, readTable, type ResultsTable } from './table-of-results.ts';

/** What `outrigger.importResults` did. */
interface Imported {
  /** Whether the record has another text now. */
  readonly isChanged: boolean;
}

/** More lines than a dialog has room for. */
const linesAtMost = 25;

/**
 * `outrigger.importResults`: takes results from a CSV file or the clipboard into the draft of a record, once somebody has
 * seen what that changes. `target` is what a row of the tree says, `{ folder, engagement, document }`, beside it `file`, a path
 * in the folder, and `write: true` where nobody is to be asked; without a document it is the one in front.
 */
export async function importResults(
  { sessions, host, prompts }: CommandContext,
  saved: SavedTexts,
  target?: unknown,
): Promise<Imported | undefined> {
  await sessions.settled();
  const modules = await host.loadEngine();
  const asked = draftAsked(sessions, target);
  if (!asked) return undefined;
  const { session, path } = asked;
  const { file, write } = Object(target) as Readonly<Record<string, unknown>>;
  const chosen = typeof file === 'string' ? file : await chooseTable(session, prompts);
  const table = chosen === undefined ? undefined : await readTable(session, chosen, modules);
  const opened = table && (await openDocument(sessions, asked, saved));
  if (!opened) return undefined;
  const found = session.engine.importedResults(path, table.lines);
  if (!found || found.problems.length > 0) {
    sayProblems(table, path, found);
    return undefined;
  }
  const counts = vscode.l10n.t('{0}: {1}.', path, localise(modules.importCounts(found)));
  if (found.text === opened.text) {
    void vscode.window.showInformationMessage(
      plainText([counts, vscode.l10n.t('There is nothing to write.')].join(' ')),
    );
    return { isChanged: false };
  }
  if (write !== true && !(await isWanted(counts, found, modules))) return undefined;
  if (!(await changeDocument(sessions, asked, opened, found.text))) return undefined;
  await vscode.window.showTextDocument(session.uriOf(path), { preview: false });
  sayWithSave([counts, vscode.l10n.t('Nothing is saved yet.')], true);
  return { isChanged: true };
}

/** Shows what would change, with a button that writes it. */
async function isWanted(counts: string, found: ResultsImport, modules: EngineModule): Promise<boolean> {
  const unread = modules.importUnread(found);
  const lines = [...(unread ? [unread] : []), ...modules.importLines(found)].map(localise);
  const write = vscode.l10n.t('Write the Changes');
  const detail = listOf(lines);
  return (
    (await vscode.window.showInformationMessage(plainText(counts), { modal: true, detail }, write)) === write
  );
}

/** Every line that is wrong: nothing was written. */
function sayProblems({ name }: ResultsTable, path: string, found: ResultsImport | undefined): void {
  const text = vscode.l10n.t('Nothing was written into "{0}".', path);
  const lines = (found?.problems ?? []).map(({ line, said }) => `${name}:${line}: ${localise(said)}`);
  void vscode.window.showWarningMessage(plainText(text), { modal: true, detail: listOf(lines) });
}

function listOf(lines: readonly string[]): string {
  const more = lines.length - linesAtMost;
  const shown = lines.slice(0, linesAtMost).map(oneLine);
  return [...shown, ...(more > 0 ? [vscode.l10n.t('And {0} more.', more)] : [])].join('\n');
}
