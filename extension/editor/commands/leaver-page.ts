import * as vscode from 'vscode';
import { reportLanguage } from '../localise.ts';
import type { FolderSession } from '../workspace/folder-session.ts';
import type { CommandContext } from './command-context.ts';
import { linkTo } from './link-to.ts';
import { markup, withWholeDates, type Html } from './markup.ts';
import { leaverOf, type LeaverAbout } from './page-address.ts';
import { pageTable } from './page-table.ts';
import type { Page } from './pages.ts';

export { leaverQueryOf } from './page-address.ts';

/** What hangs on a person; it says something else after each change. */
export const leaverPage = '/Leaver';
/** The same with what somebody takes over, as it was when it was asked for: trying it again after each key would cost too much. */
export const handOverPage = '/HandOver';

/** Undefined where the address names nobody. */
export async function renderLeaver({ sessions }: CommandContext, about: string): Promise<Page | undefined> {
  const asked = leaverOf(about);
  if (!asked) return undefined;
  await sessions.settled();
  const session = sessions.all().find(({ folder }) => folder.uri.toString() === asked.folder);
  const { person, on, to, engagement } = asked;
  const found = await session?.engine.leaver(engagement, { person, on, to });
  if (!session || !found) return undefined;
  const title = titleOf(asked);
  const { summary, header, groups } = session.modules.leaverLines(
    found.report,
    found.handOver,
    reportLanguage,
  );
  return {
    title,
    body: markup`<h1>${title}</h1>
      ${summary.map((line) => markup`<p>${withWholeDates(line)}</p> `)}
      ${groups.map(
        ({ title: of, lines }) => markup`<h2>${of}</h2>
          ${pageTable(
            header,
            lines.map((line) => rowOf(session, line)),
          )} `,
      )}`,
  };
}

function titleOf({ person, to }: LeaverAbout): string {
  return to === undefined
    ? vscode.l10n.t('{0} leaves', person)
    : vscode.l10n.t('{0} leaves, {1} takes over', person, to);
}

function rowOf(
  session: FolderSession,
  line: Parameters<typeof linkTo>[1] & { place: string; text: string },
): Html {
  return markup`<tr>
    <td class="where">${linkTo(session, line, line.place)}</td>
    <td>${withWholeDates(line.text)}</td>
  </tr> `;
}
