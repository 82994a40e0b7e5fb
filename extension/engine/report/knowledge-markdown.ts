import { sharesSaid } from '../kinds/ownership-map/shares-said.ts';
import { say } from '../values/say.ts';
import { knowledgeBar } from './knowledge-bar.ts';
import { componentSaid, isTold, legendSaid, untoldSaid } from './knowledge-report.ts';
import type { ComponentStanding, KnowledgeStanding } from './knowledge-standing.ts';
import { english, type ReportLanguage } from './language.ts';
import { markdownTable, markdownText } from './text-table.ts';

/** The same as a Markdown document: a table of quarters with a bar of characters in each row, then what is said beside. */
export function knowledgeMarkdown(
  standings: readonly KnowledgeStanding[],
  language: ReportLanguage = english,
): string {
  const lines = [language.say(legendSaid())];
  for (const standing of standings) {
    lines.push('', `## ${markdownText(standing.title)}`);
    const table = quartersTable(standing, language);
    if (table.length > 0) lines.push('', ...table);
    const items = standing.components.filter(isTold).map((one) => itemOf(one, language));
    const untold = untoldSaid(standing).map((said) => `- ${markdownText(language.say(said))}`);
    if (items.length + untold.length > 0) lines.push('', ...items, ...untold);
  }
  return `${lines.join('\n')}\n`;
}

/** The lines of a table with a row for each quarter of each component; none where nothing is known of any. */
export function quartersTable(
  { components }: KnowledgeStanding,
  language: ReportLanguage,
): readonly string[] {
  const rows = components.flatMap((one) => rowsOf(one, language));
  return rows.length === 0 ? [] : markdownTable(headerIn(language), rows);
}

function headerIn({ say: inLanguage }: ReportLanguage): readonly string[] {
  return [say('Component'), say('Quarter'), say('Who worked on it'), say('Share'), say('Commits')].map(
    inLanguage,
  );
}

function rowsOf(
  { component, work }: ComponentStanding,
  { say: inLanguage }: ReportLanguage,
): readonly string[][] {
  if ('unknown' in work) return [];
  return work.quarters.map(({ quarter, sides, changes }) => [
    component,
    quarter,
    knowledgeBar(sides),
    inLanguage(sharesSaid(sides)),
    String(changes),
  ]);
}

function itemOf(one: ComponentStanding, { say: inLanguage }: ReportLanguage): string {
  const said = componentSaid(one).map((each) => markdownText(inLanguage(each)));
  return `- **${markdownText(one.component)}**: ${said.join('; ')}.`;
}
