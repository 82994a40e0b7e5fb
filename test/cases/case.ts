import { strict as assert } from 'node:assert';
import { exact, multiply, plain, round } from '../../extension/engine/measure/decimal.ts';
import { windowAt, type MeasuringWindow } from '../../extension/engine/calendar/windows.ts';
import { workCalendar, type WorkCalendar } from '../../extension/engine/calendar/working-time.ts';
import type { IsoDate, MeasuredOver, TimeUnit } from '../../extension/engine/model/value.ts';
import figures from './cases.json' with { type: 'json' };

export { figures };
type Figures = typeof figures;
type Name = keyof Figures;

/** What computes each figure and holds it against what stands in the data: the compiler misses none. */
export type Cases = {
  readonly [K in Name]: (its: Figures[K]) => void | Promise<void>;
};

/** Where the clocks of most cases are. */
export const zone = 'Europe/Stockholm';
export const days30 = 30 * 86_400;

export function length(n: number, unit: TimeUnit) {
  return { n: String(n), unit, working: false } as const;
}

export function calendarWindow(
  unit: Extract<MeasuredOver, { kind: 'calendar' }>['unit'],
  date: IsoDate,
  where = 'UTC',
): MeasuringWindow {
  return windowAt({ kind: 'calendar', unit }, date, where);
}

export function rollingWindow(days: number, date: IsoDate): MeasuringWindow {
  return windowAt({ kind: 'rolling', length: length(days, 'day') }, date, zone);
}

export function team(where: string, from: string, to: string): WorkCalendar {
  return workCalendar({ kind: 'times', spans: [{ from, to }] }, { zone: where });
}

/** Minutes with decimals as whole seconds, half up. */
export function seconds(minutes: string): number {
  return Number(round(multiply(exact(minutes), exact(60)), 0));
}

/** Whether a number is the figure, however many zeros either ends with. */
export function isFigure(actual: string | number | undefined, figure: string | number): void {
  const shown = (value: string | number): string => plain(exact(value));
  assert.ok(actual !== undefined);
  assert.equal(shown(actual), shown(figure));
}
