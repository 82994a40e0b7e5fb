import * as vscode from 'vscode';
import type { IsoDate } from '../../engine/model/value.ts';
import type { Knowledge } from '../../engine/reports.ts';
import { reportLanguage } from '../localise.ts';
import type { FolderSession } from '../workspace/folder-session.ts';
import { linkTo } from './link-to.ts';
import { markup, withWholeDates, type Html } from './markup.ts';
import type { About } from './page-address.ts';
import { pageTable } from './page-table.ts';

/** How far the knowledge of each plan has moved: what to tell first, then a row for each topic. */
export async function knowledgeReport(
  session: FolderSession,
  asOf: IsoDate,
  only: About | undefined,
): Promise<Html> {
  const { engine } = session;
  const plans: Knowledge[] = [];
  for (const { folder } of engine.engagements()) {
    if (only !== undefined && only.engagement !== folder) continue;
    const standing = await engine.standing(folder, asOf);
    plans.push(...(standing?.knowledge ?? []));
  }
  const shown = plans.filter(({ path }) => only?.document === undefined || only.document === path);
  if (shown.length === 0)
    return markup`<p>${vscode.l10n.t('No active plan says what knowledge moves to whom.')}</p>`;
  return markup`<p>${withWholeDates(vscode.l10n.t('As of {0}.', asOf))}</p>
    ${shown.map((plan) => planReport(session, plan))}`;
}

function planReport(session: FolderSession, plan: Knowledge): Html {
  const { lines, header, rows } = session.modules.knowledgeTable(plan, reportLanguage);
  const { path } = plan;
  const [, , ofFrom = '', ofTo = '', ofNext = ''] = header;
  return markup`<h2>${linkTo(session, plan, plan.title)}</h2>
    <ul>
      ${lines.map(([name, text]) => markup`<li><strong>${name}</strong>: ${withWholeDates(text)}</li> `)}
    </ul>
    ${pageTable(
      header,
      rows.map(
        ({ topic, name, marks, stage, from, to, next, remark }) =>
          markup`<tr>
              <td>${linkTo(session, { path, range: topic.range }, name)}</td>
              <td><span aria-hidden="true">${marks}</span> ${stage}</td>
              <td data-of="${ofFrom}">${from}</td>
              <td data-of="${ofTo}">${to}</td>
              <td data-of="${ofNext}">${withWholeDates(next)}</td>
              <td><span class="late">${remark}</span></td>
            </tr> `,
      ),
    )}`;
}
