import type { IsoDate } from '../model/value.ts';
import type { Said } from '../model/said.ts';
import { joined, say } from '../values/say.ts';
import { countFigure } from '../values/length-said.ts';
import { english, type ReportLanguage } from './language.ts';
import { plain, type Paint } from './paint.ts';
import { shown, shownJson } from './shown.ts';
import type { FinalDate, Standing } from './standing.ts';
import { lateSaid, phaseSaid, standingData } from './status-report.ts';
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

const numbers: ReadonlySet<number> = new Set([4, 5, 6, 7, 8, 9]);

/** All engagements, one line each and the most urgent first, for a terminal. */
export function portfolioText(
  standings: readonly Standing[],
  asOf: IsoDate,
  paint: Paint = plain,
  language: ReportLanguage = english,
): string {
  const [first = '', ...rest] = textTable(
    [headerIn(language), ...rowsOf(standings, language).map((cells) => cells.map(shown))],
    numbers,
  );
  const table = standings.length === 0 ? [] : ['', paint('strong', first), ...rest];
  return `${[summary(standings, asOf, language), ...table].join('\n')}\n`;
}

export function portfolioMarkdown(
  standings: readonly Standing[],
  asOf: IsoDate,
  language: ReportLanguage = english,
): string {
  const rows = rowsOf(standings, language);
  const table = standings.length === 0 ? [] : ['', ...markdownTable(headerIn(language), rows)];
  return `${[summary(standings, asOf, language), ...table].join('\n')}\n`;
}

/** For programs. */
export function portfolioJson(standings: readonly Standing[], asOf: IsoDate): string {
  return shownJson({ version: 1, asOf, engagements: standings.map(standingData) });
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
