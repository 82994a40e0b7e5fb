import { workCalendar, type WorkCalendar } from '../../calendar/working-time.ts';
import type { Field, Row } from '../../model/document.ts';
import type { Named, View } from '../../model/engagement.ts';
import { teamCalendar } from '../../resolve/work-calendars.ts';
import { standsForItself } from '../../resolve/work-days.ts';
import { MONDAY_TO_FRIDAY } from '../../calendar/working-days.ts';

/** Working hours and where they are stated. */
export interface StatedHours {
  readonly calendar: WorkCalendar;
  readonly field: Field;
}

/**
 * When somebody works (rules.md 1.4): a team in its hours, a person in those of each team that lists the person,
 * else in the office's, in the person's own zone. Holidays are left out. Empty where one of them is not known.
 */
export function workingHoursOf(named: Named, view: View): readonly StatedHours[] {
  if (named.is !== 'team' && named.is !== 'person') return [];
  const teams = named.is === 'team' ? [named.row] : view.teamsOf(named.row);
  if (named.is === 'person' && teams.length === 0) return officeHoursOf(named.row, view);
  const known = teams.flatMap((team) => {
    const calendar = teamCalendar(team, view);
    return calendar ? [{ calendar, field: team.cells.hours! }] : [];
  });
  return known.length === teams.length ? known : [];
}

function officeHoursOf({ cells }: Row<'people'>, { lead }: View): readonly StatedHours[] {
  const field = lead?.keys.office_hours;
  // A zone that does not read is not replaced.
  const zone = (cells.zone && cells.zone.state !== 'empty' ? cells.zone : lead?.keys.zone)?.value;
  if (zone === undefined || !field || !standsForItself(field.value)) return [];
  return [{ calendar: workCalendar(field.value, { zone, days: MONDAY_TO_FRIDAY.days }), field }];
}
