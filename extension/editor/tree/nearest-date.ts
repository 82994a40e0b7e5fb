import { plainText } from '../plain-text.ts';
import type { EngagementLine } from './engagement-rows.ts';
import { inMarkdown, joined, oneLine, withoutFullStop } from './row.ts';
import { finalDateText, overdueText, whenText, type Wording } from './wording.ts';

/** What the status bar says. */
export interface NearestDate {
  /** With product icons. */
  readonly text: string;
  /** Markdown with product icons. */
  readonly tooltip: string;
  readonly spoken: string;
}

/** A date ahead: one that cannot be undone, or one on which something is due. */
interface Ahead {
  readonly date: string;
  readonly daysLeft: number;
  readonly what: string;
  readonly title: string;
  readonly isFinal: boolean;
}

/** Lines of the tooltip; more is what the tree is for. */
const linesAtMost = 5;
/** Characters that the bar has room for, of what is to be done and of whose it is; and a line of the tooltip. */
const charactersAtMost = { what: 32, title: 20, line: 46 };

/**
 * The nearest date over all engagements. Undefined where nothing is known of any; an engagement with nothing
 * ahead says so.
 */
export function nearestDate(lines: readonly EngagementLine[], wording: Wording): NearestDate | undefined {
  const { l10n } = wording;
  const known = lines.flatMap(({ overview, title }) => (overview ? [{ overview, title }] : []));
  if (known.length === 0) return undefined;
  const ahead = known
    .flatMap(({ overview, title }) => aheadOf(overview, oneLine(title), wording))
    .sort((a, b) => a.daysLeft - b.daysLeft || Number(b.isFinal) - Number(a.isFinal));
  const overdue = known.reduce((total, { overview }) => total + overview.standing.overdue.length, 0);
  const [nearest] = ahead;
  const several = known.length > 1;
  const said = nearest
    ? `${nearest.date} ${joinedTitle(nearest, several)}`
    : overdue > 0
      ? overdueText(wording, overdue)
      : l10n.t('nothing is due');
  const bar = nearest
    ? joined([
        `${nearest.date} ${shortened(nearest.what, charactersAtMost.what)}`,
        several ? shortened(nearest.title, charactersAtMost.title) : undefined,
      ])
    : said;
  const icon = nearest ? (nearest.isFinal ? 'milestone' : 'calendar') : overdue > 0 ? 'warning' : 'calendar';
  const rows = ahead.slice(0, linesAtMost);
  // With several engagements each has its name above its dates: beside them a line would be too long.
  const blocks = several
    ? [...new Set(rows.map(({ title }) => title))].map((title) => [
        `$(briefcase) ${inMarkdown(title)}`,
        ...rows.filter((row) => row.title === title).map((row) => tooltipLine(row, wording)),
      ])
    : [rows.map((row) => tooltipLine(row, wording))];
  const late = overdue > 0 ? [`$(warning) ${inMarkdown(overdueText(wording, overdue))}`] : [];
  const head = inMarkdown(nearest ? l10n.t('What comes next') : l10n.t('No date is ahead'));
  return {
    text: `$(${icon}) ${plainText(bar)}`,
    // Each line has an icon before it, so that it needs no other mark.
    tooltip: [`**${head}**`, ...late, ...blocks.map((lines) => lines.join('  \n'))].join('\n\n').trim(),
    spoken: nearest
      ? l10n.t('Outrigger, next date: {0}, {1}', said, whenText(wording, nearest.daysLeft))
      : l10n.t('Outrigger: {0}', said),
  };
}

function tooltipLine({ isFinal, date, what, daysLeft }: Ahead, wording: Wording): string {
  const text = joined([shortened(what, charactersAtMost.line), whenText(wording, daysLeft)]);
  return `$(${isFinal ? 'milestone' : 'calendar'}) **${date}** ${inMarkdown(text)}`;
}

function aheadOf(
  { standing, due }: NonNullable<EngagementLine['overview']>,
  title: string,
  wording: Wording,
): readonly Ahead[] {
  const final = standing.next && {
    ...standing.next,
    what: finalDateText(wording, standing.next),
    title,
    isFinal: true,
  };
  const items = due.flatMap((item) => {
    const { date, daysLeft } = item;
    if (date === undefined || daysLeft === undefined || daysLeft < 0) return [];
    return [{ date, daysLeft, what: withoutFullStop(wording.due(item)), title, isFinal: false }];
  });
  return final ? [final, ...items] : items;
}

/** With several engagements it must be said whose date it is. */
function joinedTitle({ what, title }: Ahead, several: boolean): string {
  return several ? `${title}: ${what}` : what;
}

function shortened(text: string, atMost: number): string {
  const characters = [...text];
  return characters.length <= atMost ? text : `${characters.slice(0, atMost - 1).join('')}…`;
}
