import type { HoverKnowledge } from '../../engine/index.ts';
import type { Said } from '../../engine/model/said.ts';
import type { Translations } from '../commands/prompts.ts';
import { escapeMarkdown } from '../escape-markdown.ts';

interface HoverWords {
  readonly l10n: Translations;
  readonly say: (said: Said) => string;
}

/** So many characters are all of the work. */
const barLength = 10;

/** Who did how much of the work on a component, as paragraphs in Markdown: a bar for each quarter, with its text beside it. */
export function knowledgeLines(
  { component, plan, quarters, teams, why }: HoverKnowledge,
  { l10n, say }: HoverWords,
): readonly string[] {
  const said = (text: Said): string => escapeMarkdown(say(text));
  const header = [l10n.t('Quarter'), l10n.t('█ client, ░ supplier, ▒ not known'), '', l10n.t('Commits')];
  const rows = quarters.map((quarter) => [
    escapeMarkdown(quarter.quarter),
    barOf(quarter),
    said(quarter.said),
    String(quarter.changes),
  ]);
  return [
    `**${l10n.t('Work on {0} in the Git history', escapeMarkdown(component))}**`,
    ...(plan ? [said(plan)] : []),
    ...(why ? [said(why)] : []),
    ...(rows.length > 0 ? [tableOf([header, header.map(() => '---'), ...rows])] : []),
    ...(teams.length > 0 ? [l10n.t('Teams in the last 12 months: {0}', teams.map(said).join(', '))] : []),
  ];
}

function tableOf(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A drawing: the text beside it has the numbers. */
function barOf({ sides }: HoverKnowledge['quarters'][number]): string {
  const cells = (percent: string): number => Math.round((Number(percent) * barLength) / 100);
  const client = cells(sides.client);
  const unknown = Math.min(cells(sides.unknown), barLength - client);
  return '█'.repeat(client) + '▒'.repeat(unknown) + '░'.repeat(barLength - client - unknown);
}
