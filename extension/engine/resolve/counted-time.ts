import { countedSeconds, secondsOfDays, windowAt, type MeasuringWindow } from '../calendar/windows.ts';
import { isFilled } from './is-filled.ts';
import type { Field, GovernedDocument, Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Hours, IsoDate } from '../model/value.ts';
import { calendarOf } from './work-calendars.ts';

/** A stretch of time that a service level is judged over. */
export interface CountedTime {
  readonly window: MeasuringWindow;
  /** The seconds of it within the hours of the service, without holidays for office hours. */
  readonly countedSeconds: number;
}

/** Counts for one service level after the other; what several share is counted once. */
export interface TimeCounter {
  /** The window of a service level's document that holds the day of the counter (rules.md section 3, allowed-downtime). */
  at(level: Row<'service_levels'>): CountedTime | undefined;
  /** The days of a record's period, counted as they are for a service level. */
  over(
    level: Row<'service_levels'>,
    period: { readonly from: IsoDate; readonly to: IsoDate },
  ): CountedTime | undefined;
}

/** Without a day nothing is counted `at` it. */
export function timeCounter(view: View, day?: IsoDate): TimeCounter {
  const zone = view.lead?.keys.zone?.value;
  const ofDocuments = new Map<GovernedDocument, MeasuringWindow>();
  const ofPeriods = new Map<string, MeasuringWindow>();
  const seconds = new Map<MeasuringWindow, Map<Field<Hours> | undefined, number | undefined>>();

  function within(
    level: Row<'service_levels'>,
    zoneOfAll: string,
    window: () => MeasuringWindow,
  ): CountedTime | undefined {
    const { service } = level.cells;
    if (service?.state !== 'read') return undefined;
    const hours = view.find('services', service.source.text)?.cells.hours;
    const its = window();
    const known = kept(seconds, its, () => new Map<Field<Hours> | undefined, number | undefined>());
    if (!known.has(hours)) known.set(hours, secondsWithin(hours, its, zoneOfAll));
    const counted = known.get(hours);
    return counted === undefined ? undefined : { window: its, countedSeconds: counted };
  }

  function secondsWithin(
    hours: Field<Hours> | undefined,
    window: MeasuringWindow,
    zoneOfAll: string,
  ): number | undefined {
    const calendar = calendarOf(hours, view, 'less holidays');
    // Hours that are stated and cannot be counted give no number.
    if (isFilled(hours) && calendar === undefined) return undefined;
    return countedSeconds(window, zoneOfAll, calendar);
  }

  return {
    at(level) {
      const { document } = level.section;
      const over = document.keys.measured_over?.value;
      if (zone === undefined || over === undefined || day === undefined) return undefined;
      return within(level, zone, () => kept(ofDocuments, document, () => windowAt(over, day, zone)));
    },
    over(level, { from, to }) {
      if (zone === undefined) return undefined;
      const window = (): MeasuringWindow => ({ from, to, seconds: secondsOfDays(from, to, zone) });
      return within(level, zone, () => kept(ofPeriods, `${from} ${to}`, window));
    },
  };
}

function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
