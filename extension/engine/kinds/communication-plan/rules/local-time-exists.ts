import { localTimeState } from '../../../calendar/local-time.ts';
import { dateOfDayNumber } from '../../../calendar/plain-date.ts';
import { heldOn, type Held } from '../../../calendar/recurrence.ts';
import { daysOfChange, minuteOf } from '../../../calendar/zone-clock.ts';
import type { Clocks } from '../../../model/clock.ts';
import type { Field } from '../../../model/document.ts';
import type { ClockTime } from '../../../model/value.ts';
import { spanOf } from '../../../resolve/span.ts';
import { workDaysOf } from '../../../resolve/work-days.ts';
import { defineRule, type Reporter } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { times } from '../../../values/say.ts';
import { heldInSpan } from '../../engagement/meeting-occurrences.ts';
import { secondsOfLength } from '../meeting-length.ts';

const messages = {
  missing:
    '"{{when}}" falls on {{time}} on {{date}}, which does not exist in {{zone}}: clocks go forward then. Choose another time.',
  twice:
    '"{{when}}" falls on {{time}} on {{date}}, which exists twice in {{zone}}: clocks go back then. Choose another time.',
} as const;

export default defineRule({
  code: 'CMM014',
  name: 'local-time-exists',
  meta: {
    kinds: ['engagement', 'communication-plan', 'sla'],
    reads: [
      'engagement/Meetings.When',
      'engagement/Meetings.Every',
      'engagement/Meetings.Length',
      'sla/maintenance_window',
      'engagement/zone',
      'engagement/start',
      'engagement/office_hours',
      'engagement/holidays',
      'engagement/valid_from',
      'communication-plan/valid_from',
      'sla/valid_from',
    ],
    summary: 'Forbid meetings and maintenance at local times that a change of clocks skips or repeats',
    severity: 'info',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages,
  engagement(view, report) {
    const work = workDaysOf(view);
    const clocks = view.clocks;
    const zone = view.lead?.keys.zone?.value;
    for (const meeting of view.rows('meetings')) {
      const { when, length } = meeting.cells;
      sayFirst(when, heldInSpan(meeting, view), secondsOfLength(length?.value) ?? 0, clocks, report);
    }
    for (const document of view.documents) {
      const window = document.keys.maintenance_window;
      const span = spanOf(document, view);
      if (window?.value === undefined || zone === undefined || !span) continue;
      const its = { ...span, anchor: span.from };
      sayFirst(window, heldOn(undefined, window.value, its, { zone, work }), 0, clocks, report);
    }
  },
});

/** Says of the first occurrence that begins or ends when clocks are moved forward, and of the first when they are moved back. */
function sayFirst(
  when: Field | undefined,
  held: Held | undefined,
  seconds: number,
  clocks: Clocks,
  report: Reporter<typeof messages, Record<never, never>>,
): void {
  const [first, last] = [held?.days[0], held?.days.at(-1)];
  if (!held || first === undefined || last === undefined) return; // equivalent: there are both or neither
  const ends = endsOf(held, seconds);
  const until = dateOfDayNumber(last + Math.max(0, ...ends.map(({ later }) => later)));
  const moved = daysOfChange(clocks(held.zone, dateOfDayNumber(first), until));
  const said = new Set<string>();
  for (const day of held.days) {
    for (const { later, time } of ends) {
      if (!moved.has(day + later)) continue; // equivalent: on other days every local time exists once
      const date = dateOfDayNumber(day + later);
      const state = localTimeState(date, time, held.zone);
      if (state === 'exists' || said.has(state)) continue;
      said.add(state);
      const data = { when: quote(when!.source.text), time: times(time), date, zone: held.zone };
      report.wrong(when!, state, data);
    }
  }
}

/** The local times at which something begins and ends by the clock on the wall, so many days after the day that it is held on. */
function endsOf(
  { from, to }: Held,
  seconds: number,
): readonly { readonly later: number; readonly time: ClockTime }[] {
  if (from === undefined) return [];
  const begins = minuteOf(from);
  const ends = to === undefined ? begins + Math.floor(seconds / 60) : minuteOf(to);
  const minute = to !== undefined && ends <= begins ? ends + 1440 : ends;
  return [
    { later: 0, time: from },
    { later: Math.floor(minute / 1440), time: clockTime(minute % 1440) },
  ];
}

function clockTime(minute: number): ClockTime {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
