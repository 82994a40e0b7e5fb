import { Temporal } from 'temporal-polyfill/implementation';
import type { ClockTime, IsoDate } from '../model/value.ts';

/**
 * Whether a local date and time exists in an IANA zone (domain.md D11, rules.md CMM014): "missing"
 * where clocks are put forward over it, "twice" where they are put back over it. "24:00" is the
 * first moment of the next day.
 */
export function localTimeState(date: IsoDate, time: ClockTime, zone: string): 'exists' | 'missing' | 'twice' {
  const local =
    time === '24:00'
      ? Temporal.PlainDateTime.from(date).add({ days: 1 })
      : Temporal.PlainDateTime.from(`${date}T${time}`);
  const first = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const second = local.toZonedDateTime(zone, { disambiguation: 'later' });
  if (first.epochMilliseconds === second.epochMilliseconds) return 'exists';
  return first.toPlainDateTime().equals(local) ? 'twice' : 'missing';
}
