import type { HoverKnowledge } from '../../engine/index.ts';
import type { Said } from '../../engine/model/said.ts';
import type { Translations } from '../commands/prompts.ts';
import { escapeMarkdown } from '../escape-markdown.ts';

interface HoverWords {
  readonly l10n: Translations;
  readonly say: (said: Said) => string;
}

/** Who did how much of the work on a component, as paragraphs in Markdown: a bar for each quarter, with its text beside it. */
export function knowledgeLines(
  { component, plan, quarters, legend, teams, why }: HoverKnowledge,
  { l10n, say }: HoverWords,
): readonly string[] {
  const said = (text: Said): string => escapeMarkdown(say(text));
  const header = [l10n.t('Quarter'), said(legend), '', l10n.t('Commits')];
  const rows = quarters.map((quarter) => [
    escapeMarkdown(quarter.quarter),
    quarter.bar,
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
