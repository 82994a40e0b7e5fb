import type { Wording } from '../model/language.ts';
import type { DaysWithHours, Hours, TimeSpan, Weekday } from '../model/value.ts';
import { formatValue } from './format-value.ts';
import { weekdayName, weekdayNameIn } from './grammar-words.ts';
import { fail, offering } from './part.ts';
import type { Outcome, Part } from './part.ts';
import { inEachLanguage } from './wording.ts';

/** Days as they are written before their times; without times they are closed. */
export interface HoursEntry {
  readonly days?: readonly Weekday[];
  /** The words of the days. */
  readonly said?: Part;
  readonly spans: readonly TimeSpan[];
}

/**
 * What entries say together: the hours of each day. Each day has one entry; one that closes days may
 * follow on the entry that they are taken from. Days that have the same hours are one.
 */
export function hoursOfEntries(part: Part, entries: readonly HoursEntry[]): Outcome<Hours> {
  const open = entries.filter(({ spans }) => spans.length > 0);
  const [first, ...others] = entries;
  if (open.length === 0 || first === undefined) return fail(part, 'notHours');
  if (others.length === 0) {
    return {
      value: {
        kind: 'times',
        ...(first.days ? { days: first.days } : {}),
        spans: first.spans,
      },
    };
  }
  const closed = entries.filter(({ spans }) => spans.length === 0).flatMap(({ days = [] }) => days);
  if (first.days === undefined) {
    const named = new Set(others.flatMap(({ days = [] }) => days));
    const days = mondayToFriday.filter((day) => !named.has(day));
    const meant = hoursOfWeek([{ days, spans: first.spans }, ...withDays(others)], closed, 'later');
    return fail(part, 'hoursWithoutDays', {}, meant && days.length > 0 ? [wordingOf(meant)] : []);
  }
  const twice = firstTwice(open);
  const hours = hoursOfWeek(withDays(open), closed, 'later');
  if (twice === undefined) return hours ? { value: hours } : fail(part, 'notHours');
  const both = hoursOfWeek(withDays(open), closed, 'both');
  const offers = [hours, both].filter((each) => each !== undefined).map(wordingOf);
  return offering(part, fail(twice.said ?? part, 'daysTwice'), withoutDoubles(offers));
}

const mondayToFriday: readonly Weekday[] = [1, 2, 3, 4, 5];
const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function withDays(entries: readonly HoursEntry[]): readonly DaysWithHours[] {
  return entries.map(({ days = [], spans }) => ({ days, spans }));
}

/** The first entry with a day that an entry before it has. */
function firstTwice(entries: readonly HoursEntry[]): HoursEntry | undefined {
  const named = new Set<Weekday>();
  return entries.find(({ days = [] }) => {
    if (days.some((day) => named.has(day))) return true;
    for (const day of days) named.add(day);
    return false;
  });
}

/** The hours of a week in which a day that is named twice has the later hours, or both; undefined where it has none. */
function hoursOfWeek(
  entries: readonly DaysWithHours[],
  closed: readonly Weekday[],
  which: 'later' | 'both',
): Hours | undefined {
  const week: { days: Weekday[]; spans: readonly TimeSpan[] }[] = [];
  const bySpans = new Map<string, (typeof week)[number]>();
  for (const day of everyDay) {
    const all = entries.filter(({ days }) => days.includes(day)).map(({ spans }) => spans);
    const spans = which === 'both' && all.length > 1 ? together(all.flat()) : all.at(-1);
    if (spans === undefined || spans.length === 0 || closed.includes(day)) continue;
    const key = JSON.stringify(spans);
    const known = bySpans.get(key) ?? { days: [], spans };
    if (known.days.length === 0) week.push(known);
    known.days.push(day);
    bySpans.set(key, known);
  }
  const [first, ...others] = week;
  if (first === undefined) return undefined;
  return others.length === 0
    ? { kind: 'times', days: first.days, spans: first.spans }
    : { kind: 'weekly', week };
}

/** Spans of one day in order, those that meet as one; as they are where one reaches over midnight. */
function together(spans: readonly TimeSpan[]): readonly TimeSpan[] {
  if (spans.some(({ from, to }) => to <= from)) return spans;
  const joined: TimeSpan[] = [];
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = joined.at(-1);
    if (last === undefined || last.to < span.from) joined.push(span);
    else if (last.to < span.to) joined[joined.length - 1] = { from: last.from, to: span.to };
  }
  return joined;
}

function wordingOf(hours: Hours): Wording {
  const text = formatValue({ is: 'hours' }, hours);
  return inEachLanguage((language) =>
    everyDay
      .reduce<string>((so, day) => so.replaceAll(weekdayName(day), weekdayNameIn(day, language)), text)
      .replace('every day', language === 'sv' ? 'alla dagar' : 'every day'),
  );
}

function withoutDoubles(texts: readonly Wording[]): readonly Wording[] {
  const [first, second] = texts;
  return JSON.stringify(first) === JSON.stringify(second) ? texts.slice(0, 1) : texts;
}
