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
