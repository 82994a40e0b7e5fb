import * as vscode from 'vscode';
import { localise } from '../localise.ts';
import { plainText } from '../plain-text.ts';
import { changeDocument, openDocument } from './change-document.ts';
import type { CommandContext } from './command-context.ts';
import { draftAsked } from './document-asked.ts';
import { isImportWanted, showImportProblems } from './import-form.ts';
import { sayWithSave } from './open-to-change.ts';
import type { SavedTexts } from './saved-texts.ts';
import { spokenModules } from './spoken-modules.ts';
import { chooseTable, readTable } from './table-of-results.ts';

/** What `outrigger.importResults` did. */
interface Imported {
  /** Whether the record has another text now. */
  readonly isChanged: boolean;
}

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
  const modules = spokenModules(await host.loadEngine(), localise);
  const asked = draftAsked(sessions, target);
  if (!asked) return undefined;
  const { session, path } = asked;
  const { file, write } = Object(target) as Readonly<Record<string, unknown>>;
  const chosen = typeof file === 'string' ? file : await chooseTable(session, prompts);
  const table = chosen === undefined ? undefined : await readTable(session, chosen, modules);
  const opened = table && (await openDocument(sessions, asked, saved));
  if (!opened) return undefined;
  const found = session.engine.importedResults(path, table.lines);
  if (!found) return undefined;
  const surroundings = { modules, prompts, l10n: vscode.l10n, say: localise };
  if (found.problems.length > 0) {
    await showImportProblems(table.name, found, surroundings);
    return undefined;
  }
  const counts = vscode.l10n.t('{0}: {1}.', path, localise(modules.importCounts(found)));
  if (found.text === opened.text) {
    void vscode.window.showInformationMessage(
      plainText([counts, vscode.l10n.t('There is nothing to write.')].join(' ')),
    );
    return { isChanged: false };
  }
  if (write !== true && !(await isImportWanted(found, surroundings))) return undefined;
  if (!(await changeDocument(sessions, asked, opened, found.text))) return undefined;
  await vscode.window.showTextDocument(session.uriOf(path), { preview: false });
  sayWithSave([counts, vscode.l10n.t('Nothing is saved yet.')], true);
  return { isChanged: true };
}
