import { localTimeState } from '../../../calendar/local-time.ts';
import { addDays } from '../../../calendar/plain-date.ts';
import { occurrences, type Occurrence } from '../../../calendar/recurrence.ts';
import { daysOfChange, minuteOf } from '../../../calendar/zone-clock.ts';
import type { Clocks } from '../../../model/clock.ts';
import type { Field } from '../../../model/document.ts';
import type { ClockTime, IsoDate } from '../../../model/value.ts';
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
      sayFirst(window, occurrences(undefined, window.value, its, { zone, work }), 0, clocks, report);
    }
  },
});

/** Says of the first occurrence that begins or ends when clocks are moved forward, and of the first when they are moved back. */
function sayFirst(
  when: Field | undefined,
  held: readonly Occurrence[],
  seconds: number,
  clocks: Clocks,
  report: Reporter<typeof messages, Record<never, never>>,
): void {
  const [first, last] = [held[0], held.at(-1)];
  if (!first || !last) return; // equivalent: there are both or neither
  const until = endsOf(last, seconds).at(-1)?.date ?? last.date;
  const days = daysOfChange(clocks(first.zone, first.date, until));
  const said = new Set<string>();
  for (const occurrence of held) {
    for (const { date, time } of endsOf(occurrence, seconds)) {
      if (!days.has(date)) continue; // equivalent: on other days every local time exists once
      const state = localTimeState(date, time, occurrence.zone);
      if (state === 'exists' || said.has(state)) continue;
      said.add(state);
      const data = { when: quote(when!.source.text), time: times(time), date, zone: occurrence.zone };
      report.wrong(when!, state, data);
    }
  }
}

/** The local times at which an occurrence begins and ends by the clock on the wall. */
function endsOf(
  { date, from, to }: Occurrence,
  seconds: number,
): readonly { readonly date: IsoDate; readonly time: ClockTime }[] {
  if (from === undefined) return [];
  const begins = minuteOf(from);
  const ends = to === undefined ? begins + Math.floor(seconds / 60) : minuteOf(to);
  const minute = to !== undefined && ends <= begins ? ends + 1440 : ends;
  const time = clockTime(minute % 1440);
  const last = minute < 1440 ? date : addDays(date, Math.floor(minute / 1440)); // equivalent: only saves the time
  return [
    { date, time: from },
    { date: last, time },
  ];
}

function clockTime(minute: number): ClockTime {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
