import type { IsoDate } from '../model/value.ts';
import { moneyText } from '../values/figures.ts';
import { plain, type Paint } from './paint.ts';
import { counted, shown, shownJson } from './shown.ts';
import type { Standing } from './standing.ts';
import { standingData } from './status-report.ts';
import { markdownTable, textTable } from './text-table.ts';
import { byUrgency } from './urgency.ts';

const header = [
  'Engagement',
  'Phase',
  'Passed',
  'Next that cannot be undone',
  'Days left',
  'Silence commits',
  'Overdue client',
  'Overdue supplier',
  'Questions',
  'Errors',
] as const;
const numbers: ReadonlySet<number> = new Set([4, 5, 6, 7, 8, 9]);

/** All engagements, one line each and the most urgent first, for a terminal. */
export function portfolioText(standings: readonly Standing[], asOf: IsoDate, paint: Paint = plain): string {
  const [first = '', ...rest] = textTable(
    [header, ...rowsOf(standings).map((cells) => cells.map(shown))],
    numbers,
  );
  const table = standings.length === 0 ? [] : ['', paint('strong', first), ...rest];
  return `${[summary(standings, asOf), ...table].join('\n')}\n`;
}

export function portfolioMarkdown(standings: readonly Standing[], asOf: IsoDate): string {
  const table = standings.length === 0 ? [] : ['', ...markdownTable(header, rowsOf(standings))];
  return `${[summary(standings, asOf), ...table].join('\n')}\n`;
}

/** For programs. */
export function portfolioJson(standings: readonly Standing[], asOf: IsoDate): string {
  return shownJson({ version: 1, asOf, engagements: standings.map(standingData) });
}

function summary(standings: readonly Standing[], asOf: IsoDate): string {
  return `As of ${asOf}: ${counted(standings.length, 'engagement')}.`;
}

function rowsOf(standings: readonly Standing[]): readonly (readonly string[])[] {
  return standings.toSorted((a, b) => byUrgency(a, b)).map(cellsOf);
}

function cellsOf(one: Standing): readonly string[] {
  const { next } = one;
  const passed = one.passed.map(({ name, what, daysLeft }) => {
    const days = counted(-daysLeft, 'day');
    return name === 'end' ? `the contract ended ${days} ago` : `${shortOf(what)}: ${days} late`;
  });
  return [
    one.title,
    one.phase ?? '',
    passed.join('; '),
    next ? `${next.date} ${shortOf(next.what)}` : '',
    next ? String(next.daysLeft) : '',
    moneyText(one.silence?.amount ?? ''),
    String(one.overdueClient),
    String(one.overdueSupplier),
    String(one.questions),
    String(one.errors),
  ];
}

/** What to do, without what it is for. */
function shortOf(what: string): string {
  return what.split(',')[0] ?? what;
}
