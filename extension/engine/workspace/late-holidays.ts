import type { Holidays } from '../model/ports.ts';

/** A holiday calendar that is loaded only once somebody has asked it for a day. */
export interface LateHolidays {
  readonly holidays: Holidays;
  /** Whether somebody asked before it was there: what was concluded then has to be concluded again. */
  wasMissed(): boolean;
}

/** Answers from the calendar where it is there, and until then that there are no holidays. */
export function lateHolidays(loaded: () => Holidays | undefined): LateHolidays {
  let missed = false;
  const holidays: Holidays = {
    of(region, year) {
      const calendar = loaded();
      if (!calendar) missed = true;
      return calendar?.of(region, year) ?? [];
    },
    knownPart: (region) => loaded()?.knownPart(region) ?? region,
    prepare: (region) => loaded()?.prepare(region),
  };
  return { holidays, wasMissed: () => missed };
}
