import * as vscode from 'vscode';
import type { DueItem, Engine } from '../../engine/index.ts';
import type { IsoDate } from '../../engine/model/value.ts';
import type { FolderSession } from '../workspace/folder-session.ts';
import { localise, reportLanguage } from '../localise.ts';
import type { CommandContext } from './command-context.ts';
import { knowledgeReport } from './knowledge-report.ts';
import { historyPage, historyReport } from './history-page.ts';
import { handOverPage, leaverPage, renderLeaver } from './leaver-page.ts';
import { linkTo } from './link-to.ts';
import { commandLink, markup, withWholeDates, type Html } from './markup.ts';
import { aboutOf, type About } from './page-address.ts';
import { pageTable } from './page-table.ts';
import type { Page } from './pages.ts';
import { rulePage } from './rule-page.ts';

export const duePage = '/Due';
export const factsPage = '/Facts';
export const knowledgePage = '/Knowledge';
/** Those that say something else after each change. */
export const livePages: readonly string[] = [duePage, factsPage, knowledgePage, leaverPage, historyPage];

const rules = '/Rules/';

export function rulePagePath(code: string): string {
  return `${rules}${code}`;
}

/** The pages, by their path. Facts and due items are those of one engagement or document where `about` names it. */
export async function renderPage(context: CommandContext, path: string, about: string): Promise<Page> {
  const { sessions, host } = context;
  if (path.startsWith(rules))
    return (await rulePage(await host.loadEngine(), path.slice(rules.length))) ?? noPage();
  if (path === leaverPage || path === handOverPage) return (await renderLeaver(context, about)) ?? noPage();
  const only = aboutOf(about);
  if (only === undefined || !livePages.includes(path)) return noPage();
  await sessions.settled();
  const asked = sessions
    .all()
    .filter(
      ({ folder, engine }) =>
        only === 'everything' || (folder.uri.toString() === only.folder && isThere(engine, only)),
    );
  const document = only === 'everything' ? undefined : only.document;
  if (document !== undefined && asked.length === 0) return noPage();
  const paths = only === 'everything' ? {} : { paths: [only.document ?? only.engagement] };
  const of = only === 'everything' ? undefined : (document ?? titleOf(asked[0], only));
  return await inAll(asked, pageTitle(path), of, async (session) => {
    const asOf = session.asOf();
    if (path === duePage) return dueReport(session, await session.engine.due({ asOf, ...paths }), asOf);
    if (path === factsPage) return await factsReport(session, asOf, paths);
    if (path === historyPage) return await historyReport(session, document ?? '');
    return await knowledgeReport(session, asOf, only === 'everything' ? undefined : only);
  });
}

function pageTitle(path: string): string {
  if (path === duePage) return vscode.l10n.t('What is due');
  if (path === historyPage) return vscode.l10n.t('History');
  return path === factsPage ? vscode.l10n.t('Facts') : vscode.l10n.t('Knowledge transfer');
}

function isThere(engine: Engine, { engagement, document }: About): boolean {
  const its = engine.engagements().find(({ folder }) => folder === engagement);
  return its !== undefined && (document === undefined || its.documents.some(({ path }) => path === document));
}

function titleOf(session: FolderSession | undefined, { engagement }: About): string | undefined {
  return session?.engine.engagements().find(({ folder }) => folder === engagement)?.title;
}

/** A row for each item: how soon and on which day, what is to be done, who does it, and where it stands. */
function dueReport(session: FolderSession, items: readonly DueItem[], asOf: IsoDate): Html {
  const { modules } = session;
  const { summary, header, lines } = modules.dueLines(items, asOf, reportLanguage);
  if (lines.length === 0) return markup`<p>${withWholeDates(summary)}</p>`;
  const rows = lines.map(({ item, date, when, who, place }) => {
    const what = linkTo(session, item, localise(item.said));
    const day = date === undefined ? markup`` : markup`<time>${date}</time> `;
    return markup`<tr>
      <td>${day}<span class="${item.overdue ? 'days late' : 'days'}">${when}</span></td>
      <td>${what}</td>
      <td>${who}</td>
      <td class="where">${linkTo(session, item, place)}, ${linkToRule(item.code)}</td>
    </tr> `;
  });
  return markup`<p>${withWholeDates(summary)}</p>
    ${pageTable(header, rows)}`;
}

async function factsReport(
  session: FolderSession,
  asOf: IsoDate,
  paths: { readonly paths?: readonly string[] },
): Promise<Html> {
  const { engine, modules } = session;
  const { summary, files } = modules.factLines(await engine.facts({ asOf, ...paths }), asOf, reportLanguage);
  return markup`<p>${withWholeDates(summary)}</p>
    ${files.map(
      ({ path, lines }) =>
        markup`<h2>${linkTo(session, { path }, path)}</h2>
          <ul>
            ${lines.map(
              ({ fact, title, value, place, working, chain }) =>
                markup`<li>
                  <p>
                    <strong>${title}: ${withWholeDates(value)}</strong>
                    <span class="of">(${linkTo(session, fact, place)})</span><br />${withWholeDates(working)}
                  </p>
                  ${
                    chain.length === 0
                      ? markup``
                      : markup`<ul>
                          ${chain.map((link) => markup`<li>${withWholeDates(link)}</li>`)}
                        </ul>`
                  }
                </li> `,
            )}
          </ul> `,
    )}`;
}

function linkToRule(code: string): Html {
  return commandLink('outrigger.explain', code, code);
}

/** One report for each folder of the workspace that holds an engagement, or the one about an engagement or document. */
async function inAll(
  sessions: readonly FolderSession[],
  title: string,
  of: string | undefined,
  report: (session: FolderSession) => Promise<Html> | Html,
): Promise<Page> {
  const whole = of === undefined ? title : `${title}: ${of}`;
  if (sessions.length === 0)
    return {
      title: whole,
      body: markup`<h1>${whole}</h1>
        <p>${vscode.l10n.t('There is no engagement here yet.')}</p>`,
    };
  const parts: Html[] = [];
  for (const session of sessions) {
    const heading = sessions.length === 1 ? whole : `${title}: ${session.folder.name}`;
    parts.push(
      markup`<h1>${heading}</h1>
        ${await report(session)} `,
    );
  }
  return { title: whole, body: markup`${parts}` };
}

/** What an address shows that nobody here has made. */
function noPage(): Page {
  const text = vscode.l10n.t('There is no such page.');
  return { title: text, body: markup`<p>${text}</p>` };
}
