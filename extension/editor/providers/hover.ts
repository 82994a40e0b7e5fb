import * as vscode from 'vscode';
import type { Finding, Hover, HoverFact, HoverKnowledge, HoverName, Title } from '../../engine/index.ts';
import type { Said } from '../../engine/model/said.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import type { FolderSession } from '../workspace/folder-session.ts';
import { judgedDocument } from './judged-document.ts';
import { knowledgeLines } from './knowledge-lines.ts';
import { language, localise, localiseText } from '../localise.ts';
import { questionLine } from './question-line.ts';
import { fromPosition, toRange } from './ranges.ts';
import type { Sessions } from '../workspace/sessions.ts';

/** Shows what a value means, how it was read, what its name stands for, and its facts with their working. */
export function createHovers(sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { language: 'markdown' },
    {
      async provideHover(document, position): Promise<vscode.Hover | undefined> {
        const judged = judgedDocument(sessions, document);
        if (!judged) return undefined;
        const { session, path } = judged;
        const { version } = document;
        const hover = await session.engine.hover(path, fromPosition(position), session.asOf());
        const line = questionLine(session.findingsOf(path));
        const isAtLine = line && toRange(line.range).contains(position);
        if ((!hover && !isAtLine) || document.version !== version) return undefined;
        const range = toRange(hover?.range ?? line!.range);
        const parts = [
          ...(isAtLine ? [questionsShown(line, session)] : []),
          ...(hover ? partsOf(hover, document.getText(range), session) : []),
        ];
        return new vscode.Hover(markdown(parts.join('\n\n---\n\n')), range);
      },
    },
  );
}

/** What documents say is escaped, and nothing that a link could run is trusted. */
function markdown(text: string): vscode.MarkdownString {
  const shown = new vscode.MarkdownString(text);
  shown.isTrusted = false;
  shown.supportHtml = false;
  return shown;
}

/** One text a part, to be set off from each other by a line. */
function partsOf(
  { subject, read, notChecked, name, facts, knowledge, story, changed }: Hover,
  written: string,
  session: FolderSession,
): readonly string[] {
  const said = read && localise(read);
  // A word of the editor's own language says already what it was read as.
  const isNews = said !== undefined && said.toLowerCase() !== written.trim().toLowerCase();
  const about = [
    ...(subject ? [`**${titleOf(subject)}**`, escapeMarkdown(localiseText(subject.description))] : []),
    ...(subject?.example === undefined
      ? []
      : [
          vscode.l10n.t(
            'For example: {0}',
            escapeMarkdown(language.words({ words: subject.example, group: 'example' })),
          ),
        ]),
    ...(notChecked ? [`**${vscode.l10n.t('Not checked')}**`, escapeMarkdown(localise(notChecked))] : []),
    ...(isNews ? [vscode.l10n.t('Read as: {0}', escapeMarkdown(said))] : []),
  ];
  return [
    ...(name ? [named(name, session)] : []),
    // Before facts: a hover that is full hides its end.
    ...(changed ? [listShown(changed.title, changed.lines)] : []),
    ...(facts.length > 0 ? [facts.map(shownFact).join('\n\n')] : []),
    ...(knowledge ? [knowledgeShown(knowledge)] : []),
    ...(story ? [storyShown(story)] : []),
    ...(about.length > 0 ? [about.join('\n\n')] : []),
  ];
}

/** What a draft lacks, in the order in which it is asked. */
function questionsShown(line: Finding, { engine }: FolderSession): string {
  const items = engine
    .asking(line.path)
    .map(({ asks }) => `- ${escapeMarkdown(asks.map(localise).join(' '))}`);
  return [`**${escapeMarkdown(localise(line.said))}**`, items.join('\n')].join('\n\n');
}

function shownFact({ name, value, working, ofRow }: HoverFact): string {
  const title = escapeMarkdown(language.factTitle(name));
  const label = ofRow ? vscode.l10n.t('{0} of this row', title) : title;
  return `**${label}: ${escapeMarkdown(localise(value))}**\n\n${escapeMarkdown(localise(working))}`;
}

function storyShown({ title, lines, isDrawn }: NonNullable<Hover['story']>): string {
  // Nothing of what somebody wrote stands in a drawing.
  if (!isDrawn) return listShown(title, lines);
  return [headingShown(title), ['```text', ...lines.map(localise), '```'].join('\n')].join('\n\n');
}

function listShown(title: Said, lines: readonly Said[]): string {
  return [headingShown(title), lines.map((line) => `- ${escapeMarkdown(localise(line))}`).join('\n')].join(
    '\n\n',
  );
}

function headingShown(title: Said): string {
  return `**${escapeMarkdown(localise(title))}**`;
}

function knowledgeShown(knowledge: HoverKnowledge): string {
  return [
    ...knowledgeLines(knowledge, { l10n: vscode.l10n, say: localise }),
    ...knowledge.facts.map(shownFact),
  ].join('\n\n');
}

function named({ name, of, where, cells }: HoverName, session: FolderSession): string {
  const place = where && `[${escapeMarkdown(where.title)}](${linkTo(where, session)})`;
  const kind = of && titleOf(of);
  const origin =
    kind !== undefined && place !== undefined ? vscode.l10n.t('{0} in {1}', kind, place) : (place ?? kind);
  const rows = cells.map((cell) => `- ${titleOf(cell)}: ${escapeMarkdown(cell.text)}`);
  return [
    `**${escapeMarkdown(name)}**`,
    ...(origin === undefined ? [] : [origin]),
    ...(rows.length > 0 ? [rows.join('\n')] : []),
  ].join('\n\n');
}

function linkTo({ path, range }: NonNullable<HoverName['where']>, session: FolderSession): string {
  const { line, character } = range.start;
  const uri = session.uriOf(path).with({ fragment: `L${line + 1},${character + 1}` });
  // Parentheses stand in addresses as they are, and would end the link.
  return uri.toString().replaceAll('(', '%28').replaceAll(')', '%29');
}

/** Words of the format in the language of the editor. */
function titleOf({ title, titleSv }: Title): string {
  return escapeMarkdown(vscode.env.language.startsWith('sv') ? titleSv : title);
}
