import { addDays, earlier, mondayOf } from '../../../calendar/plain-date.ts';
import { uncoveredHours, type WorkCalendar } from '../../../calendar/working-time.ts';
import { spanOf, type DateSpan } from '../../../index/span.ts';
import { calendarOf } from '../../../index/work-calendars.ts';
import type { IsoDate } from '../../../model/value.ts';
import { defineRule } from '../../../rules/define.ts';
import { partOf } from '../../../rules/place-of.ts';
import { foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';
import { gapsInWeek } from '../hours-gaps.ts';
import { neededInSeries, servicesOf } from '../service-graph.ts';

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
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    uncovered:
      '"{{service}}" has the hours "{{hours}}" and needs "{{dependency}}", which has only "{{dependencyHours}}". In the week of {{week}} that leaves out {{gaps}}.',
  },
  engagement(view, report) {
    const services = servicesOf(view);
    const known = new Map<string, IsoDate | undefined>();
    for (const service of services.all) {
      const { hours, depends_on: dependsOn } = service.row.cells;
      const needed = calendarOf(hours, view);
      const span = spanOf(service.row.section.document, view);
      if (!needed || !span) continue;
      for (const { text, span: characters } of neededInSeries(service.dependencies)) {
        const dependency = services.get(foldName(text));
        const itsHours = dependency?.row.cells.hours;
        const offered = calendarOf(itsHours, view);
        if (!dependency || !itsHours || !offered) continue;
        const key = JSON.stringify([needed, offered, span].map(toKey));
        if (!known.has(key)) known.set(key, firstUncoveredWeek(needed, offered, span));
        const week = known.get(key);
        if (week === undefined) continue;
        report.wrong(
          partOf(dependsOn!, characters),
          'uncovered',
          {
            service: quote(service.title),
            hours: quote(hours!.source.text),
            dependency: quote(dependency.title),
            dependencyHours: quote(itsHours.source.text),
            week,
            gaps: gapsInWeek(needed, [offered], week),
          },
          {
            related: [
              { at: hours!, message: `hours of "${quote(service.title)}"` },
              { at: itsHours, message: `hours of "${quote(dependency.title)}"` },
            ],
          },
        );
      }
    }
  },
});

/** The Monday of the first week of the span with hours that are not covered. */
function firstUncoveredWeek(needed: WorkCalendar, offered: WorkCalendar, { from, to }: DateSpan): IsoDate | undefined {
  // Hours of one zone stand to each other alike in every week; others drift apart when clocks are moved.
  const isSameZone = needed.zone === offered.zone;
  const gap = uncoveredHours(needed, [offered], from, isSameZone ? earlier(to, addDays(from, 13)) : to)[0];
  return gap && mondayOf(gap.from.date);
}

function toKey(value: WorkCalendar | DateSpan): readonly unknown[] {
  return 'zone' in value ? [value.zone, value.days, value.spans] : [value.from, value.to];
}
