import type { IsoDate } from '../model/value.ts';

/**
 * Days on which nobody works. They are asked for one by one or by the year, so that a length may lead
 * as far as it likes and only the years that it passes are looked up.
 */
export interface DaysOff {
  /** There are none at all. */
  readonly isEmpty: boolean;
  has(date: IsoDate): boolean;
  /** Each once, in any order. */
  ofYear(year: number): Iterable<IsoDate>;
}

export const NO_DAYS_OFF: DaysOff = { isEmpty: true, has: () => false, ofYear: () => [] };

/** What `ofYear` gives, which is asked once for each year; and of every year these dates. */
export function daysOff(dates: Iterable<IsoDate>, ofYear?: (year: number) => Iterable<IsoDate>): DaysOff {
  const stated = [...dates];
  if (stated.length === 0 && !ofYear) return NO_DAYS_OFF;
  const known = new Map<number, ReadonlySet<IsoDate>>();
  const lookUp = (year: number): ReadonlySet<IsoDate> => {
    let days = known.get(year);
    if (!days) {
      const all = ofYear ? [...stated, ...ofYear(year)] : stated;
      known.set(year, (days = new Set(all.filter((date) => yearOf(date) === year))));
    }
    return days;
  };
  return { isEmpty: false, has: (date) => lookUp(yearOf(date)).has(date), ofYear: lookUp };
}

function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}
