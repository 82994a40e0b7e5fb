import type { NotRun } from '../model/check-result.ts';
import type { DueItem } from '../model/finding.ts';
import type { IsoDate } from '../model/value.ts';
import { plain, type Paint } from './paint.ts';
import { counted, shown } from './shown.ts';
import { markdownTable, padded } from './text-table.ts';

/** What is due as of a day, for a terminal: by date, what is overdue first and said to be so. */
export function dueText(items: readonly DueItem[], asOf: IsoDate, paint: Paint = plain): string {
  const lines = [`As of ${asOf}: ${summaryOf(items)}.`];
  const width = Math.max(0, ...items.map((item) => [...whoOf(item)].length));
  let date: string | undefined | null = null;
  for (const item of items) {
    if (item.date !== date) {
      date = item.date;
      lines.push(
        '',
        paint(
          item.overdue ? 'error' : 'strong',
          `${date ?? 'Without a day'}${date === undefined ? '' : `  ${whenOf(item)}`}`,
        ),
      );
    }
    const rule = paint('faint', `(${placeOf(item)}, ${item.code} ${item.name})`);
    lines.push(`  ${padded(whoOf(item), width)}  ${shown(item.what)}  ${rule}`);
  }
  return `${lines.join('\n')}\n`;
}

export function dueMarkdown(items: readonly DueItem[], asOf: IsoDate): string {
  const rows = items.map((item) => [
    item.date ?? '',
    item.date === undefined ? 'open' : whenOf(item),
    whoOf(item),
    item.what,
    placeOf(item),
    item.code,
  ]);
  const table =
    items.length === 0 ? [] : ['', ...markdownTable(['Date', 'When', 'Who', 'What', 'Where', 'Rule'], rows)];
  return `${[`As of ${asOf}: ${summaryOf(items)}.`, ...table].join('\n')}\n`;
}

/** For programs: lines and columns from 1. */
export function dueJson(items: readonly DueItem[], asOf: IsoDate, notRun: readonly NotRun[] = []): string {
  const data = {
    version: 1,
    asOf,
    notRun,
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
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

/** "today", "in 3 days", "OVERDUE by 24 days". */
export function daysInWords(daysLeft: number): string {
  if (daysLeft === 0) return 'today';
  return daysLeft > 0 ? `in ${counted(daysLeft, 'day')}` : `OVERDUE by ${counted(-daysLeft, 'day')}`;
}

function whenOf({ daysLeft }: DueItem): string {
  return daysLeft === undefined ? '' : daysInWords(daysLeft);
}

function whoOf({ party, person }: DueItem): string {
  const side = party === 'both' ? 'both sides' : party;
  return person === undefined ? side : `${side}: ${shown(person)}`;
}

function placeOf({ path, range }: DueItem): string {
  return `${shown(path)}:${range.start.line + 1}`;
}

function summaryOf(items: readonly DueItem[]): string {
  if (items.length === 0) return 'nothing is due';
  const overdue = items.filter((item) => item.overdue).length;
  const open = items.filter((item) => item.date === undefined).length;
  const coming = items.length - overdue - open;
  return [
    `${overdue} overdue`,
    `${coming} to come`,
    ...(open > 0 ? [`${open} open without a day`] : []),
  ].join(', ');
}
