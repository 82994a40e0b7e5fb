import type { Hours, IsoDate, TimeSpan, Weekday } from '../model/value.ts';
import { NO_DAYS_OFF, type DaysOff } from './days-off.ts';
import type { Interval } from './intervals.ts';
import { intersection, lengthOf, uncovered, union } from './intervals.ts';
import { addDays, dateOfDayNumber, dayNumber, daysBetween, weekdayOfDayNumber } from './plain-date.ts';
import type { WorkDays } from './working-days.ts';
import { MONDAY_TO_FRIDAY } from './working-days.ts';
import type { Clocks, ZoneClock } from '../model/clock.ts';
import type { LocalTime } from './zone-clock.ts';
import { dayOf, instantOf, localTimeOf, minuteOf, steadyOffset, zoneClock } from './zone-clock.ts';

/** Minutes of a working day, counted from its midnight; an end beyond 1440 lies on the next day. */
export interface MinuteSpan {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** When a team, an office or a service works: a week of shifts. */
export interface WorkCalendar extends WorkDays {
  readonly zone: string;
  /** The shifts that begin on each weekday, Monday first: ascending, without overlap, none on days off. */
  readonly week: readonly (readonly MinuteSpan[])[];
  /** The seconds of work in each of these, in days of 24 hours. */
  readonly secondsOfDays: readonly number[];
}

/** Hours that say by themselves when work is done. */
export type OwnHours = Extract<Hours, { kind: 'always' | 'times' | 'weekly' }>;

const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const ALL_DAY: readonly MinuteSpan[] = [{ fromMinute: 0, toMinute: 1440 }];

/**
 * The calendar of hours that stand for themselves: `24x7`, or times of day. Days are those written
 * with the times, else `days` (of a team), else Monday to Friday (format.md section 4).
 */
export function workCalendar(
  hours: OwnHours,
  where: {
    readonly zone: string;
    readonly days?: readonly Weekday[];
    readonly holidays?: DaysOff;
  },
): WorkCalendar {
  const { zone, holidays = NO_DAYS_OFF } = where;
  const week = weekOf(hours, where.days);
  const days = EVERY_DAY.filter((day) => week[day - 1]!.length > 0);
  const secondsOfDays = week.map((spans) =>
    spans.reduce((sum, each) => sum + (each.toMinute - each.fromMinute) * 60, 0),
  );
  return { zone, holidays, days, week, secondsOfDays };
}

function weekOf(hours: OwnHours, ownDays: readonly Weekday[] | undefined): WorkCalendar['week'] {
  if (hours.kind === 'weekly') {
    const parts = hours.week.map(({ days, spans }) => ({
      days,
      spans: minutesOf(spans),
    }));
    return EVERY_DAY.map((day) => parts.find(({ days }) => days.includes(day))?.spans ?? []);
  }
  const [days, spans] =
    hours.kind === 'always'
      ? [ownDays ?? EVERY_DAY, ALL_DAY]
      : [hours.days ?? ownDays ?? MONDAY_TO_FRIDAY.days, minutesOf(hours.spans)];
  return EVERY_DAY.map((day) => (days.includes(day) ? spans : []));
}

/** Times of one day as minutes from its midnight, each minute once. */
function minutesOf(spans: readonly TimeSpan[]): readonly MinuteSpan[] {
  return union(
    spans.map(({ from, to }) => {
      const start = minuteOf(from);
      const end = minuteOf(to);
      return { from: start, to: end <= start ? end + 1440 : end };
    }),
  ).map((each) => ({ fromMinute: each.from, toMinute: each.to }));
}

/** Whether work never stops: each minute of each week is worked, in whatever shifts. */
export function isAlways({ week, holidays }: WorkCalendar): boolean {
  if (!holidays.isEmpty) return false;
  // The day before the first is the last day of the week: its shifts may reach over midnight.
  const shifts = [week[6]!, ...week].flatMap((spans, i) =>
    spans.map((each) => ({
      from: (i - 1) * 1440 + each.fromMinute,
      to: (i - 1) * 1440 + each.toMinute,
    })),
  );
  return uncovered([{ from: 0, to: 7 * 1440 }], union(shifts)).length === 0;
}

/**
 * The calendar that Hours mean in an engagement (format-details.md item 8): times and 24x7 in its
 * zone and without regard to holidays, `office hours` its office, a team that team's. Undefined
 * where the office or the team has no readable hours.
 */
export function calendarOfHours(
  hours: Hours,
  engagement: {
    readonly zone: string;
    readonly office?: WorkCalendar | undefined;
    readonly team?: (name: string) => WorkCalendar | undefined;
  },
): WorkCalendar | undefined {
  if (hours.kind === 'office') return engagement.office;
  if (hours.kind === 'team') return engagement.team?.(hours.team);
  return workCalendar(hours, { zone: engagement.zone });
}

/** Everything that is worked in shifts that begin on the local days `from` to `to`, both included: a union of instants. */
export function workedOn(
  calendar: WorkCalendar,
  clock: ZoneClock,
  from: number,
  to: number,
): readonly Interval[] {
  const shifts: Interval[] = [];
  for (let day = from; day <= to; day++) {
    const spans = calendar.week[weekdayOfDayNumber(day) - 1]!;
    if (spans.length === 0) continue;
    if (!calendar.holidays.isEmpty && calendar.holidays.has(dateOfDayNumber(day))) continue;
    for (const { fromMinute, toMinute } of spans) {
      shifts.push({ from: instantOf(clock, day, fromMinute), to: instantOf(clock, day, toMinute) });
    }
  }
  return union(shifts);
}

/**
 * The seconds of work from the first moment of `from` to the last of `to`, days of the calendar's
 * own zone or of `zone`; half-open, and exact on the days on which clocks are moved.
 */
export function workingSecondsBetween(
  calendar: WorkCalendar,
  from: IsoDate,
  to: IsoDate,
  zone: string = calendar.zone,
): number {
  const days = zoneClock(zone, from, to);
  const stretch = { from: instantOf(days, dayNumber(from), 0), to: instantOf(days, dayNumber(to), 1440) };
  return lengthOf(intersection(worked(calendar, from, to), [stretch]));
}

/**
 * The moment at which `seconds` of work are done that begin at a local time of the calendar's zone
 * (domain.md 4.1, 8 and N01 to N04): closed time does not count, and work that ends at closing time
 * ends then, not next morning. Undefined where the calendar never works, or for more than a century.
 */
export function addWorkingSeconds(
  calendar: WorkCalendar,
  from: LocalTime,
  seconds: number,
): LocalTime | undefined {
  if (calendar.days.length === 0) return undefined;
  if (seconds === 0) return from;
  let left = seconds;
  let first = from.date;
  for (let year = 0; year < 100; year++, first = addDays(first, 366)) {
    const clock = zoneClock(calendar.zone, first, addDays(first, 366));
    const start = instantOf(clock, dayNumber(from.date), minuteOf(from.time));
    const day = dayNumber(first);
    const begin = Math.max(instantOf(clock, day, 0), start);
    const shifts = workedOn(calendar, clock, day - 1, day + 366);
    for (const shift of intersection(shifts, [{ from: begin, to: instantOf(clock, day + 366, 0) }])) {
      const length = shift.to - shift.from;
      if (length >= left) return localTimeOf(clock, shift.from + left);
      left -= length;
    }
  }
  return undefined;
}

/** A stretch of local time; `to` is its end. */
export interface LocalStretch {
  readonly from: LocalTime;
  readonly to: LocalTime;
}

/**
 * What of the hours in `needed` from the first moment of `from` to the last of `to`, days of its
 * zone, no calendar of `offered` works: in local time of `needed` (rules.md SLA013, SLA025).
 */
export function uncoveredHours(
  needed: WorkCalendar,
  offered: readonly WorkCalendar[],
  from: IsoDate,
  to: IsoDate,
  clocks: Clocks = zoneClock,
): readonly LocalStretch[] {
  const clock = clocks(needed.zone, from, to);
  const stretch = [{ from: instantOf(clock, dayNumber(from), 0), to: instantOf(clock, dayNumber(to), 1440) }];
  const need = intersection(worked(needed, from, to, clocks), stretch);
  const offer = union(offered.flatMap((each) => worked(each, from, to, clocks)));
  return uncovered(need, offer).map((gap) => ({
    from: localTimeOf(clock, gap.from),
    to: localTimeOf(clock, gap.to),
  }));
}

/**
 * Whether a stretch of time, in seconds since 1970, lies within working hours; beginning when they
 * begin and ending when they end is within (rules.md CMM002). Holidays of the calendar count.
 */
export function isWorked(calendar: WorkCalendar, clock: ZoneClock, stretch: Interval): boolean {
  const day = dayOf(clock, stretch.from);
  const shifts = workedOn(calendar, clock, day - 1, dayOf(clock, stretch.to));
  return shifts.some((shift) => shift.from <= stretch.from && stretch.to <= shift.to);
}

/**
 * Answers the same of many stretches. Without holidays, and where no clock is moved within two days of it, a stretch is
 * worked as another one at the same time of the week is, so that each time is asked for once.
 */
export function workedAsker(calendar: WorkCalendar, clock: ZoneClock): (stretch: Interval) => boolean {
  if (!calendar.holidays.isEmpty) return (stretch) => isWorked(calendar, clock, stretch);
  const known = new Map<number, boolean>();
  return (stretch) => {
    const offset = steadyOffset(clock, stretch.from - TWO_DAYS, stretch.to + TWO_DAYS);
    if (offset === undefined) return isWorked(calendar, clock, stretch);
    // The second of the week and the length, as one number: a text takes three times as long.
    const second = (stretch.from + offset) % SECONDS_OF_WEEK;
    const key = (stretch.to - stretch.from) * SECONDS_OF_WEEK + second;
    const worked = known.get(key) ?? isWorked(calendar, clock, stretch);
    known.set(key, worked);
    return worked;
  };
}

const TWO_DAYS = 2 * 86_400;
const SECONDS_OF_WEEK = 7 * 86_400;

/** The first Monday of a week that lies wholly in a month, `month` 1 to 12 (rules.md SLA013). */
export function firstFullWeekOf(year: number, month: number): IsoDate {
  const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
  return addDays(first, (8 - weekdayOfDayNumber(dayNumber(first))) % 7);
}

/** Shifts that touch the days `from` to `to` of any zone. */
function worked(
  calendar: WorkCalendar,
  from: IsoDate,
  to: IsoDate,
  clocks: Clocks = zoneClock,
): readonly Interval[] {
  const first = dayNumber(from);
  return workedOn(calendar, clocks(calendar.zone, from, to), first - 2, first + daysBetween(from, to) + 1);
}
