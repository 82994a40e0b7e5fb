import { addDays, addMonths } from '../calendar/plain-date.ts';
import { percentage } from '../measure/decimal.ts';
import type { Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type {
  BusFactor,
  ComponentWork,
  KnownSide,
  LastActivity,
  QuarterShares,
  SideShares,
  ToldBusFactor,
} from '../model/knowledge.ts';
import type { Decimal, IsoDate } from '../model/value.ts';
import { addTo } from '../values/add-to.ts';
import { compareText } from '../values/compare-text.ts';
import { nameOfRow } from './names.ts';
import { peopleBehind } from './people-behind.ts';
import {
  busFactors,
  type Change,
  type ComponentHistory,
  type RepositoryHistory,
} from './repository-history.ts';

/** A period of days, both of them within. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const months = 12;
/** Fewer people than these could be told apart in what is said of a team. */
const peopleAtLeast = 3;
/** Of a percentage. */
const digits = 1;
const quartersBack = 8;

/** The twelve months that end on a day. */
export function yearUpTo(to: IsoDate): Period {
  return { from: addDays(addMonths(to, -months), 1), to };
}

/** What the history says of the work on one of its components. */
export function workOn(
  component: ComponentHistory,
  repository: RepositoryHistory,
  view: View,
): ComponentWork {
  const { newest } = repository;
  const lately = within(component.changes, yearUpTo(newest));
  return {
    changes: lately.length,
    sides: sideShares(lately, repository),
    teams: teamShares(lately, repository, view),
    quarters: quarterShares(component, repository),
    lastActivity: lastActivity(component, repository, view),
    busFactor: toldBusFactor(busFactors(repository).get(component)),
  };
}

function toldBusFactor(found: BusFactor | undefined): ToldBusFactor | undefined {
  const [authored, files] = found?.coverage[0] ?? [0, 0];
  return found && files > 0 ? { factor: found.factor, authored, files } : undefined;
}

/** Whether a team has so many people that none of them can be told apart. */
export function isTellable(team: Row<'teams'>, view: View): boolean {
  return view.who(team.cells.people).length >= peopleAtLeast;
}

/** The changes of a period. */
export function within(changes: readonly Change[], { from, to }: Period): readonly Change[] {
  return changes.filter(({ day }) => day >= from && day <= to);
}

function sideShares(changes: readonly Change[], { committers }: RepositoryHistory): SideShares {
  const sums = { client: 0, supplier: 0, unknown: 0 };
  for (const { author } of changes) sums[committers[author]?.side ?? 'unknown']++;
  const share = (side: KnownSide): Decimal => percentage(sums[side], changes.length, digits) ?? '0.0';
  return { client: share('client'), supplier: share('supplier'), unknown: share('unknown') };
}

/** What each team made of these changes, where three of its people or more made some. Who is in two teams counts for neither. */
function teamShares(
  changes: readonly Change[],
  { committers }: RepositoryHistory,
  view: View,
): ComponentWork['teams'] {
  const sums = new Map<string, { readonly people: Set<object>; count: number }>();
  for (const { author } of changes) {
    const person = committers[author]?.person;
    const [team, other] = person ? view.teamsOf(person) : [];
    const name = team && !other ? nameOfRow(team) : undefined;
    if (name === undefined || !person) continue;
    let sum = sums.get(name);
    if (!sum) sums.set(name, (sum = { people: new Set(), count: 0 }));
    sum.people.add(person);
    sum.count++;
  }
  return Object.fromEntries(
    [...sums]
      .filter(([, { people }]) => people.size >= peopleAtLeast)
      .sort(([a], [b]) => compareText(a, b))
      .map(([name, { count }]) => [name, percentage(count, changes.length, digits) ?? '0.0']),
  );
}

/** The work of each quarter of the last two years in which there was any, the oldest first. */
function quarterShares(
  { changes }: ComponentHistory,
  repository: RepositoryHistory,
): readonly QuarterShares[] {
  const to = repository.newest;
  const period = { from: addMonths(firstOfQuarter(to), -3 * (quartersBack - 1)), to };
  const quarters = new Map<string, Change[]>();
  for (const change of within(changes, period)) addTo(quarters, quarterOf(change.day), change);
  return [...quarters]
    .sort(([a], [b]) => compareText(a, b))
    .map(([quarter, its]) => ({ quarter, changes: its.length, sides: sideShares(its, repository) }));
}

function lastActivity(
  { changes }: ComponentHistory,
  repository: RepositoryHistory,
  view: View,
): LastActivity {
  const { committers, newest } = repository;
  const lastOf = (isTheirs: (author: number) => boolean): IsoDate | undefined => {
    let last: IsoDate | undefined;
    for (const { day, author } of changes)
      if (day <= newest && (last === undefined || day > last) && isTheirs(author)) last = day;
    return last;
  };
  const ofSide = (side: KnownSide): IsoDate | undefined =>
    lastOf((author) => (committers[author]?.side ?? 'unknown') === side);
  const teams = view.rows('teams').flatMap((team) => {
    const name = nameOfRow(team);
    const named = name === undefined ? undefined : view.findWho(name);
    if (named?.is !== 'team' || !isTellable(team, view)) return [];
    const people = peopleBehind(named, repository, view);
    return people ? [[named.name, lastOf((author) => people.has(author))] as const] : [];
  });
  return {
    sides: { client: ofSide('client'), supplier: ofSide('supplier'), unknown: ofSide('unknown') },
    teams: Object.fromEntries(teams.sort(([a], [b]) => compareText(a, b))),
  };
}

function quarterOf(day: IsoDate): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

function firstOfQuarter(day: IsoDate): IsoDate {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 5)}${String(month).padStart(2, '0')}-01`;
}
