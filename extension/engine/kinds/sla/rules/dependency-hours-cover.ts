import { addDays, mondayOf } from '../../../calendar/plain-date.ts';
import { uncoveredHours, type WorkCalendar } from '../../../calendar/working-time.ts';
import { spanOf, type DateSpan } from '../../../resolve/span.ts';
import { calendarOf } from '../../../resolve/work-calendars.ts';
import type { IsoDate } from '../../../model/value.ts';
import type { Clocks } from '../../../model/clock.ts';
import { defineRule } from '../../../rules/define.ts';
import { partOf } from '../../../rules/place-of.ts';
import { foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';
import { gapsInWeek } from '../hours-gaps.ts';
import { neededInSeries, servicesOf } from '../service-graph.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'SLA025',
  name: 'dependency-hours-cover',
  meta: {
    kinds: ['sla'],
    reads: [
      'sla/Services.Hours',
      'sla/Services.Depends on',
      'sla/valid_from',
      'engagement/start',
      'engagement/zone',
      'engagement/office_hours',
      'engagement/Teams.Hours',
      'engagement/Teams.Days',
      'engagement/Teams.Zone',
    ],
    summary: 'Require a service that another needs to have its hours too',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    uncovered:
      '"{{service}}" has the hours "{{hours}}" and needs "{{dependency}}", which has only "{{dependencyHours}}". In the week of {{week}} that leaves out {{gaps}}.',
  },
  engagement(view, report) {
    const services = servicesOf(view);
    const known = new Map<string, FirstGap>();
    for (const service of services.all) {
      const { hours, depends_on: dependsOn } = service.row.cells;
      const needed = calendarOf(hours, view);
      const span = spanOf(service.row.section.document, view);
      if (!needed || !span) continue;
      for (const { text, span: characters } of neededInSeries(service.dependencies)) {
        const itsHours = services.get(foldName(text))?.row.cells.hours;
        const offered = calendarOf(itsHours, view);
        if (!offered) continue;
        const key = JSON.stringify([needed.zone, needed.week, offered.zone, offered.week, span]);
        const first = known.get(key) ?? firstGap(needed, offered, span, view.clocks);
        known.set(key, first);
        const { week } = first;
        const gaps = week === undefined ? undefined : gapsInWeek(needed, [offered], week, view.clocks);
        if (week === undefined || gaps === undefined) continue; // equivalent: a week that is given has gaps
        report.wrong(
          partOf(dependsOn!, characters),
          'uncovered',
          {
            service: quote(service.title),
            hours: quote(hours!.source.text),
            dependency: quote(text),
            dependencyHours: quote(itsHours!.source.text),
            week,
            gaps,
          },
          {
            related: [
              { at: hours!, message: say('hours of "{{name}}"', { name: quote(service.title) }) },
              { at: itsHours!, message: say('hours of "{{name}}"', { name: quote(text) }) },
            ],
          },
        );
      }
    }
  },
});

/** The Monday of the first week that begins in the span and has hours that are not covered, if there is one. */
interface FirstGap {
  readonly week: IsoDate | undefined;
}

function firstGap(
  needed: WorkCalendar,
  offered: WorkCalendar,
  { from, to }: DateSpan,
  clocks: Clocks,
): FirstGap {
  const monday = mondayOf(addDays(from, 6));
  // Hours of one zone stand to each other alike in every week; others drift apart when clocks are moved.
  const last = needed.zone === offered.zone ? addDays(monday, 6) : to; // equivalent: only asks for less
  const gap = uncoveredHours(needed, [offered], monday, last, clocks)[0];
  return { week: gap && mondayOf(gap.from.date) };
}
