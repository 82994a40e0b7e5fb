import type { Range } from '../../engine/index.ts';
import { oneLine, plainText } from '../plain-text.ts';
import type { EngagementLine } from './engagement-line.ts';
import type { RowArgument } from './row-argument.ts';
import { inMarkdown, joined, withoutFullStop } from './row.ts';
import { daysText, overdueText, urgentText, type Wording } from './wording.ts';

/** What the status bar says. */
export interface NearestDate {
  /** With product icons. */
  readonly text: string;
  /** Markdown with product icons. */
  readonly tooltip: string;
  readonly spoken: string;
  /** What a click opens; absent where there is no place to go to. */
  readonly opens: RowArgument | undefined;
}

/** Something that has a day: what cannot be undone, or what is due. */
interface Dated {
  readonly date: string;
  readonly daysLeft: number;
  readonly isLate: boolean;
  readonly isFinal: boolean;
  /** "24 days late: test the plan". */
  readonly said: string;
  readonly title: string;
  readonly opens: RowArgument;
}

/** Lines of the tooltip; more is what the tree is for. */
const linesAtMost = 5;
/** Characters that the bar has room for, of what is to be done and of whose it is. */
const charactersAtMost = { said: 42, title: 20 };

/**
 * What to see to first over all engagements: days that cannot be undone and have passed, then what is overdue, then
 * what comes next. Undefined where nothing is known of any; an engagement where nothing has a day says so.
 */
export function nearestDate(lines: readonly EngagementLine[], wording: Wording): NearestDate | undefined {
  const { l10n } = wording;
  const known = lines.filter(({ overview }) => overview !== undefined);
  if (known.length === 0) return undefined;
  const dated = known.flatMap((line) => datedOf(line, wording)).sort(mostUrgentFirst);
  const [first] = dated;
  const several = known.length > 1;
  const overdue = known.reduce((total, { overview }) => total + (overview?.standing.overdue.length ?? 0), 0);
  const nothing = l10n.t('nothing is due');
  const bar = first
    ? joined([
        shortened(first.said, charactersAtMost.said),
        several ? shortened(first.title, charactersAtMost.title) : undefined,
      ])
    : nothing;
  const rows = dated.slice(0, linesAtMost);
  // With several engagements each has its name above its dates: beside them a line would be too long.
  const blocks = several
    ? [...new Set(rows.map(({ title }) => title))].map((title) => [
        `$(briefcase) ${inMarkdown(title)}`,
        ...rows.filter((row) => row.title === title).map(tooltipLine),
      ])
    : [rows.map(tooltipLine)];
  const late = overdue > 0 ? [`$(warning) ${inMarkdown(overdueText(wording, overdue))}`] : [];
  const head = inMarkdown(first ? l10n.t('What to see to first') : l10n.t('No date is ahead'));
  return {
    text: `$(${first ? iconOf(first) : 'calendar'}) ${plainText(bar)}`,
    // Each line has an icon before it, so that it needs no other mark.
    tooltip: [`**${head}**`, ...late, ...blocks.map((block) => block.join('  \n'))].join('\n\n').trim(),
    spoken: l10n.t(
      'Outrigger: {0}',
      first ? joinedForSpeech([several ? first.title : '', first.said, first.date]) : nothing,
    ),
    opens: first?.opens,
  };
}

function mostUrgentFirst(a: Dated, b: Dated): number {
  return rankOf(a) - rankOf(b) || a.daysLeft - b.daysLeft || Number(b.isFinal) - Number(a.isFinal);
}

function rankOf({ isLate, isFinal }: Dated): number {
  return isLate ? (isFinal ? 0 : 1) : 2;
}

function iconOf({ isLate, isFinal }: Dated): string {
  return isLate ? 'warning' : isFinal ? 'milestone' : 'calendar';
}

/** In full: what the bar cuts must be readable somewhere. */
function tooltipLine(one: Dated): string {
  return `$(${iconOf(one)}) **${one.date}** ${inMarkdown(one.said)}`;
}

function datedOf({ overview, title, folderUri }: EngagementLine, wording: Wording): readonly Dated[] {
  if (!overview) return [];
  const { first, next } = overview.standing;
  const of = (path: string, range: Range): Pick<Dated, 'title' | 'opens'> => ({
    title: oneLine(title),
    opens: { target: { folderUri, path }, click: { does: 'open', range } },
  });
  const finals = [...new Set([first, next])].flatMap((date): readonly Dated[] => {
    if (!date) return [];
    const { daysLeft, path, range } = date;
    const said = urgentText(wording, date);
    return [{ date: date.date, daysLeft, isLate: daysLeft < 0, isFinal: true, said, ...of(path, range) }];
  });
  const items = overview.due.flatMap((item): readonly Dated[] => {
    const { date, daysLeft, overdue: isLate, path, range } = item;
    if (date === undefined || daysLeft === undefined) return [];
    const said = wording.l10n.t('{0}: {1}', daysText(wording, item), withoutFullStop(wording.say(item.said)));
    return [{ date, daysLeft, isLate, isFinal: false, said, ...of(path, range) }];
  });
  return [...finals, ...items];
}

function joinedForSpeech(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}

function shortened(text: string, atMost: number): string {
  const characters = [...text];
  return characters.length <= atMost ? text : `${characters.slice(0, atMost - 1).join('')}…`;
}
