import { isConsecutive, periodOf, periodText } from '../../calendar/periods.ts';
import { judge, targetOf } from '../../resolve/results.ts';
import type { Sign, SignUnit } from '../../resolve/sign.ts';
import type { Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { Period } from '../../model/value.ts';
import { compareText } from '../../values/compare-text.ts';

/** The results that make a sign come true, oldest first. */
export interface FiredSign {
  readonly results: readonly Row<'results'>[];
  /** "2026-08", the first period, and "2026-10", the last. */
  readonly from: string;
  readonly to: string;
}

/** The newest results of a sign's service level or KPI, where so many in as many periods running are not met (rules.md EXT023). */
export function firedSign({ of, below }: Sign, view: View): FiredSign | undefined {
  if (below === undefined || of.row === undefined) return undefined;
  const newest = resultsOf(of, view)
    .filter(({ period }) => below.unit === undefined || isOneUnit(period, below.unit))
    .slice(0, below.n)
    .reverse();
  const [first, last] = [newest[0], newest.at(-1)];
  if (newest.length < below.n || first === undefined || last === undefined) return undefined;
  const isRun = newest.every(
    ({ period, isMissed }, i) => isMissed && (i === 0 || isConsecutive(newest[i - 1]!.period, period)),
  );
  if (!isRun) return undefined;
  return {
    results: newest.map(({ row }) => row),
    from: periodText(first.period),
    to: periodText(last.period),
  };
}

interface JudgedResult {
  readonly row: Row<'results'>;
  readonly period: Period;
  readonly isMissed: boolean;
}

/** One result a period, that of the newest record, newest period first. */
function resultsOf(of: Sign['of'], view: View): readonly JudgedResult[] {
  const newestFirst = view
    .rows('results')
    .filter((row) => targetOf(row, view)?.row === of.row)
    .sort((a, b) => compareText(heldOf(b), heldOf(a)) || compareText(pathOf(b), pathOf(a)));
  const byPeriod = new Map<string, JudgedResult>();
  for (const row of newestFirst) {
    const period = row.section.document.keys.period?.value;
    const result = row.cells.result?.value;
    if (period === undefined || result === undefined) continue;
    const key = `${period.to} ${period.from}`;
    if (!byPeriod.has(key))
      byPeriod.set(key, { row, period, isMissed: judge(row, view)?.verdict === 'not met' });
  }
  return [...byPeriod].sort(([a], [b]) => compareText(b, a)).map(([, judged]) => judged);
}

/** Whether a period is exactly one calendar week, month, quarter or year, however it is written. */
function isOneUnit({ from, to }: Period, unit: SignUnit): boolean {
  const whole = periodOf(from, unit);
  return whole.from === from && whole.to === to;
}

function heldOf(row: Row<'results'>): string {
  return row.section.document.keys.held?.value ?? '';
}

function pathOf(row: Row<'results'>): string {
  return row.section.document.path;
}
