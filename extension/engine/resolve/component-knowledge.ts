import type { Row } from '../model/document.ts';
import type { Named, View } from '../model/engagement.ts';
import type { ComponentWork } from '../model/knowledge.ts';
import type { IsoDate } from '../model/value.ts';
import { foldName } from '../values/fold.ts';
import { onceFor } from '../values/once-for.ts';
import { isTellable, within, workOn } from './component-work.ts';
import { nameOfRow } from './names.ts';
import { here, repositoryIn } from './path-globs.ts';
import { peopleBehind } from './people-behind.ts';
import { repositories, type ComponentHistory, type RepositoryHistory } from './repository-history.ts';

/** What is known of the work on a component, from the history of its repository or from a snapshot of one. */
export interface ComponentKnowledge extends ComponentWork {
  readonly row: Row<'components'>;
  /** The hash of the commit that it was counted up to. */
  readonly commit: string;
  /** The day of that commit. */
  readonly day: IsoDate;
  /** Where it was counted; undefined of a snapshot. */
  readonly counted:
    | { readonly component: ComponentHistory; readonly repository: RepositoryHistory }
    | undefined;
}

/** Fewer changes than these tell nothing of who works on a component. */
export const changesThatTell = 20;

/**
 * What is known of the work on components, in the order of rows; nothing where the config wants no such figures. Of a
 * component with globs of several repositories nothing is: it would be told by half.
 */
export function componentKnowledge(view: View): readonly ComponentKnowledge[] {
  return view.countsPeople ? knowledge(view) : [];
}

const knowledge = onceFor((view: View): readonly ComponentKnowledge[] => {
  const snapshots = fromSnapshots(view);
  return view.rows('components').flatMap((row) => {
    const known = fromHistory(row, view) ?? snapshots.get(row);
    return known ? [known] : [];
  });
});

/** What is known of one of them. */
export function knowledgeOf(row: Row | undefined, view: View): ComponentKnowledge | undefined {
  return componentKnowledge(view).find((one) => one.row === row);
}

function fromHistory(row: Row<'components'>, view: View): ComponentKnowledge | undefined {
  const names = repositoriesOf(row);
  const repository = repositories(view).find((one) => names.every((name) => one.names.has(name)));
  const component = repository?.components.find((one) => one.row === row);
  if (!repository || !component) return undefined;
  return {
    ...workOn(component, repository, view),
    row,
    commit: repository.history.commit,
    day: repository.newest,
    counted: { component, repository },
  };
}

/** What snapshots say of components whose repository is of no known history. */
const fromSnapshots = onceFor((view: View): ReadonlyMap<Row<'components'>, ComponentKnowledge> => {
  const { snapshots } = view.others;
  const found = new Map<Row<'components'>, ComponentKnowledge>();
  if (snapshots.length === 0) return found;
  for (const row of view.rows('components')) {
    const [name, other] = repositoriesOf(row);
    const component = foldName(nameOfRow(row) ?? '');
    if (name === undefined || other !== undefined) continue;
    if (repositories(view).some(({ names }) => names.has(name))) continue;
    for (const { repository, commit, day, components } of snapshots) {
      if ((repository?.toLowerCase() ?? here) !== name) continue;
      const its = components.find((one) => foldName(one.component) === component);
      if (!its || found.has(row)) continue;
      found.set(row, { ...withKnownTeams(its, view), row, commit, day, counted: undefined });
    }
  }
  return found;
});

/** Without teams that the engagement does not name, or not as of three people or more: nobody can tell who they are. */
function withKnownTeams(work: ComponentWork, view: View): ComponentWork {
  const isKnown = ([name]: readonly [string, unknown]): boolean => {
    const named = view.findWho(name);
    return named?.is === 'team' && isTellable(named.row, view);
  };
  return {
    ...work,
    teams: Object.fromEntries(Object.entries(work.teams).filter(isKnown)),
    lastActivity: {
      ...work.lastActivity,
      teams: Object.fromEntries(Object.entries(work.lastActivity.teams).filter(isKnown)),
    },
  };
}

/** The repositories that the paths of a component are in, each once. */
export function repositoriesOf({ cells }: Row<'components'>): readonly string[] {
  return [...new Set((cells.paths?.value ?? []).map(repositoryIn))];
}

/** The repositories that the paths of any component are in, as the first of them writes it, by their names in small letters. */
export function repositoriesIn(view: View): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { cells } of view.rows('components'))
    for (const pattern of cells.paths?.value ?? []) {
      const name = repositoryIn(pattern);
      if (!names.has(name)) names.set(name, pattern.repository ?? here);
    }
  return names;
}

/** Whether it is certain that nobody behind a name has changed a component from a day on. */
export function isIdleSince(named: Named, from: IsoDate, known: ComponentKnowledge, view: View): boolean {
  return isSideIdle(named, from, known) || isGroupIdle(named, from, known, view);
}

/** Whoever is not named under People may be of their side. */
function isSideIdle(
  { side }: Named,
  from: IsoDate,
  { lastActivity: { sides } }: ComponentKnowledge,
): boolean {
  return (
    side !== undefined && [sides[side], sides.unknown].every((last) => last === undefined || last < from)
  );
}

function isGroupIdle(named: Named, from: IsoDate, known: ComponentKnowledge, view: View): boolean {
  const { counted, lastActivity, day } = known;
  if (counted) {
    const people = peopleBehind(named, counted.repository, view);
    const changes = within(counted.component.changes, { from, to: day });
    return people !== undefined && !changes.some(({ author }) => people.has(author));
  }
  if (named.is !== 'team') return false;
  const team = Object.entries(lastActivity.teams).find(([name]) => foldName(name) === foldName(named.name));
  return team !== undefined && (team[1] === undefined || team[1] < from);
}
