import type { DaysOff } from '../calendar/days-off.ts';
import { MONDAY_TO_FRIDAY, type Work } from '../calendar/working-days.ts';
import { calendarOfHours, workCalendar, type WorkCalendar } from '../calendar/working-time.ts';
import type { Field, Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Hours } from '../model/value.ts';
import { onceFor } from '../values/once-for.ts';
import { holidaysOf, standsForItself, statedHolidays, workDaysOf } from './work-days.ts';

/** Whether holidays are days without work; "usual weeks" are without any (rules.md 1.5). */
export type Counting = 'less holidays' | 'usual weeks';

/** `office_hours`, Monday to Friday, in `zone`, without `holidays` (format-details 8). Undefined where one is not stated. */
export function officeCalendar(view: View, counting: Counting = 'usual weeks'): WorkCalendar | undefined {
  return counting === 'usual weeks' ? usualOffice(view) : officeOf(view, counting);
}

/** Lengths of time are compared in it again and again. */
const usualOffice = onceFor((view: View) => officeOf(view, 'usual weeks'));

function officeOf(view: View, counting: Counting): WorkCalendar | undefined {
  const { office_hours, zone } = view.lead?.keys ?? {};
  const hours = office_hours?.value;
  if (zone?.value === undefined || !standsForItself(hours)) return undefined;
  const { days } = MONDAY_TO_FRIDAY;
  return workCalendar(hours, { zone: zone.value, days, ...daysOffOf(statedHolidays(view), view, counting) });
}

/** When a team works: its Hours in its Zone, on its Days (else Monday to Friday), without its Holidays. */
export function teamCalendar(
  team: Row<'teams'>,
  view: View,
  counting: Counting = 'usual weeks',
): WorkCalendar | undefined {
  const { hours, zone, days, holidays } = team.cells;
  if (hours?.value === undefined || zone?.value === undefined) return undefined;
  const where = {
    zone: zone.value,
    ...(days?.value && { days: days.value }),
    ...daysOffOf(holidays?.value, view, counting),
  };
  // "office hours" of a team are the clock times of the engagement's office, in the team's own zone and days.
  const its = hours.value.kind === 'office' ? view.lead?.keys.office_hours?.value : hours.value;
  return standsForItself(its) ? workCalendar(its, where) : undefined;
}

function daysOffOf(
  regions: readonly string[] | undefined,
  { holidays }: View,
  counting: Counting,
): { readonly holidays?: DaysOff } {
  return counting === 'usual weeks' ? {} : { holidays: holidaysOf(regions, holidays) };
}

/**
 * When the work of a row is done: in a row whose owner is a team, in that team's hours, else in the
 * office's (format-details 8). Where neither is stated, on working days without hours.
 */
export function ownerDays(owner: Field | undefined, view: View): Work {
  const [first, ...others] = view.who(owner);
  const team = others.length === 0 && first?.target?.is === 'team' ? first.target.row : undefined;
  return (team && teamCalendar(team, view, 'less holidays')) ?? workDaysOf(view);
}

/** What the Hours of a service, or of anything else of the engagement, mean. */
export function calendarOf(
  hours: Field<Hours> | undefined,
  view: View,
  counting: Counting = 'usual weeks',
): WorkCalendar | undefined {
  const zone = view.lead?.keys.zone?.value;
  if (hours?.value === undefined || zone === undefined) return undefined;
  return calendarOfHours(hours.value, {
    zone,
    office: officeCalendar(view, counting),
    team: (name) => {
      const team = view.findWho(name);
      return team?.is === 'team' ? teamCalendar(team.row, view, counting) : undefined;
    },
  });
}
