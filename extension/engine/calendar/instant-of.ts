import { Temporal } from 'temporal-polyfill/implementation';

/**
 * The moment that a text names, in milliseconds since 1970: `2026-11-30T12:00:00Z`, with an offset, or as GitLab also writes
 * it, `2026-11-30 12:00:00 UTC`. Undefined for a day or a time that is not there, and for one without a zone.
 */
export function instantOf(text: string): number | undefined {
  const [, day, time, zone] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d{1,9})?) ?(Z|UTC|[+-]\d\d:?\d\d)$/.exec(text) ?? [];
  if (zone === undefined) return undefined;
  try {
    return Temporal.Instant.from(`${day}T${time}${zone === 'UTC' ? 'Z' : zone}`).epochMilliseconds;
  } catch {
    return undefined;
  }
}
