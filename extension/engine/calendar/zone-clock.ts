import { Temporal } from 'temporal-polyfill/implementation';
import type { Clocks, ZoneClock } from '../model/clock.ts';
import type { ClockTime, IsoDate } from '../model/value.ts';
import { dateOfDayNumber, dayNumber } from './plain-date.ts';

/** A local date and time of day, to the minute. */
export interface LocalTime {
  readonly date: IsoDate;
  readonly time: ClockTime;
}

const SECONDS_OF_DAY = 86_400;

/** The clock of an IANA zone that is right from two days before `from` to two days after `to`. */
export function zoneClock(zone: string, from: IsoDate, to: IsoDate): ZoneClock {
  const end = (dayNumber(to) + 3) * SECONDS_OF_DAY;
  const start = (dayNumber(from) - 2) * SECONDS_OF_DAY;
  let at = Temporal.Instant.fromEpochMilliseconds(start * 1000).toZonedDateTimeISO(zone);
  const offsets: { until: number; offsetSeconds: number }[] = [];
  for (;;) {
    const offsetSeconds = Math.round(at.offsetNanoseconds / 1e9);
    const next = at.getTimeZoneTransition('next');
    const until = next === null ? Infinity : next.epochMilliseconds / 1000;
    if (next === null || until >= end) {
      offsets.push({ until: Infinity, offsetSeconds });
      return { zone, offsets };
    }
    offsets.push({ until, offsetSeconds });
    at = next;
  }
}

/** Clocks for whole years, of which the same is asked for once. */
export function rememberedClocks(): Clocks {
  const known = new Map<string, ZoneClock>();
  return (zone, from, to) => {
    const [first, last] = [`${from.slice(0, 4)}-01-01`, `${to.slice(0, 4)}-12-31`];
    const key = `${zone} ${first} ${last}`;
    const before = known.get(key);
    if (before) return before; // equivalent: only saves the time
    if (known.size === clocksAtMost) known.clear(); // equivalent: only bounds what is kept
    const clock = zoneClock(zone, first, last);
    known.set(key, clock);
    return clock;
  };
}

const clocksAtMost = 1000;

/** The offset of a clock that is not moved between two instants; undefined where it is. */
export function steadyOffset({ offsets }: ZoneClock, from: number, to: number): number | undefined {
  const at = placeOf(offsets, from);
  return to < offsets[at]!.until ? offsets[at]!.offsetSeconds : undefined;
}

/** The local days, since 1970-01-01, on which the clock is moved, and those beside them: on no other is a local time missing or there twice. */
export function daysOfChange({ offsets }: ZoneClock): ReadonlySet<number> {
  const days = new Set<number>();
  for (const { until } of offsets) {
    if (until === Infinity) continue;
    // No local day is further from that of the instant in UTC than one.
    const day = Math.floor(until / SECONDS_OF_DAY);
    for (const near of [day - 1, day, day + 1]) days.add(near);
  }
  return days;
}

/**
 * The instant, in seconds since 1970, of a minute of a local day (1440 is the end of the day, more
 * runs into the next). A local time that does not exist counts from before the clock was moved, one
 * that exists twice is the first of the two.
 */
export function instantOf(clock: ZoneClock, day: number, minute: number): number {
  const local = day * SECONDS_OF_DAY + minute * 60;
  const { offsets } = clock;
  // No zone is further from UTC than a day: what ended before that can be passed over.
  for (let at = placeOf(offsets, local - SECONDS_OF_DAY); at < offsets.length; at++) {
    const { until, offsetSeconds } = offsets[at]!;
    const before = offsets[at - 1];
    const instant = local - offsetSeconds;
    if (before && instant < before.until) return local - before.offsetSeconds;
    if (instant < until) return instant;
  }
  return local - (offsets.at(-1)?.offsetSeconds ?? 0);
}

/** The local date and time of an instant. */
export function localTimeOf(clock: ZoneClock, instant: number): LocalTime {
  const local = instant + offsetAt(clock, instant);
  const day = Math.floor(local / SECONDS_OF_DAY);
  return { date: dateOfDayNumber(day), time: clockTime(Math.floor((local - day * SECONDS_OF_DAY) / 60)) };
}

/** The local day of an instant, as days since 1970. */
export function dayOf(clock: ZoneClock, instant: number): number {
  return Math.floor((instant + offsetAt(clock, instant)) / SECONDS_OF_DAY);
}

/** Minutes since midnight: "08:30" is 510, "24:00" is 1440. */
export function minuteOf(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The time of day of so many minutes since midnight. */
function clockTime(minute: number): ClockTime {
  const hours = Math.floor(minute / 60);
  return `${String(hours).padStart(2, '0')}:${String(minute - hours * 60).padStart(2, '0')}`;
}

function offsetAt({ offsets }: ZoneClock, instant: number): number {
  return offsets[placeOf(offsets, instant)]?.offsetSeconds ?? 0;
}

/** The place of the offset that holds at an instant. */
function placeOf(offsets: ZoneClock['offsets'], instant: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (instant < offsets[middle]!.until) high = middle;
    else low = middle + 1;
  }
  return low;
}
