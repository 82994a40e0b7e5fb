import { dateOfDayNumber } from '../../../calendar/plain-date.ts';
import { beginningsIn, instantsOfEach, occurrencesIn, type Held } from '../../../calendar/recurrence.ts';
import { workedAsker } from '../../../calendar/working-time.ts';
import type { Clocks } from '../../../model/clock.ts';
import type { Field, Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { Said } from '../../../model/said.ts';
import { defineRule } from '../../../rules/define.ts';
import { addTo } from '../../../values/add-to.ts';
import { quote } from '../../../values/quote.ts';
import { joined, listSaid, quoted, say, times } from '../../../values/say.ts';
import { heldInSpan } from '../../engagement/meeting-occurrences.ts';
import { workingHoursOf, type StatedHours } from '../attendees.ts';
import { secondsOfLength } from '../meeting-length.ts';
import { weeksSaid } from '../weeks-said.ts';

export default defineRule({
  code: 'CMM002',
  name: 'meeting-in-working-hours',
  meta: {
    kinds: ['engagement', 'communication-plan'],
    reads: [
      'engagement/Meetings.Meeting',
      'engagement/Meetings.Every',
      'engagement/Meetings.When',
      'engagement/Meetings.Length',
      'engagement/Meetings.Attends',
      'engagement/Teams.Team',
      'engagement/Teams.Zone',
      'engagement/Teams.Hours',
      'engagement/Teams.Days',
      'engagement/Teams.People',
      'engagement/People.Person',
      'engagement/People.Zone',
      'engagement/office_hours',
      'engagement/zone',
      'engagement/holidays',
      'engagement/start',
      'engagement/valid_from',
      'communication-plan/valid_from',
    ],
    summary: 'Require meetings to lie within the working hours of those who must be there',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    outside:
      '"{{meeting}}" lies outside the working hours of {{who}}, {{weeks}}: choose a time at which both sides work.',
  },
  engagement(view, report) {
    for (const meeting of view.rows('meetings')) {
      const held = heldInSpan(meeting, view);
      const outside = held ? outsideOf(meeting, held, view) : [];
      if (!held || outside.length === 0) continue;
      const days = new Set(outside.flatMap(({ days: its }) => its));
      report.wrong(
        meeting.cells.when!,
        'outside',
        {
          meeting: quote(meeting.cells.meeting?.source.text ?? ''),
          who: whoSaid(held, outside),
          weeks: weeksSaid(
            held.days.filter((day) => days.has(day)).map(dateOfDayNumber),
            held.days.map(dateOfDayNumber),
          ),
        },
        { related: relatedHours(outside) },
      );
    }
  },
});

/** Somebody who is not at work when a meeting is held, and on which days, since 1970-01-01, it is. */
interface Outside {
  readonly name: string;
  readonly hours: readonly StatedHours[];
  readonly days: readonly number[];
}

function outsideOf(
  { cells: { attends, length } }: Row<'meetings'>,
  held: Held,
  view: View,
): readonly Outside[] {
  const seconds = secondsOfLength(length?.value) ?? 0;
  const clocks = view.clocks;
  const instants = instantsOfEach(held, seconds / 60, clocks);
  const known = new Map<string, readonly number[]>();
  return view.who(attends).flatMap(({ target, text }) => {
    const hours = target ? workingHoursOf(target, view) : [];
    if (hours.length === 0) return [];
    const key = JSON.stringify(hours.map(({ calendar: { zone, week } }) => [zone, week]));
    let found = known.get(key);
    if (!found) known.set(key, (found = notWorked(instants, hours, clocks))); // equivalent: only saves the time
    return found.length === 0 ? [] : [{ name: text, hours, days: found }];
  });
}

function notWorked(
  instants: ReturnType<typeof instantsOfEach>,
  hours: readonly StatedHours[],
  clocks: Clocks,
): readonly number[] {
  const [first, last] = [instants[0], instants.at(-1)];
  if (!first || !last) return []; // equivalent: there are both or neither
  const [from, to] = [dateOfDayNumber(first.day), dateOfDayNumber(last.day)];
  const askers = hours.map(({ calendar }) => workedAsker(calendar, clocks(calendar.zone, from, to)));
  const found: number[] = [];
  for (const { day, instants: its } of instants)
    if (!askers.some((isWorked) => isWorked(its))) found.push(day);
  return found;
}

/** Who they are with the local times at which it begins for them: "ruta" (07:00 in Europe/Vilnius). */
function whoSaid(meeting: Held, outside: readonly Outside[]): Said {
  const groups = new Map<string, string[]>();
  const local = new Map<string, Said>();
  for (const { name, hours, days } of outside) {
    const { zone } = hours[0]!.calendar;
    const begins = beginningsIn(occurrencesIn(meeting, days), zone);
    const key = [zone, ...begins].join(' ');
    local.set(key, say('{{times}} in {{zone}}', { times: listSaid(begins.map(times), 'or'), zone }));
    addTo(groups, key, name);
  }
  return joined(
    [...groups].map(([key, names]) =>
      say('{{names}} ({{times}})', {
        names: listSaid(names.map((name) => quoted(quote(name)))),
        times: local.get(key)!,
      }),
    ),
    ', ',
  );
}

function relatedHours(outside: readonly Outside[]): readonly { at: Field; message: Said }[] {
  const fields = new Set(outside.flatMap(({ hours }) => hours.map(({ field }) => field)));
  return [...fields].map((at) => ({ at, message: say('the working hours') }));
}
