import { addDays, addMonths, earlier, later } from '../../../calendar/plain-date.ts';
import { occurrenceIn, type Occurrence } from '../../../calendar/recurrence.ts';
import type { Row } from '../../../model/document.ts';
import type { Named, View } from '../../../model/engagement.ts';
import { moveOf } from '../../../resolve/move.ts';
import { holidaysOf, statedHolidays, workDaysOf } from '../../../resolve/work-days.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { listSaid, quoted } from '../../../values/say.ts';
import type { DaysOff } from '../../../calendar/days-off.ts';
import { isClosed } from '../../engagement/closed-periods.ts';
import { meetingOccurrences } from '../../engagement/meeting-occurrences.ts';

/** Days before a meeting from which it is listed. */
const leadDays = 28;

export default defineDue({
  code: 'CMM012',
  name: 'meeting-on-holiday',
  meta: {
    kinds: ['engagement', 'communication-plan'],
    reads: [
      'engagement/Meetings.Meeting',
      'engagement/Meetings.Every',
      'engagement/Meetings.When',
      'engagement/Meetings.Chair',
      'engagement/Meetings.Attends',
      'engagement/Teams.Team',
      'engagement/Teams.Holidays',
      'engagement/Teams.Zone',
      'engagement/Teams.People',
      'engagement/People.Party',
      'engagement/People.Zone',
      'engagement/holidays',
      'engagement/office_hours',
      'engagement/zone',
      'engagement/start',
      'engagement/end',
      'communication-plan/closed_periods',
      '*/valid_from',
    ],
    summary: 'Ask for another day for a meeting that falls on a holiday of somebody who must be there',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    holiday: 'Move or drop "{{meeting}}": it is a holiday for {{who}}.',
  },
  due(view, { asOf }) {
    const work = workDaysOf(view);
    const end = view.lead?.keys.end?.value;
    const year = addDays(addMonths(asOf, 12), -1);
    const to = end === undefined ? year : earlier(year, end);
    return view.rows('meetings').flatMap((meeting) => {
      const { when, attends, chair } = meeting.cells;
      const since = meeting.section.document.keys.valid_from?.value ?? view.lead?.keys.start?.value;
      const people = view.who(attends).flatMap(({ target, text }) => {
        const off = target && daysOffOf(target, view);
        return off ? [{ name: text, ...off }] : [];
      });
      if (since === undefined || people.length === 0) return []; // equivalent: nothing is held, or nobody is away
      return meetingOccurrences(meeting, view, { from: later(asOf, since), to }, work).flatMap(
        (occurrence) => {
          const away = people.filter(({ off, zone }) =>
            off.every((days) => days.has(localDate(occurrence, zone))),
          );
          if (away.length === 0 || isClosed(occurrence.date, view)) return [];
          return [
            {
              at: when!,
              id: 'holiday' as const,
              data: {
                meeting: quote(meeting.cells.meeting?.source.text ?? ''),
                who: listSaid(away.map(({ name }) => quoted(quote(name)))),
              },
              day: occurrence.date,
              listedFrom: addDays(occurrence.date, -leadDays),
              neverOverdue: true,
              ...moveOf(chair, view),
            },
          ];
        },
      );
    });
  },
});

/** The day of an occurrence in somebody's zone. */
function localDate(occurrence: Occurrence, zone: string | undefined): string {
  return (zone === undefined ? undefined : occurrenceIn(occurrence, zone))?.from.date ?? occurrence.date;
}

interface Off {
  /** Of each team that the person works in: on a day off in all of them nobody comes. */
  readonly off: readonly DaysOff[];
  readonly zone: string | undefined;
}

/** The holidays of a team, of a person those of the teams that list the person; of whoever is in none, the engagement's. */
function daysOffOf(named: Named, view: View): Off | undefined {
  if (named.is !== 'team' && named.is !== 'person') return undefined;
  const teams = named.is === 'team' ? [named.row] : view.teamsOf(named.row);
  const zone = named.row.cells.zone?.value ?? teams[0]?.cells.zone?.value;
  if (teams.length === 0) return { off: [holidaysOf(statedHolidays(view), view.holidays)], zone };
  return { off: teams.map((team) => holidaysOfTeam(team, view)), zone };
}

function holidaysOfTeam({ cells: { holidays } }: Row<'teams'>, view: View): DaysOff {
  return holidaysOf(holidays?.value, view.holidays);
}
