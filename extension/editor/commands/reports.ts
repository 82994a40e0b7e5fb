import * as vscode from 'vscode';
import type { FolderSession } from '../folder-session.ts';
import type { EngineModule } from '../host.ts';
import type { CommandContext } from './command-context.ts';

export const duePage = '/Due.md';
export const factsPage = '/Facts.md';

const rules = '/Rules/';

export function rulePagePath(code: string): string {
  return `${rules}${code}.md`;
}

/** The Markdown of the pages, by their path. Facts and due items are those of one engagement where `about` names it. */
export async function renderPage(
  { sessions, host }: CommandContext,
  path: string,
  about: string,
): Promise<string> {
  const only =
    about === ''
      ? undefined
      : (JSON.parse(about) as { readonly folder: string; readonly engagement: string });
  if (path.startsWith(rules))
    return renderRule(await host.loadEngine(), path.slice(rules.length, -'.md'.length));
  await sessions.settled();
  const asked = sessions.all().filter(({ folder }) => !only || folder.uri.toString() === only.folder);
  const paths = only ? { paths: [only.engagement] } : {};
  if (path === duePage) {
    return await inAll(asked, vscode.l10n.t('What is due'), async ({ engine, modules, asOf }) => {
      const day = asOf();
      return withWholeDates(modules.dueMarkdown(await engine.due({ asOf: day, ...paths }), day));
    });
  }
  return await inAll(asked, vscode.l10n.t('Facts'), async ({ engine, modules, asOf }) => {
    const day = asOf();
    return modules.factsMarkdown(await engine.facts({ asOf: day, ...paths }), day);
  });
}

/** A preview breaks lines at hyphens, in a narrow column dates too: those get hyphens that hold, save in paths. */
function withWholeDates(table: string): string {
  return table.replace(/(?<![\w/-])(\d{4})-(\d\d)-(\d\d)(?![\w-])/g, '$1\u2011$2\u2011$3');
}

/** One report for each folder of the workspace that holds an engagement. */
async function inAll(
  sessions: readonly FolderSession[],
  title: string,
  report: (session: FolderSession) => Promise<string>,
): Promise<string> {
  if (sessions.length === 0) return `# ${title}\n\n${vscode.l10n.t('There is no engagement here yet.')}\n`;
  const parts: string[] = [];
  for (const session of sessions) {
    const heading = sessions.length === 1 ? title : `${title}: ${session.folder.name}`;
    parts.push(`# ${heading}\n\n${await report(session)}`);
  }
  return parts.join('\n');
}

function renderRule({ checkRules, dueRules, rulePage }: EngineModule, code: string): string {
  const rule = [...checkRules, ...dueRules].find((one) => one.code === code);
  return rule ? rulePage(rule) : '';
}
