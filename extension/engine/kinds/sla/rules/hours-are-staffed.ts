import { firstFullWeekOf, type WorkCalendar } from '../../../calendar/working-time.ts';
import { spanOf } from '../../../resolve/span.ts';
import { calendarOf, teamCalendar } from '../../../resolve/work-calendars.ts';
import type { View } from '../../../model/engagement.ts';
import type { IsoDate } from '../../../model/value.ts';
import { defineRule, type Reporter } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { gapsInWeek } from '../hours-gaps.ts';
import type { Field } from '../../../model/document.ts';
import { inEnglish, type Said } from '../../../model/said.ts';

const messages = {
  oneWeek:
    'No team of the supplier works in a part of the hours of "{{service}}", "{{hours}}", in the week of {{week}}: {{gaps}}.',
  bothWeeks:
    'No team of the supplier works in a part of the hours of "{{service}}", "{{hours}}", in the weeks of {{first}} and {{second}}: {{gaps}}.',
  eachWeek:
    'No team of the supplier works in a part of the hours of "{{service}}", "{{hours}}": {{firstGaps}} in the week of {{first}}; {{secondGaps}} in the week of {{second}}.',
} as const;

export default defineRule({
  code: 'SLA013',
  name: 'hours-are-staffed',
  meta: {
    kinds: ['sla'],
    reads: [
      'sla/Services.Hours',
      'sla/Services.Service',
      'sla/valid_from',
      'engagement/Teams.Hours',
      'engagement/Teams.Days',
      'engagement/Teams.Zone',
      'engagement/Teams.Party',
      'engagement/start',
      'engagement/zone',
      'engagement/office_hours',
    ],
    summary: "Require the supplier's teams to work in all hours of a service",
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages,
  engagement(view, report) {
    const teams = supplierCalendars(view);
    if (!teams) return;
    const known = new Map<string, Said | undefined>();
    for (const { document, rows } of view.sections('services')) {
      const span = spanOf(document, view);
      if (!span) continue;
      const weeks = [1, 7].map((month) => weekInSpan(month, span.from)).sort();
      for (const { cells } of rows) {
        const needed = calendarOf(cells.hours, view);
        if (!needed) continue;
        const gaps = weeks.map((week) => {
          const key = JSON.stringify([needed.zone, needed.week, week]);
          const found = known.has(key) ? known.get(key) : gapsInWeek(needed, teams, week, view.clocks); // equivalent: asks again what is known
          known.set(key, found);
          return found;
        });
        sayGaps(cells.hours!, cells.service?.source.text ?? '', weeks, gaps, report);
      }
    }
  },
});

/** When the supplier's teams work; undefined where there is none, or nobody can say of one when it does. */
function supplierCalendars(view: View): readonly WorkCalendar[] | undefined {
  const teams = view
    .rows('teams')
    .filter(({ cells }) => view.who(cells.party)[0]?.target?.side === 'supplier');
  const calendars = teams.flatMap((team) => teamCalendar(team, view) ?? []);
  return teams.length > 0 && calendars.length === teams.length ? calendars : undefined;
}

/** The Monday of the first full week of a month that begins in the year from a date on. */
function weekInSpan(month: number, from: IsoDate): IsoDate {
  const year = Number(from.slice(0, 4));
  const week = firstFullWeekOf(year, month);
  return week >= from ? week : firstFullWeekOf(year + 1, month);
}

function sayGaps(
  hours: Field,
  service: string,
  [first = '', second = '']: readonly IsoDate[],
  [firstGaps, secondGaps]: readonly (Said | undefined)[],
  report: Reporter<typeof messages, Record<never, never>>,
): void {
  const data = { service: quote(service), hours: quote(hours.source.text) };
  const gaps = firstGaps ?? secondGaps;
  if (gaps === undefined) return;
  if (firstGaps === undefined || secondGaps === undefined) {
    const week = firstGaps === undefined ? second : first;
    report.wrong(hours, 'oneWeek', { ...data, week, gaps });
  } else if (inEnglish(firstGaps) === inEnglish(secondGaps)) {
    report.wrong(hours, 'bothWeeks', { ...data, first, second, gaps });
  } else report.wrong(hours, 'eachWeek', { ...data, first, firstGaps, second, secondGaps });
}
