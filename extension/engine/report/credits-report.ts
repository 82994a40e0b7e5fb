import type { NotRun } from '../model/check-result.ts';
import { inEnglish, partInEnglish, type Said } from '../model/said.ts';
import type { IsoDate } from '../model/value.ts';
import { amountSaid } from '../values/money-said.ts';
import { joined, listSaid, say, words } from '../values/say.ts';
import type { CreditLine } from './credit-lines.ts';
import type { CreditSum, CreditsStanding } from './credits-standing.ts';
import { daysLeftSaid } from './due-report.ts';
import { english, type ReportLanguage } from './language.ts';
import { notRunData } from './not-run-lines.ts';
import { plain, type Paint } from './paint.ts';
import { shown, shownJson, shownName } from './shown.ts';
import { markdownTable, markdownText, textTable } from './text-table.ts';

/** Each credit on a line of its own with its working, and the sums, for a terminal. */
export function creditsText(
  standings: readonly CreditsStanding[],
  asOf: IsoDate,
  paint: Paint = plain,
  language: ReportLanguage = english,
): string {
  const out = [language.say(summaryOf(standings, asOf))];
  for (const { folder, title, lines, sums } of standings) {
    out.push('', paint('strong', shownName(folder === '' ? title : folder)));
    const rows = lines.map((line) => cellsOf(line, language).map(shown));
    const [head = '', ...rest] = textTable([headerIn(language), ...rows], amounts);
    out.push('', ...(lines.length === 0 ? [language.say(nothing)] : [paint('info', head), ...rest]));
    if (sums.length > 0) out.push('', shown(language.say(sumsSaid(sums))));
  }
  return `${out.join('\n')}\n`;
}

/** The same as a Markdown document with a table for each engagement. */
export function creditsMarkdown(
  standings: readonly CreditsStanding[],
  asOf: IsoDate,
  language: ReportLanguage = english,
): string {
  const out = [markdownText(language.say(summaryOf(standings, asOf)))];
  for (const { title, lines, sums } of standings) {
    out.push('', `## ${markdownText(title)}`, '');
    if (lines.length === 0) out.push(markdownText(language.say(nothing)));
    else
      out.push(
        ...markdownTable(
          headerIn(language),
          lines.map((line) => cellsOf(line, language)),
        ),
      );
    if (sums.length > 0) out.push('', markdownText(language.say(sumsSaid(sums))));
  }
  return `${out.join('\n')}\n`;
}

/** For programs: amounts with all digits of their currency, lines and columns from 1, sentences in English. */
export function creditsJson(
  standings: readonly CreditsStanding[],
  asOf: IsoDate,
  notRun: readonly NotRun[] = [],
): string {
  return shownJson({
    version: 1,
    asOf,
    notRun: notRunData(notRun),
    engagements: standings.map(({ folder, title, lines, sums }) => ({
      folder,
      title,
      credits: lines.map(lineData),
      sums,
    })),
  });
}

const amounts: ReadonlySet<number> = new Set([5]);

const nothing = say('No result earns a credit.');

function headerIn({ say: inLanguage }: ReportLanguage): readonly string[] {
  return [
    say('State'),
    say('Service'),
    say('Measure'),
    say('Period'),
    say('Result'),
    say('Amount'),
    say('Claim by'),
    say('Where'),
    say('How it comes about'),
  ].map(inLanguage);
}

function cellsOf(line: CreditLine, { say: inLanguage }: ReportLanguage): readonly string[] {
  const { service, measure, period, result, other, record, range } = line;
  return [
    inLanguage(joined([words(line.state, 'value')], '')),
    service,
    inLanguage(measure),
    inLanguage(joined([period.said], '')),
    inLanguage(other ? say('{{one}} or {{other}}', { one: result, other: other.value }) : result),
    inLanguage(amountsSaid(line)),
    inLanguage(claimBySaid(line)),
    `${shownName(record.path)}:${range.start.line + 1}`,
    inLanguage(workingSaid(line)),
  ];
}

/** Of a disputed result what the value of each side earns. */
function amountsSaid({ amount, currency, other }: CreditLine): Said {
  const own = amountSaid(`${amount} ${currency}`);
  if (!other) return own;
  const theirs = other.earns ? amountSaid(`${other.earns.amount} ${currency}`) : say('unknown');
  return say('{{one}} or {{other}}', { one: own, other: theirs });
}

/** How long it can be claimed, where that is still to be done. */
function claimBySaid({ state, claimBy, daysLeft }: CreditLine): Said {
  if (claimBy === undefined || daysLeft === undefined) return say('no day stated');
  return (state === 'due' || state === 'disputed') && daysLeft >= 0
    ? joined([claimBy, daysLeftSaid(daysLeft)], ', ')
    : joined([claimBy], '');
}

function workingSaid({ working, other, credited }: CreditLine): Said {
  if (other)
    return other.earns
      ? say('{{working}}; by the value of the other party: {{other}}', {
          working,
          other: other.earns.working,
        })
      : say('{{working}}; the value of the other party is no percentage', { working });
  return credited ? say('{{working}}; credited: {{amount}}', { working, amount: credited }) : working;
}

function summaryOf(standings: readonly CreditsStanding[], asOf: IsoDate): Said {
  const lines = standings.flatMap((one) => one.lines);
  const disputed = lines.filter(({ state }) => state === 'disputed').length;
  return say('As of {{day}}: {{n}} {{n|credit|credits}}, and {{m}} {{m|result|results}} in dispute.', {
    day: asOf,
    n: String(lines.length - disputed),
    m: String(disputed),
  });
}

function sumsSaid(sums: readonly CreditSum[]): Said {
  const parts = sums.map(({ state, amount, currency }) =>
    say('{{state}} {{amount}}', {
      state: words(state, 'value'),
      amount: amountSaid(`${amount} ${currency}`),
    }),
  );
  return say('Sums, held to the caps and without what is disputed: {{parts}}.', { parts: listSaid(parts) });
}

function lineData(line: CreditLine): object {
  const { state, service, period, amount, currency, claimBy, daysLeft, other, record, range } = line;
  return {
    state,
    service,
    measure: inEnglish(line.measure),
    period: partInEnglish(period.said),
    from: period.from,
    to: period.to,
    result: inEnglish(line.result),
    amount,
    currency,
    claimBy: claimBy ?? null,
    daysLeft: daysLeft ?? null,
    working: inEnglish(line.working),
    credited: line.credited ? inEnglish(line.credited) : null,
    disputed: other
      ? {
          value: inEnglish(other.value),
          amount: other.earns?.amount ?? null,
          working: other.earns ? inEnglish(other.earns.working) : null,
        }
      : null,
    path: record.path,
    line: range.start.line + 1,
    column: range.start.character + 1,
  };
}
