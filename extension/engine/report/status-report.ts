import type { IsoDate } from '../model/value.ts';
import { moneyText } from '../values/figures.ts';
import { daysInWords } from './due-report.ts';
import { plain, type Paint } from './paint.ts';
import { counted, shown, shownJson, shownName } from './shown.ts';
import type { FinalDate, KindCount, Standing } from './standing.ts';
import { textTable } from './text-table.ts';

/** Where one engagement stands, for a terminal. */
export function statusText(standing: Standing, asOf: IsoDate, paint: Paint = plain): string {
  const { title, folder, phase, client, supplier, next, passed, silence, overdue, questions, missing } =
    standing;
  const rows = [
    ['Phase', [phase ?? 'not stated', ...(standing.status === 'draft' ? ['a draft'] : [])].join(', ')],
    ['Parties', `${client ?? 'not stated'} (client), ${supplier ?? 'not stated'} (supplier)`],
    ...passed.map((date) => ['Passed', dateLine(date)]),
    ...(next
      ? [['Next', dateLine(next)]]
      : [['Next', 'no date that cannot be undone follows from the documents']]),
    ...(silence ? [['Silence', `commits ${moneyText(silence.amount)}: ${silence.how}`]] : []),
    ['Overdue', `${standing.overdueClient} for the client, ${standing.overdueSupplier} for the supplier`],
    ['Questions', questions === 0 ? 'none left' : `${questions} left in drafts`],
    ['Findings', `${counted(standing.errors, 'error')}, ${counted(standing.warnings, 'warning')}`],
    ['Missing', missing.length === 0 ? 'no document that this phase asks for' : missing.join(', ')],
  ];
  const lines = [
    `${paint('strong', shown(title))} (${folder === '' ? '.' : shownName(folder)}), as of ${asOf}`,
    '',
    ...textTable(rows.map((cells) => cells.map(shown))),
  ];
  if (overdue.length > 0) {
    lines.push('', 'Overdue');
    lines.push(
      ...textTable(
        overdue.map(({ date, party, person, what, path, range }) => [
          `  ${date ?? ''}`,
          person === undefined ? party : `${party}: ${shown(person)}`,
          `${shown(what)}  (${shownName(path)}:${range.start.line + 1})`,
        ]),
      ),
    );
  }
  lines.push(
    '',
    'Documents',
    ...textTable(standing.documents.map((count) => [`  ${count.kind}`, countsOf(count)])),
  );
  return `${lines.join('\n')}\n`;
}

/** For programs. */
export function statusJson(standing: Standing, asOf: IsoDate): string {
  return shownJson({ version: 1, asOf, ...standingData(standing) });
}

/** A standing as plain data, with places from 1 and without what is not known. */
export function standingData(standing: Standing): object {
  const { overdue, first, next, passed, silence, ...rest } = standing;
  return {
    ...rest,
    silence: silence && { amount: silence.amount, how: silence.how },
    first: first && dateData(first),
    next: next && dateData(next),
    passed: passed.map(dateData),
    overdue: overdue.map(({ code, name, date, daysLeft, party, person, what, path, range }) => ({
      code,
      name,
      date,
      daysLeft,
      party,
      person,
      what,
      path,
      line: range.start.line + 1,
      column: range.start.character + 1,
    })),
  };
}

function dateData({ name, date, daysLeft, what }: FinalDate): object {
  return { name, date, daysLeft, what };
}

/** "2026-12-30, 10 days late: refuse renewal". */
export function dateLine({ name, date, daysLeft, what }: FinalDate): string {
  const passed = `${counted(-daysLeft, 'day')} ${name === 'end' ? 'ago' : 'late'}`;
  return `${date}, ${daysLeft < 0 ? passed : daysInWords(daysLeft)}: ${what}`;
}

function countsOf({ active, draft, ended, approved, changedSince }: KindCount): string {
  const parts = [
    [active, 'active'],
    [draft, 'draft'],
    [ended, 'ended'],
  ] as const;
  const signed = [
    [approved, 'approved'],
    [changedSince, 'changed since it was signed'],
  ] as const;
  const words = [...parts, ...signed]
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`);
  return words.join(', ');
}
