import Calendar from 'date-holidays';
import type { Holiday, Holidays } from '../model/ports.ts';
import { addDays, weekdayOf } from './plain-date.ts';

// The one place that knows date-holidays. It is large: shells load this file when a region is first asked for.

/**
 * Public holidays of countries (`SE`) and regions (`IN-WB`), named in English, and the three Swedish
 * eves (`eves`) that are no public holidays and no working days either (format-details.md item 8).
 * A day off in lieu counts as a holiday. An unknown country has none,
 * an unknown region those of its country. Remembers what it has computed.
 * A holiday of several days that begins in a year is given whole with that year.
 */
export function createHolidays(): Holidays {
  const known = new Map<string, readonly Holiday[]>();
  const countries = new Calendar();
  const calendars = new Map<string, Calendar>();
  /** By what is asked for. */
  const parts = new Map<string, string>();

  function knownPart(asked: string): string {
    let part = parts.get(asked);
    if (part === undefined) parts.set(asked, (part = knownPartOf(asked, countries)));
    return part;
  }

  function calendarOf(region: string): Calendar {
    let calendar = calendars.get(region);
    if (!calendar) {
      const [country = '', state, part] = region.split('-');
      calendar = new Calendar(country, state ?? '', part ?? '', { types: ['public'] });
      // Which moment a day begins is not asked here, and to convert it takes half of the time.
      calendar.setTimezone('');
      calendars.set(region, calendar);
    }
    return calendar;
  }

  return {
    of(asked, year) {
      const region = knownPart(asked);
      const key = `${region} ${year}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const holidays = region === 'eves' ? swedishEves(year) : publicHolidays(calendarOf(region), year);
      known.set(key, holidays);
      return holidays;
    },
    knownPart,
    prepare(asked) {
      const region = knownPart(asked);
      if (region !== 'eves') calendarOf(region);
    },
  };
}

/** A list may name thousands of regions that nobody knows: what each would fall back to is computed once. */
function knownPartOf(asked: string, countries: Calendar): string {
  const [country = '', state, part] = asked.split('-');
  if (state === undefined || !Object.hasOwn(countries.getStates(country) ?? {}, state)) return country;
  const parts = part === undefined ? {} : (countries.getRegions(country, state) ?? {});
  return part !== undefined && Object.hasOwn(parts, part) ? asked : `${country}-${state}`;
}

/** Midsummer eve, the Friday from 19 to 25 June; Christmas eve; New Year's eve. */
function swedishEves(year: number): readonly Holiday[] {
  const text = String(year).padStart(4, '0');
  const first = `${text}-06-19`;
  return [
    { date: addDays(first, (12 - weekdayOf(first)) % 7), name: 'Midsummer Eve' },
    { date: `${text}-12-24`, name: 'Christmas Eve' },
    { date: `${text}-12-31`, name: "New Year's Eve" },
  ];
}

function publicHolidays(calendar: Calendar, year: number): readonly Holiday[] {
  const days = new Map<string, string>();
  for (const each of calendar.getHolidays(year, 'en')) {
    const first = each.date.slice(0, 10);
    const count = Math.round((each.end.getTime() - each.start.getTime()) / 86_400_000);
    for (let day = 0; day < count; day++) {
      const date = addDays(first, day);
      if (!days.has(date)) days.set(date, each.name);
    }
  }
  return [...days].map(([date, name]) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1));
}
