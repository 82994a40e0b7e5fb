import type { WorkDays } from '../calendar/working-days.ts';
import type { View } from '../model/engagement.ts';
import type { Holidays } from '../model/ports.ts';
import type { IsoDate } from '../model/value.ts';

/** Years around a date whose holidays are looked up: nothing that is asked reaches further. */
const yearsAround = [-1, 0, 1, 2];

/**
 * The working days of an engagement around a date: Monday to Friday without its `holidays`
 * (format-details 8). Without a holiday calendar only dates that are written out are holidays.
 */
export function workDaysOf(view: View, holidays: Holidays | undefined, around: IsoDate): WorkDays {
  return { days: [1, 2, 3, 4, 5], holidays: holidaysOf(view.lead?.keys.holidays?.value, holidays, around) };
}

/** The days that countries, regions, `eves` and plain dates take away, around a date. */
export function holidaysOf(
  regions: readonly string[] | undefined,
  holidays: Holidays | undefined,
  around: IsoDate,
): ReadonlySet<IsoDate> {
  const year = Number(around.slice(0, 4));
  return new Set(
    (regions ?? []).flatMap((region) =>
      /^\d{4}-/.test(region)
        ? [region]
        : yearsAround.flatMap((step) => holidays?.of(region, year + step).map(({ date }) => date) ?? []),
    ),
  );
}
