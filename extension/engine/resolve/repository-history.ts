import type { Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { History } from '../model/history.ts';
import type { BusFactor } from '../model/knowledge.ts';
import type { IsoDate } from '../model/value.ts';
import { addTo } from '../values/add-to.ts';
import { onceFor } from '../values/once-for.ts';
import { committersIn, type KnownCommitter } from './committers.ts';
import { authorshipOf } from './file-authors.ts';
import { changesBelow, dayOf, globPieces, trackedBy, type Change } from './glob-history.ts';
import { globsHere, globsOf, here } from './path-globs.ts';

export type { Change } from './glob-history.ts';

/** A component with files in a repository, or globs for some. */
export interface ComponentHistory {
  readonly row: Row<'components'>;
  /** Those of this repository. */
  readonly globs: readonly string[];
  /** Tracked files, as places in `History.files`. */
  readonly tracked: readonly number[];
  /** Every change ever of a file that its globs name by its last path, one for each commit; oldest first by the graph. */
  readonly changes: readonly Change[];
}

export interface RepositoryHistory {
  /** What Paths call it, in small letters; `here` where the documents stand in it. */
  readonly names: ReadonlySet<string>;
  readonly history: History;
  readonly committers: readonly KnownCommitter[];
  /** The day in UTC on which the commit that is checked out was made: periods end there. */
  readonly newest: IsoDate;
  /** Those whose Paths have a glob of it, in the order of rows. */
  readonly components: readonly ComponentHistory[];
}

/** Whether a component has paths in this repository: then its history is of interest. */
export const hasPathsHere = onceFor((view: View): boolean =>
  view.rows('components').some(({ cells }) => globsHere(cells.paths?.value).length > 0),
);

/** Whether a component has paths in another one, which they name. */
export const hasPathsElsewhere = onceFor((view: View): boolean =>
  view
    .rows('components')
    .some(({ cells }) => cells.paths?.value?.some(({ repository }) => repository !== undefined)),
);

/** The repositories whose history is known: the one that the documents stand in first. */
export const repositories = onceFor((view: View): readonly RepositoryHistory[] =>
  [...historiesIn(view)].map(([history, names]) => repositoryOf(history, names, view)),
);

/** What Paths call each of them; `here` where the documents stand in it. */
function historiesIn(view: View): ReadonlyMap<History, ReadonlySet<string>> {
  const namesOf = new Map<History, string[]>();
  for (const [name, history] of [[here, view.history] as const, ...view.others.histories])
    if (history?.kind === 'read') addTo(namesOf, history, name);
  return new Map([...namesOf].map(([history, names]) => [history, new Set(names)]));
}

/** The one that the documents stand in; undefined where its history is not known. */
export function repositoryHistory(view: View): RepositoryHistory | undefined {
  return repositories(view).find(({ names }) => names.has(here));
}

function repositoryOf(history: History, names: ReadonlySet<string>, view: View): RepositoryHistory {
  const committers = committersIn(view, history.people);
  const newest = dayOf(history.commits.committed[history.commits.count - 1] ?? 0);
  const components = view.rows('components').flatMap((row) => {
    const globs = globsOf(row.cells.paths?.value, names);
    if (globs.length === 0) return [];
    const changes = changesBelow(globs, history).filter(({ author }) => !committers[author]?.isBot);
    return [{ row, globs, tracked: trackedBy(globs, history), changes }];
  });
  return { names, history, committers, newest, components };
}

/** The bus factor over the tracked files of a component that somebody made or changed. */
export const busFactors = onceFor(
  ({ history, committers, components }: RepositoryHistory): ReadonlyMap<ComponentHistory, BusFactor> =>
    new Map(
      components.map((component) => [
        component,
        authorshipOf(component.globs, history, committers).busFactor(),
      ]),
    ),
);

/** The work behind all of this, a piece at a time: afterwards it is remembered. */
export function* repositoryPieces(view: View): Generator<() => unknown> {
  for (const [history, names] of historiesIn(view))
    for (const { cells } of view.rows('components')) {
      const globs = globsOf(cells.paths?.value, names);
      if (globs.length > 0) yield* globPieces(globs, history);
    }
  if (!view.countsPeople) return;
  for (const { history, committers, components } of repositories(view))
    for (const { globs } of components) {
      const authorship = authorshipOf(globs, history, committers);
      while (!authorship.isDone) yield () => authorship.step();
    }
}
