import { sharedHours, type SharedHours } from '../../../calendar/overlap.ts';
import { addDays, addMonths } from '../../../calendar/plain-date.ts';
import type { WorkCalendar } from '../../../calendar/working-time.ts';
import type { Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { IsoDate } from '../../../model/value.ts';
import { foldName } from '../../../values/fold.ts';
import { teamCalendar } from '../../../resolve/work-calendars.ts';
import { exact, plain, ratio, round } from '../../../measure/decimal.ts';
import { quote } from '../../../values/quote.ts';
import { defineFact } from '../../../rules/define.ts';
import { figures, say } from '../../../values/say.ts';
import type { Said } from '../../../model/said.ts';

export default defineFact({
  name: 'overlap-hours',
  kinds: ['engagement', 'people', 'communication-plan'],
  reads: [
    'engagement/Teams.Zone',
    'engagement/Teams.Hours',
    'engagement/Teams.Days',
    'engagement/Teams.Holidays',
    'engagement/office_hours',
  ],
  unit: 'hours',
  summary: 'The fewest hours that two teams work at the same time, over the 12 months from the as-of date',
  asOf: true,
  compute(view, { asOf }) {
    const to = addDays(addMonths(asOf, 12), -1);
    const teams = teamsOf(view);
    const shared = sharedBetween(asOf, to);
    return teams.flatMap((first, i) =>
      teams.slice(i + 1).flatMap((second) => {
        const found = shared(first, second);
        if (!found) return [];
        const smallest = hours(found.smallestSeconds);
        const largest = hours(found.largestSeconds);
        const changes = found.changes.map(({ date, seconds }) => ({ date, hours: hours(seconds) }));
        return [
          {
            at: first.row,
            value: smallest,
            how: say(
              'shared by "{{first}}" and "{{second}}" on their common working days from {{from}} to {{to}}: {{hours}}',
              {
                first: quote(first.name),
                second: quote(second.name),
                from: asOf,
                to,
                hours: inWords(smallest, largest),
              },
            ),
            data: { with: second.name, largest, changes },
          },
        ];
      }),
    );
  },
});

interface Team {
  readonly row: Row<'teams'>;
  readonly name: string;
  readonly calendar: WorkCalendar;
}

/** Teams whose hours are known; of rows with one name, which is a finding, the first. */
function teamsOf(view: View): readonly Team[] {
  const teams = new Map<string, Team>();
  for (const row of view.rows('teams')) {
    const { team } = row.cells;
    if (team?.state !== 'read' || teams.has(foldName(team.source.text))) continue;
    const calendar = teamCalendar(row, view, 'less holidays');
    if (calendar) teams.set(foldName(team.source.text), { row, calendar, name: team.source.text });
  }
  return [...teams.values()];
}

/** Computed once for all teams that work alike: of many teams there are many more pairs. */
function sharedBetween(from: IsoDate, to: IsoDate): (first: Team, second: Team) => SharedHours | undefined {
  const known = new Map<string, SharedHours | undefined>();
  return (first, second) => {
    const key = `${wordsOf(first)}\n${wordsOf(second)}`;
    if (known.has(key)) return known.get(key); // equivalent: only saves the time
    const found = sharedHours(first.calendar, second.calendar, from, to);
    known.set(key, found);
    return found;
  };
}

/** What the working time of a team follows from, beside what holds for the whole engagement. */
function wordsOf({ row: { cells } }: Team): string {
  return JSON.stringify(
    [cells.zone, cells.hours, cells.days, cells.holidays].map((cell) => cell?.source.text ?? ''),
  );
}

function inWords(smallest: string, largest: string): Said {
  if (smallest === largest) return say('{{hours}} {{hours|hour|hours}}', { hours: figures(smallest) });
  return say('{{smallest}} to {{largest}} {{largest|hour|hours}}', {
    smallest: figures(smallest),
    largest: figures(largest),
  });
}

function hours(seconds: number): string {
  return plain(exact(round(ratio(BigInt(seconds), 3600n), 2)));
}
