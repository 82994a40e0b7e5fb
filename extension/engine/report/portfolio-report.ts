import type { IsoDate } from '../model/value.ts';
import type { Said } from '../model/said.ts';
import { joined, say } from '../values/say.ts';
import { countFigure } from '../values/length-said.ts';
import { amountSaid } from '../values/money-said.ts';
import { english, type ReportLanguage } from './language.ts';
import { plain, type Paint } from './paint.ts';
import { shown, shownJson } from './shown.ts';
import type { FinalDate, Standing } from './standing.ts';
import { dateData, lateSaid, phaseSaid, standingData } from './status-report.ts';
import { suppliersIn } from './suppliers.ts';
import { markdownTable, textTable } from './text-table.ts';
import { byUrgency } from './urgency.ts';

function headerIn({ say: inLanguage }: ReportLanguage): readonly string[] {
  return [
    say('Engagement'),
    say('Phase'),
    say('Passed'),
    say('Next that cannot be undone'),
    say('Days left'),
    say('Silence commits'),
    say('Overdue client'),
    say('Overdue supplier'),
    say('Questions'),
    say('Errors'),
  ].map(inLanguage);
}

/** Columns whose cells are numbers. */
const numbers: ReadonlySet<number> = new Set([4, 5, 6, 7, 8, 9]);
/** Columns that are there whatever they hold: the names and the phase. */
const alwaysThere = 2;

interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of numbers. */
  readonly right: ReadonlySet<number>;
}

/** Without columns that hold nothing in any engagement. */
function tableOf(standings: readonly Standing[], language: ReportLanguage): Table {
  const rows = rowsOf(standings, language);
  const kept = headerIn(language).flatMap((_, i) =>
    i < alwaysThere || rows.some((cells) => cells[i] !== '' && cells[i] !== '0') ? [i] : [],
  );
  const pick = (cells: readonly string[]): readonly string[] => kept.map((i) => cells[i] ?? '');
  return {
    header: pick(headerIn(language)),
    rows: rows.map(pick),
    right: new Set(kept.flatMap((i, place) => (numbers.has(i) ? [place] : []))),
  };
}

/** The engagements, and what hangs on each of their suppliers. */
function tablesOf(standings: readonly Standing[], language: ReportLanguage): readonly Table[] {
  const suppliers = suppliersTable(standings, language);
  return standings.length === 0 ? [] : [tableOf(standings, language), ...(suppliers ? [suppliers] : [])];
}

function suppliersTable(
  standings: readonly Standing[],
  { say: inLanguage }: ReportLanguage,
): Table | undefined {
  const parts = suppliersIn(standings);
  if (parts.length === 0) return undefined;
  return {
    header: [
      say('Supplier'),
      say('Engagements'),
      say('Critical'),
      say('Fee a year'),
      say('Next that cannot be undone'),
    ].map(inLanguage),
    rows: parts.map(({ supplier, engagements, critical, yearlyFees, next }) => [
      supplier,
      String(engagements),
      String(critical),
      inLanguage(joined(yearlyFees.map(amountSaid), ', ')),
      next ? inLanguage(joined([next.date, next.inShort], ' ')) : '',
    ]),
    right: new Set([1, 2]),
  };
}

/** All engagements, one line each and the most urgent first, for a terminal. */
export function portfolioText(
  standings: readonly Standing[],
  asOf: IsoDate,
  paint: Paint = plain,
  language: ReportLanguage = english,
): string {
  const tables = tablesOf(standings, language).flatMap(({ header, rows, right }) => {
    const [first = '', ...rest] = textTable([header, ...rows.map((cells) => cells.map(shown))], right);
    return ['', paint('strong', first), ...rest];
  });
  return `${[summary(standings, asOf, language), ...tables].join('\n')}\n`;
}

export function portfolioMarkdown(
  standings: readonly Standing[],
  asOf: IsoDate,
  language: ReportLanguage = english,
): string {
  const tables = tablesOf(standings, language).flatMap(({ header, rows }) => [
    '',
    ...markdownTable(header, rows),
  ]);
  return `${[summary(standings, asOf, language), ...tables].join('\n')}\n`;
}

/** For programs. */
export function portfolioJson(standings: readonly Standing[], asOf: IsoDate): string {
  return shownJson({
    version: 1,
    asOf,
    engagements: standings.map(standingData),
    suppliers: suppliersIn(standings).map(({ next, ...part }) => ({ ...part, next: next && dateData(next) })),
  });
}

function summary(standings: readonly Standing[], asOf: IsoDate, language: ReportLanguage): string {
  return language.say(
    say('As of {{day}}: {{n}} {{n|engagement|engagements}}.', { day: asOf, n: String(standings.length) }),
  );
}

function rowsOf(standings: readonly Standing[], language: ReportLanguage): readonly (readonly string[])[] {
  return standings.toSorted((a, b) => byUrgency(a, b)).map((one) => cellsOf(one, language));
}

function cellsOf(one: Standing, { say: inLanguage }: ReportLanguage): readonly string[] {
  const { next, phase, silence } = one;
  return [
    one.title,
    phase === undefined ? '' : inLanguage(phaseSaid(phase)),
    inLanguage(joined(one.passed.map(passedSaid), '; ')),
    next ? inLanguage(joined([next.date, next.inShort], ' ')) : '',
    next ? String(next.daysLeft) : '',
    silence ? inLanguage(silence.said) : '',
    String(one.overdueClient),
    String(one.overdueSupplier),
    String(one.questions),
    String(one.errors),
  ];
}

function passedSaid({ name, daysLeft, inShort }: FinalDate): Said {
  return name === 'end'
    ? say('the contract ended {{n}} {{n|day|days}} ago', { n: countFigure(-daysLeft) })
    : joined([inShort, lateSaid(-daysLeft)], ': ');
}
