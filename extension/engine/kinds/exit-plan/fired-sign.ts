import { isConsecutive, periodOf, periodText } from '../../calendar/periods.ts';
import { nameOfRow } from '../../index/names.ts';
import { resolveDate } from '../../index/resolve-date.ts';
import { isSameMeasure } from '../../index/service-levels.ts';
import type { Sign, SignUnit } from '../../index/sign.ts';
import { directionOf, verdictOf, verdictOfKpi } from '../../measure/verdict.ts';
import type { GovernedDocument, Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { Period } from '../../model/value.ts';
import { foldName } from '../../values/fold.ts';

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
    .filter((row) => isResultOf(row, of, view))
    .sort((a, b) => compareText(heldOf(b), heldOf(a)) || compareText(pathOf(b), pathOf(a)));
  const byPeriod = new Map<string, JudgedResult>();
  for (const row of newestFirst) {
    const period = row.section.document.keys.period?.value;
    const result = row.cells.result?.value;
    if (period === undefined || result === undefined) continue;
    const key = `${period.to} ${period.from}`;
    if (!byPeriod.has(key)) byPeriod.set(key, { row, period, isMissed: isMissed(row, period, of, view) });
  }
  return [...byPeriod].sort(([a], [b]) => compareText(b, a)).map(([, judged]) => judged);
}

function isResultOf({ cells }: Row<'results'>, { is, row }: Sign['of'], view: View): boolean {
  const target = view.named(cells.of)[0]?.target;
  if (row === undefined || target === undefined) return false;
  if (is === 'kpi') return target.section.key === 'kpis' && isSameName(target, nameOfRow(row as unknown as Row));
  if (target.section.key !== 'services' || !isSameName(target, row.cells.service?.source.text)) return false;
  const [a, b] = [row.cells.measure?.value, cells.measure?.value];
  return a !== undefined && b !== undefined && isSameMeasure(a, b);
}

function isMissed(row: Row<'results'>, period: Period, of: Sign['of'], view: View): boolean {
  const result = row.cells.result?.value;
  const target = of.row?.cells.target?.value;
  if (of.row === undefined || result === undefined || target === undefined) return false;
  // What held before the document did is for history to tell (format-details 12).
  const since = of.row.section.document.keys.valid_from?.value;
  if (since !== undefined && since > period.from) return false;
  if (of.is === 'level') {
    return verdictOf(result, target, directionOf({ measure: of.row.cells.measure?.value?.kind })) === 'not met';
  }
  const { better, by } = of.row.cells;
  const verdict = verdictOf(result, target, directionOf({ better: better?.value }));
  return verdictOfKpi(verdict, resolveDate(by, view), period.to) === 'not met';
}

/** Whether a period is exactly one calendar week, month, quarter or year, however it is written. */
function isOneUnit({ from, to }: Period, unit: SignUnit): boolean {
  const whole = periodOf(from, unit);
  return whole.from === from && whole.to === to;
}

function isSameName(row: Row, name: string | undefined): boolean {
  return name !== undefined && foldName(nameOfRow(row) ?? '') === foldName(name);
}

function heldOf(row: Row<'results'>): string {
  return row.section.document.keys.held?.value ?? '';
}

function pathOf({ section: { document } }: { readonly section: { readonly document: GovernedDocument } }): string {
  return document.path;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
