import { sharedHours, type SharedHours } from '../../calendar/overlap.ts';
import type { WorkCalendar } from '../../calendar/working-time.ts';
import { exact, plain, ratio, round } from '../../measure/decimal.ts';
import type { Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { Decimal, IsoDate } from '../../model/value.ts';
import { teamCalendar } from '../../resolve/work-calendars.ts';
import { foldName } from '../../values/fold.ts';

/** A team whose hours are known. */
export interface WorkingTeam {
  readonly row: Row<'teams'>;
  readonly name: string;
  readonly calendar: WorkCalendar;
}

/** Teams whose hours are known; of rows with one name, which is a finding, the first. */
export function workingTeams(view: View): readonly WorkingTeam[] {
  const teams = new Map<string, WorkingTeam>();
  for (const row of view.rows('teams')) {
    const { team } = row.cells;
    if (team?.state !== 'read' || teams.has(foldName(team.source.text))) continue;
    const calendar = teamCalendar(row, view, 'less holidays');
    if (calendar) teams.set(foldName(team.source.text), { row, calendar, name: team.source.text });
  }
  return [...teams.values()];
}

/** Computed once for all teams that work alike: of many teams there are many more pairs. */
export function sharedBetween(
  from: IsoDate,
  to: IsoDate,
): (first: WorkingTeam, second: WorkingTeam) => SharedHours | undefined {
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
function wordsOf({ row: { cells } }: WorkingTeam): string {
  return JSON.stringify(
    [cells.zone, cells.hours, cells.days, cells.holidays].map((cell) => cell?.source.text ?? ''),
  );
}

/** Seconds as hours, to two decimals. */
export function hoursOf(seconds: number): Decimal {
  return plain(exact(round(ratio(BigInt(seconds), 3600n), 2)));
}
