import type { Field, Row } from '../../model/document.ts';
import type { Named, View } from '../../model/engagement.ts';
import { personalData } from '../../resolve/personal-data.ts';
import { nameOfRow } from '../../resolve/names.ts';
import { countryOfZone } from '../../values/generated/zone-countries.ts';
import { foldName } from '../../values/fold.ts';
import { isOutsideEea } from '../../values/outside-eea.ts';

/** Somebody of the supplier's side who works outside of the EEA. */
export interface WorkerAbroad {
  readonly name: string;
  readonly country: string;
  /** The zone or country that says so. */
  readonly at: Field;
}

/**
 * The teams of the supplier's side, its people without a team and its subcontractors that work outside of the EEA and
 * may reach personal data: where all of it names a component, those are left out who work on other components only.
 */
export function workersAbroad(view: View): readonly WorkerAbroad[] {
  const isElsewhere = worksElsewhere(view);
  return [...teamsAbroad(view), ...peopleAbroad(view), ...subcontractorsAbroad(view)].filter(
    ({ country, names }) => isOutsideEea(country) && !isElsewhere(names),
  );
}

/** With all names under which it may be said to do the work. */
interface Worker extends WorkerAbroad {
  readonly names: readonly string[];
}

function teamsAbroad(view: View): readonly Worker[] {
  return view.rows('teams').flatMap((team) => {
    const { party, zone, people } = team.cells;
    const members = view.who(people).flatMap(({ target }) => target?.name ?? []);
    return workerOf(team, zone, view, [...partyNames(party, view), ...members]);
  });
}

function peopleAbroad(view: View): readonly Worker[] {
  return view.rows('people').flatMap((person) => {
    const { party, zone } = person.cells;
    return view.teamsOf(person).length > 0 ? [] : workerOf(person, zone, view, partyNames(party, view));
  });
}

function workerOf(
  row: Row<'people'> | Row<'teams'>,
  zone: Field<string> | undefined,
  view: View,
  otherNames: readonly string[],
): readonly Worker[] {
  const name = nameOfRow(row);
  const country = zone?.value === undefined ? undefined : countryOfZone.get(zone.value);
  const isSupplier = view.who(row.cells.party).some(({ target }) => target?.side === 'supplier');
  if (name === undefined || country === undefined || !isSupplier) return [];
  return [{ name, country, at: zone!, names: [name, ...otherNames] }];
}

function subcontractorsAbroad(view: View): readonly Worker[] {
  return view.rows('subcontractors').flatMap((row) => {
    const { country } = row.cells;
    const name = nameOfRow(row);
    if (name === undefined || country?.value === undefined) return [];
    const its = [...view.rows('teams'), ...view.rows('people')].filter(({ cells }) =>
      partyNames(cells.party, view).includes(name),
    );
    const names = [name, ...its.flatMap((one) => nameOfRow(one) ?? [])];
    return [{ name, country: country.value, at: country, names }];
  });
}

/** What a party may be called where it does the work; of the supplier, its role. */
function partyNames(party: Field | undefined, view: View): readonly string[] {
  return view.who(party).flatMap(({ target }) => (target ? [nameOf(target)] : []));
}

function nameOf(target: Named): string {
  return target.is === 'party' ? `party ${target.side}` : target.name;
}

/** Whether somebody of these names does work, and none of it on a component that holds personal data. */
function worksElsewhere(view: View): (names: readonly string[]) => boolean {
  const data = personalData(view);
  const holding = new Set<Row>();
  for (const { cells } of data) {
    const named = view.named(cells.component).flatMap(({ target }) => target ?? []);
    // Data without a component may be anywhere.
    if (named.length === 0) return () => false;
    for (const component of named) holding.add(component);
  }
  const [here, elsewhere] = [new Set<string>(), new Set<string>()];
  for (const row of view.rows('components'))
    for (const { target } of view.who(row.cells.does_the_work))
      if (target) (holding.has(row) ? here : elsewhere).add(foldName(nameOf(target)));
  return (names) => {
    const folded = names.map(foldName);
    return folded.some((name) => elsewhere.has(name)) && !folded.some((name) => here.has(name));
  };
}
