import * as vscode from 'vscode';
import type { DueItem, Engine } from '../../engine/index.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import type { FolderSession } from '../folder-session.ts';
import type { EngineModule } from '../host.ts';
import { localiseDue, reportLanguage } from '../localise.ts';
import type { CommandContext } from './command-context.ts';
import { aboutOf, type About } from './page-address.ts';

export const duePage = '/Due.md';
export const factsPage = '/Facts.md';

const rules = '/Rules/';

export function rulePagePath(code: string): string {
  return `${rules}${code}.md`;
}

/** The Markdown of the pages, by their path. Facts and due items are those of one engagement or document where `about` names it. */
export async function renderPage(
  { sessions, host }: CommandContext,
  path: string,
  about: string,
): Promise<string> {
  if (path.startsWith(rules))
    return renderRule(await host.loadEngine(), path.slice(rules.length, -'.md'.length));
  const only = aboutOf(about);
  if (only === undefined || (path !== duePage && path !== factsPage)) return noPage();
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
  if (path === duePage) {
    return await inAll(asked, vscode.l10n.t('What is due'), document, async ({ engine, modules, asOf }) => {
      const day = asOf();
      const items = inOwnLanguage(await engine.due({ asOf: day, ...paths }), modules);
      return withWholeDates(modules.dueMarkdown(items, day, reportLanguage));
    });
  }
  return await inAll(asked, vscode.l10n.t('Facts'), document, async ({ engine, modules, asOf }) => {
    const day = asOf();
    const facts = await engine.facts({ asOf: day, ...paths });
    return withWholeDates(modules.factsMarkdown(facts, day, reportLanguage));
  });
}

function isThere(engine: Engine, { engagement, document }: About): boolean {
  const its = engine.engagements().find(({ folder }) => folder === engagement);
  return its !== undefined && (document === undefined || its.documents.some(({ path }) => path === document));
}

/** A preview breaks lines at hyphens, in a narrow column dates too: those get hyphens that hold, save in paths. */
function withWholeDates(page: string): string {
  return page.replace(/(?<![\w/-])(\d{4})-(\d\d)-(\d\d)(?![\w-]|\.\w)/g, '$1\u2011$2\u2011$3');
}

function inOwnLanguage(items: readonly DueItem[], modules: EngineModule): readonly DueItem[] {
  return items.map((item) => ({ ...item, what: localiseDue(item, modules) }));
}

/** One report for each folder of the workspace that holds an engagement, or the one about a document. */
async function inAll(
  sessions: readonly FolderSession[],
  title: string,
  document: string | undefined,
  report: (session: FolderSession) => Promise<string>,
): Promise<string> {
  if (sessions.length === 0) return `# ${title}\n\n${vscode.l10n.t('There is no engagement here yet.')}\n`;
  const parts: string[] = [];
  for (const session of sessions) {
    const of = document ?? (sessions.length === 1 ? undefined : session.folder.name);
    const heading = of === undefined ? title : `${title}: ${escapeMarkdown(of)}`;
    parts.push(`# ${heading}\n\n${await report(session)}`);
  }
  return parts.join('\n');
}

function renderRule({ checkRules, dueRules, rulePage }: EngineModule, code: string): string {
  const rule = [...checkRules, ...dueRules].find((one) => one.code === code);
  return rule ? rulePage(rule) : noPage();
}

/** What an address shows that nobody here has made. */
function noPage(): string {
  return `${vscode.l10n.t('There is no such page.')}\n`;
}
