import { addDays, daysBetween, weekdayOf } from '../../calendar/plain-date.ts';
import { uncoveredHours, type LocalStretch, type WorkCalendar } from '../../calendar/working-time.ts';
import type { Clocks } from '../../model/clock.ts';
import type { Said } from '../../model/said.ts';
import type { IsoDate, Weekday } from '../../model/value.ts';
import { weekdaySaid, weekdaysSaid } from '../../values/days-said.ts';
import { joined, say, times } from '../../values/say.ts';

/** What of the hours in `needed` none of `offered` covers in the week that begins on a Monday; undefined where all is covered. */
export function gapsInWeek(
  needed: WorkCalendar,
  offered: readonly WorkCalendar[],
  monday: IsoDate,
  clocks: Clocks,
): Said | undefined {
  return gapsText(uncoveredHours(needed, offered, monday, addDays(monday, 6), clocks));
}

/** More gaps than these are counted, not listed. */
const mostGaps = 5;

/** "Monday-Thursday 17:00-08:00, Friday 17:00 to Sunday 24:00": gaps with the same times of day are one entry. */
function gapsText(gaps: readonly LocalStretch[]): Said | undefined {
  const entries = new Map<string, { readonly gap: LocalStretch; readonly days: Weekday[] }>();
  for (const gap of gaps) {
    const end = endOf(gap);
    const nights = daysBetween(gap.from.date, end.date);
    const key = `${gap.from.time} ${nights} ${end.time}`;
    const entry = entries.get(key);
    if (entry) entry.days.push(weekdayOf(gap.from.date));
    else entries.set(key, { gap, days: [weekdayOf(gap.from.date)] });
  }
  const texts = [...entries.values()].map(({ gap, days }) => {
    const end = endOf(gap);
    const nights = daysBetween(gap.from.date, end.date);
    // "17:00-08:00" is read as one night; what is longer names its day.
    const isPlain = nights === 0 || (nights === 1 && end.time <= gap.from.time);
    if (isPlain) return joined([daysIn(days), times(`${gap.from.time}-${end.time}`)], ' ');
    return say('{{days}} {{from}} to {{day}} {{to}}', {
      days: daysIn(days),
      from: times(gap.from.time),
      day: weekdaySaid(weekdayOf(end.date)),
      to: times(end.time),
    });
  });
  if (texts.length === 0) return undefined;
  const more = texts.length - mostGaps;
  return more > 0
    ? say('{{gaps}} and {{n}} more', { gaps: joined(texts.slice(0, mostGaps), ', '), n: String(more) })
    : joined(texts, ', ');
}

function daysIn(days: readonly Weekday[]): Said {
  return weekdaysSaid([...new Set(days)].sort((a, b) => a - b));
}

/** The end of a gap; midnight is the end of the day before. */
function endOf({ to }: LocalStretch): LocalStretch['to'] {
  return to.time === '00:00' ? { date: addDays(to.date, -1), time: '24:00' } : to;
}
