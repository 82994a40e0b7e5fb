import { countedSeconds, secondsOfDays, windowAt, type MeasuringWindow } from '../calendar/windows.ts';
import { isFilled } from './is-filled.ts';
import type { Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { IsoDate } from '../model/value.ts';
import { calendarOf } from './work-calendars.ts';

/** A stretch of time that a service level is judged over. */
export interface CountedTime {
  readonly window: MeasuringWindow;
  /** The seconds of it within the hours of the service, without holidays for office hours. */
  readonly countedSeconds: number;
}

/** The window of a service level's document that holds a date (rules.md section 3, allowed-downtime). */
export function countedAt(level: Row<'service_levels'>, date: IsoDate, view: View): CountedTime | undefined {
  const zone = view.lead?.keys.zone?.value;
  const over = level.section.document.keys.measured_over?.value;
  if (zone === undefined || over === undefined) return undefined;
  return countedIn(level, windowAt(over, date, zone), view);
}

/** The days of a record's period, counted as they are for a service level. */
export function countedOver(
  level: Row<'service_levels'>,
  period: { readonly from: IsoDate; readonly to: IsoDate },
  view: View,
): CountedTime | undefined {
  const zone = view.lead?.keys.zone?.value;
  if (zone === undefined) return undefined;
  const { from, to } = period;
  return countedIn(level, { from, to, seconds: secondsOfDays(from, to, zone) }, view);
}

function countedIn(
  level: Row<'service_levels'>,
  window: MeasuringWindow,
  view: View,
): CountedTime | undefined {
  const zone = view.lead?.keys.zone?.value;
  const { service } = level.cells;
  if (zone === undefined || service?.state !== 'read') return undefined;
  const hours = view.find('services', service.source.text)?.cells.hours;
  const calendar = calendarOf(hours, view, 'less holidays');
  // Hours that are stated and cannot be counted give no number.
  if (isFilled(hours) && calendar === undefined) return undefined;
  return { window, countedSeconds: countedSeconds(window, zone, calendar) };
}
