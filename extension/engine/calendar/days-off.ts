import type { IsoDate } from '../model/value.ts';

/**
 * Days on which nobody works. They are asked for one by one or by the stretch, so that a length may lead
 * as far as it likes and only years that have any are looked up.
 */
export interface DaysOff {
  /** There are none at all. */
  readonly isEmpty: boolean;
  has(date: IsoDate): boolean;
  /** Those from one date to another, both included, each once, in any order. */
  between(from: IsoDate, to: IsoDate): readonly IsoDate[];
}

export const NO_DAYS_OFF: DaysOff = { isEmpty: true, has: () => false, between: () => [] };

/** Days that repeat with the years, for the years in which they are known. */
export interface YearlyDaysOff {
  readonly first: number;
  readonly last: number;
  /** Asked once for each year. */
  ofYear(year: number): Iterable<IsoDate>;
}

/** These dates, and those of each year that is known. */
export function daysOff(dates: Iterable<IsoDate>, yearly?: YearlyDaysOff): DaysOff {
  const stated = [...new Set(dates)];
  if (stated.length === 0 && !yearly) return NO_DAYS_OFF;
  const isStated = new Set(stated);
  const known = new Map<number, ReadonlySet<IsoDate>>();
  const lookUp = (year: number): ReadonlySet<IsoDate> => {
    let days = known.get(year);
    if (!days && yearly && year >= yearly.first && year <= yearly.last) {
      known.set(year, (days = new Set([...yearly.ofYear(year)].filter((date) => yearOf(date) === year))));
    }
    return days ?? NONE;
  };
  return {
    isEmpty: false,
    has: (date) => isStated.has(date) || lookUp(yearOf(date)).has(date),
    between(from, to) {
      const isWithin = (date: IsoDate): boolean => from <= date && date <= to;
      const found = stated.filter(isWithin);
      if (!yearly) return found;
      const last = Math.min(yearOf(to), yearly.last);
      for (let year = Math.max(yearOf(from), yearly.first); year <= last; year++) {
        for (const date of lookUp(year)) if (isWithin(date) && !isStated.has(date)) found.push(date);
      }
      return found;
    },
  };
}

const NONE: ReadonlySet<IsoDate> = new Set();

function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}
