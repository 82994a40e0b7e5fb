import * as vscode from 'vscode';
import { localise, reportLanguage } from '../localise.ts';
import type { FolderSession } from '../workspace/folder-session.ts';
import type { CommandContext } from './command-context.ts';
import { documentAsked } from './document-asked.ts';
import { markup, withWholeDates, type Html } from './markup.ts';
import { queryOf } from './page-address.ts';
import { pageTable } from './page-table.ts';
import type { Pages } from './pages.ts';

/** Who changed what of a document, and who signed which content; it says something else after each commit. */
export const historyPage = '/History';

/**
 * `outrigger.showHistory`: opens that page. `target` is what a row of the tree says: `{ folder, engagement, document }`; without
 * a document it is the one in front.
 */
export async function showHistory(
  { sessions }: CommandContext,
  pages: Pick<Pages, 'show'>,
  target?: unknown,
): Promise<vscode.Uri | undefined> {
  await sessions.settled();
  const asked = documentAsked(sessions, target);
  if (!asked) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a document of an engagement first: it is the one in front that is meant.'),
    );
    return undefined;
  }
  const { session, path, engagement } = asked;
  const folder = session.folder.uri.toString();
  return await pages.show(historyPage, queryOf({ folder, engagement, document: path }));
}

/** What stands on it below the title, or why nothing is known. */
export async function historyReport(session: FolderSession, path: string): Promise<Html> {
  const log = await session.engine.documentLog(path);
  if (!log) return markup`<p>${vscode.l10n.t('There is no such document.')}</p>`;
  if ('to' in log) return await historyReport(session, log.to);
  if ('is' in log) return markup`<p>${localise(log.why)}</p>`;
  const { lines, header, rows } = session.modules.documentLogTable(log, reportLanguage);
  const [, ofWho = '', , ofCommit = ''] = header;
  return markup`<ul>
      ${lines.map((line) => markup`<li>${withWholeDates(line)}</li> `)}
    </ul>
    ${pageTable(
      header,
      rows.map(
        ({ when, who, what, commit }) =>
          markup`<tr>
            <td>${withWholeDates(when)}</td>
            <td data-of="${ofWho}">${who}</td>
            <td>${what.map((line) => markup`<div>${withWholeDates(line)}</div> `)}</td>
            <td data-of="${ofCommit}">${commit === '' ? '' : markup`<code>${commit}</code>`}</td>
          </tr> `,
      ),
    )}`;
}
