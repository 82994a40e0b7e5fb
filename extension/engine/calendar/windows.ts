import { exact, floor, multiply } from '../measure/decimal.ts';
import type { IsoDate, MeasuredOver } from '../model/value.ts';
import { addLength, secondsOfUnit, subtractLength } from './add-length.ts';
import { periodOf } from './periods.ts';
import { addDays, dayNumber, daysBetween } from './plain-date.ts';
import type { WorkCalendar } from './working-time.ts';
import { isAlways, workingSecondsBetween } from './working-time.ts';
import { instantOf, zoneClock } from './zone-clock.ts';

/** The window that a service level is measured over. */
export interface MeasuringWindow {
  readonly from: IsoDate;
  /** Inclusive. */
  readonly to: IsoDate;
  /** Its exact length: of a calendar window with the days on which clocks are moved, of a rolling one n x 24 h. */
  readonly seconds: number;
}

/**
 * The window that holds a date (domain.md 4.1, 1): the calendar week, month, quarter or year in
 * `zone`; of a rolling window the one that ends with the date. Months of a rolling window are the
 * days that they take back from it.
 */
export function windowAt(over: MeasuredOver, date: IsoDate, zone: string): MeasuringWindow {
  if (over.kind === 'calendar') {
    const { from, to } = periodOf(date, over.unit);
    return { from, to, seconds: secondsOfDays(from, to, zone) };
  }
  const from = rollingStart(over, date);
  const fixed = secondsOfUnit(over.length.unit);
  const seconds =
    fixed === undefined
      ? (daysBetween(from, date) + 1) * 86_400
      : Number(floor(multiply(exact(over.length.n), exact(fixed))));
  return { from, to: date, seconds };
}

/** The windows that end in the stretch `from` to `to`, in order; of rolling ones the single one that ends with `to`. */
export function windowsEnding(
  over: MeasuredOver,
  from: IsoDate,
  to: IsoDate,
  zone: string,
): readonly MeasuringWindow[] {
  if (over.kind === 'rolling') return [windowAt(over, to, zone)];
  const windows: MeasuringWindow[] = [];
  for (let window = windowAt(over, from, zone); window.to <= to;) {
    windows.push(window);
    const next = addDays(window.to, 1);
    if (next === window.to) break;
    window = windowAt(over, next, zone);
  }
  return windows;
}

/** The exact seconds from the first moment of `from` to the last of `to` in a zone. */
export function secondsOfDays(from: IsoDate, to: IsoDate, zone: string): number {
  const [begin, end] = [zoneClock(zone, from, from), zoneClock(zone, to, to)];
  return instantOf(end, dayNumber(to), 1440) - instantOf(begin, dayNumber(from), 0);
}

/**
 * The seconds of a window that count: those within the hours of the service (rules.md section 3,
 * allowed-downtime). Without hours, or with hours that are always, all of them.
 */
export function countedSeconds(window: MeasuringWindow, zone: string, hours?: WorkCalendar): number {
  if (hours === undefined || isAlways(hours)) return window.seconds;
  return workingSecondsBetween(hours, window.from, window.to, zone);
}

function rollingStart(over: Extract<MeasuredOver, { kind: 'rolling' }>, date: IsoDate): IsoDate {
  const next = addDays(date, 1);
  const fixed = secondsOfUnit(over.length.unit);
  if (fixed === undefined) return subtractLength(next, over.length);
  return addDays(next, -daysBetween(date, addLength(date, { ...over.length, working: false })));
}
