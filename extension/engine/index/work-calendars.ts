import type { WorkDays } from '../calendar/working-days.ts';
import { calendarOfHours, workCalendar, type WorkCalendar } from '../calendar/working-time.ts';
import type { Field, Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Holidays } from '../model/ports.ts';
import type { Hours } from '../model/value.ts';
import { holidaysOf, statedHolidays, workDaysOf } from './work-days.ts';

/** Holidays that count; undefined where the question is about a week without any. */
export interface HolidayLookup {
  readonly holidays: Holidays | undefined;
}

/** `office_hours`, Monday to Friday, in `zone`, without `holidays` (format-details 8). Undefined where one is not stated. */
export function officeCalendar(view: View, lookup?: HolidayLookup): WorkCalendar | undefined {
  const { office_hours, zone } = view.lead?.keys ?? {};
  const hours = office_hours?.value;
  if (hours === undefined || zone?.value === undefined) return undefined;
  if (hours.kind !== 'times' && hours.kind !== 'always') return undefined;
  const off = lookup && holidaysOf(statedHolidays(view), lookup.holidays);
  return workCalendar(hours, { zone: zone.value, days: [1, 2, 3, 4, 5], ...(off && { holidays: off }) });
}

/** When a team works: its Hours in its Zone, on its Days (else Monday to Friday), without its Holidays. */
export function teamCalendar(
  team: Row<'teams'>,
  view: View,
  lookup?: HolidayLookup,
): WorkCalendar | undefined {
  const { hours, zone, days, holidays } = team.cells;
  if (hours?.value === undefined || zone?.value === undefined) return undefined;
  const off = lookup && holidaysOf(holidays?.value, lookup.holidays);
  const where = {
    zone: zone.value,
    ...(days?.value && { days: days.value }),
    ...(off && { holidays: off }),
  };
  if (hours.value.kind === 'office') {
    // "office hours" of a team are the clock times of the engagement's office, in the team's own zone and days.
    const office = view.lead?.keys.office_hours?.value;
    return office?.kind === 'times' || office?.kind === 'always' ? workCalendar(office, where) : undefined;
  }
  return hours.value.kind === 'team' ? undefined : workCalendar(hours.value, where);
}

/**
 * When the work of a row is done: in a row whose owner is a team, in that team's hours, else in the
 * office's (format-details 8). Where neither is stated, on working days without hours.
 */
export function ownerDays(owner: Field | undefined, view: View, lookup: HolidayLookup): WorkDays {
  const [first, ...others] = view.who(owner);
  const team = others.length === 0 && first?.target?.is === 'team' ? first.target.row : undefined;
  const calendar = (team && teamCalendar(team, view, lookup)) ?? officeCalendar(view, lookup);
  return calendar ?? workDaysOf(view, lookup.holidays);
}

/** What the Hours of a service, or of anything else of the engagement, mean. */
export function calendarOf(
  hours: Field<Hours> | undefined,
  view: View,
  lookup?: HolidayLookup,
): WorkCalendar | undefined {
  const zone = view.lead?.keys.zone?.value;
  if (hours?.value === undefined || zone === undefined) return undefined;
  return calendarOfHours(hours.value, {
    zone,
    office: officeCalendar(view, lookup),
    team: (name) => {
      const team = view.findWho(name);
      return team?.is === 'team' ? teamCalendar(team.row, view, lookup) : undefined;
    },
  });
}
