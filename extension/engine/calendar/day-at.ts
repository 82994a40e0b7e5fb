import { Temporal } from 'temporal-polyfill/implementation';
import type { IsoDate } from '../model/value.ts';

/** The day at an instant, in milliseconds since 1970 in UTC, in a zone that is known, else in UTC. */
export function dayAt(epochMilliseconds: number, zone: string | undefined): IsoDate {
  const instant = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds);
  try {
    return instant
      .toZonedDateTimeISO(zone ?? 'UTC')
      .toPlainDate()
      .toString();
  } catch {
    return instant.toZonedDateTimeISO('UTC').toPlainDate().toString();
  }
}

/** The same of a moment as Git and ISO 8601 write it: `2026-11-03T10:22:31+01:00`; undefined where it is none. */
export function dayOfMoment(moment: string, zone: string | undefined): IsoDate | undefined {
  try {
    return dayAt(Temporal.Instant.from(moment).epochMilliseconds, zone);
  } catch {
    return undefined;
  }
}
