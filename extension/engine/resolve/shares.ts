import { addMonths } from '../calendar/plain-date.ts';
import { percentage } from '../measure/decimal.ts';
import type { View } from '../model/engagement.ts';
import type { Decimal, IsoDate, Side } from '../model/value.ts';
import { addTo } from '../values/add-to.ts';
import { compareText } from '../values/compare-text.ts';
import { nameOfRow } from './names.ts';
import {
  changesBySide,
  isWithin,
  type Change,
  type ComponentHistory,
  type RepositoryHistory,
} from './repository-history.ts';

/** Fewer people than these could be told apart in a team's share. */
const peopleAtLeast = 3;
/** Of a percentage. */
const digits = 1;
const quartersBack = 8;

/** What teams of three people or more made of these changes, by name. Who is in two teams counts for neither. */
export function teamShares(
  changes: readonly Change[],
  { committers }: RepositoryHistory,
  view: View,
): Readonly<Record<string, Decimal>> {
  const sums = new Map<string, number>();
  for (const { author } of changes) {
    const person = committers[author]?.person;
    const [team, other] = person ? view.teamsOf(person) : [];
    const name = team && !other ? nameOfRow(team) : undefined;
    if (name === undefined || view.who(team?.cells.people).length < peopleAtLeast) continue;
    sums.set(name, (sums.get(name) ?? 0) + 1);
  }
  return Object.fromEntries(
    [...sums]
      .sort(([a], [b]) => compareText(a, b))
      .map(([name, count]) => [name, percentage(count, changes.length, digits) ?? '0']),
  );
}

/** A quarter of a year of work on a component. */
export interface QuarterShares {
  /** `2026-Q1`. */
  readonly quarter: string;
  readonly changes: number;
  readonly sides: Readonly<Record<Side | 'unknown', Decimal>>;
}

/** The work of each quarter of the last two years in which there was any, the oldest first. */
export function quarterShares(
  component: ComponentHistory,
  repository: RepositoryHistory,
): readonly QuarterShares[] {
  const to = repository.newest;
  const period = { from: addMonths(firstOfQuarter(to), -3 * (quartersBack - 1)), to };
  const quarters = new Map<string, Change[]>();
  for (const change of component.changes)
    if (isWithin(change, period)) addTo(quarters, quarterOf(change.day), change);
  return [...quarters]
    .sort(([a], [b]) => compareText(a, b))
    .map(([quarter, changes]) => {
      const sums = changesBySide(changes, repository);
      const share = (side: Side | 'unknown'): Decimal =>
        percentage(sums[side], changes.length, digits) ?? '0';
      return {
        quarter,
        changes: changes.length,
        sides: { client: share('client'), supplier: share('supplier'), unknown: share('unknown') },
      };
    });
}

function quarterOf(day: IsoDate): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

function firstOfQuarter(day: IsoDate): IsoDate {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 5)}${String(month).padStart(2, '0')}-01`;
}
