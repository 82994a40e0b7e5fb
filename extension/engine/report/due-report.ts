import type { NotRun } from '../model/check-result.ts';
import type { DueItem } from '../model/finding.ts';
import type { IsoDate } from '../model/value.ts';
import type { Said } from '../model/said.ts';
import { daysSaid } from '../values/length-said.ts';
import { joined, say, words } from '../values/say.ts';
import { english, type ReportLanguage } from './language.ts';
import { notRunData } from './not-run-lines.ts';
import { plain, type Paint } from './paint.ts';
import { shown, shownJson, shownName } from './shown.ts';
import { markdownTable, padded } from './text-table.ts';

/** What is due as of a day, for a terminal: by date, what is overdue first and said to be so. */
export function dueText(
  items: readonly DueItem[],
  asOf: IsoDate,
  paint: Paint = plain,
  language: ReportLanguage = english,
): string {
  const lines = [summaryOf(items, asOf, language)];
  const width = Math.max(0, ...items.map((item) => [...whoOf(item, language)].length));
  let date: string | undefined | null = null;
  for (const item of items) {
    if (item.date !== date) {
      date = item.date;
      const heading =
        date === undefined ? language.say(say('Without a day')) : `${date}  ${whenOf(item, language)}`;
      lines.push('', paint(item.overdue ? 'error' : 'strong', heading));
    }
    const rule = paint('faint', `(${placeOf(item)}, ${item.code} ${item.name})`);
    lines.push(`  ${padded(whoOf(item, language), width)}  ${shown(language.say(item.said))}  ${rule}`);
  }
  return `${lines.join('\n')}\n`;
}

/** The same as a Markdown table; of few columns, so that what is to be done has room beside a side bar. */
export function dueMarkdown(
  items: readonly DueItem[],
  asOf: IsoDate,
  language: ReportLanguage = english,
): string {
  const { summary, header, lines } = dueLines(items, asOf, language);
  const rows = lines.map(({ item, date, when, who, place }) => [
    date === undefined ? when : `${date}, ${when}`,
    language.say(item.said),
    who,
    `${place}, ${item.code}`,
  ]);
  const table = items.length === 0 ? [] : ['', ...markdownTable(header, rows)];
  return `${[summary, ...table].join('\n')}\n`;
}

/** What such a table is made of, in the words of a language. */
export interface DueLines {
  readonly summary: string;
  /** Above the day, what is to be done, who does it, and where it stands. */
  readonly header: readonly string[];
  readonly lines: readonly DueLine[];
}

interface DueLine {
  readonly item: DueItem;
  /** Absent where it is open without a day. */
  readonly date: IsoDate | undefined;
  readonly when: string;
  readonly who: string;
  /** `sla.md:12`. */
  readonly place: string;
}

export function dueLines(items: readonly DueItem[], asOf: IsoDate, language: ReportLanguage): DueLines {
  return {
    summary: summaryOf(items, asOf, language),
    header: [say('Date'), say('What'), say('Who'), say('Where')].map(language.say),
    lines: items.map((item) => ({
      item,
      date: item.date,
      when: item.date === undefined ? language.say(say('open')) : whenOf(item, language),
      who: whoOf(item, language),
      place: placeOf(item),
    })),
  };
}

/** For programs: lines and columns from 1. */
export function dueJson(items: readonly DueItem[], asOf: IsoDate, notRun: readonly NotRun[] = []): string {
  const data = {
    version: 1,
    asOf,
    notRun: notRunData(notRun),
    items: items.map((item) => ({
      code: item.code,
      name: item.name,
      date: item.date ?? null,
      daysLeft: item.daysLeft ?? null,
      overdue: item.overdue,
      severity: item.severity,
      party: item.party,
      person: item.person ?? null,
      what: item.what,
      path: item.path,
      line: item.range.start.line + 1,
      column: item.range.start.character + 1,
      at: item.at,
      data: item.data,
    })),
  };
  return shownJson(data);
}

/** "today", "in 3 days", "OVERDUE by 24 days". */
export function daysLeftSaid(daysLeft: number): Said {
  if (daysLeft === 0) return say('today');
  const days = daysSaid(Math.abs(daysLeft));
  return daysLeft > 0 ? say('in {{days}}', { days }) : say('OVERDUE by {{days}}', { days });
}

function whenOf({ daysLeft }: DueItem, { say: inLanguage }: ReportLanguage): string {
  return daysLeft === undefined ? '' : inLanguage(daysLeftSaid(daysLeft));
}

function whoOf({ party, person }: DueItem, { say: inLanguage }: ReportLanguage): string {
  const side = party === 'both' ? say('both sides') : words(party, 'side');
  return inLanguage(joined(person === undefined ? [side] : [side, shown(person)], ': '));
}

function placeOf({ path, range }: DueItem): string {
  return `${shownName(path)}:${range.start.line + 1}`;
}

function summaryOf(items: readonly DueItem[], asOf: IsoDate, { say: inLanguage }: ReportLanguage): string {
  return inLanguage(say('As of {{day}}: {{summary}}.', { day: asOf, summary: countsOf(items) }));
}

function countsOf(items: readonly DueItem[]): Said {
  if (items.length === 0) return say('nothing is due');
  const overdue = items.filter((item) => item.overdue).length;
  const open = items.filter((item) => item.date === undefined).length;
  const coming = items.length - overdue - open;
  return joined(
    [
      say('{{count}} overdue', { count: String(overdue) }),
      say('{{count}} to come', { count: String(coming) }),
      ...(open > 0 ? [say('{{count}} open without a day', { count: String(open) })] : []),
    ],
    ', ',
  );
}
