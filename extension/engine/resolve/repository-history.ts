import { dateOfDayNumber } from '../calendar/plain-date.ts';
import { authorsOf, busFactorOf, type FileAuthors } from '../measure/authorship.ts';
import { naturalLogarithm } from '../measure/logarithm.ts';
import type { Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { changeKinds, type History } from '../model/history.ts';
import type { BusFactor } from '../model/knowledge.ts';
import type { IsoDate } from '../model/value.ts';
import { addTo } from '../values/add-to.ts';
import { compareText } from '../values/compare-text.ts';
import { onceFor } from '../values/once-for.ts';
import { committersIn, type KnownCommitter } from './committers.ts';
import { isGenerated } from './generated-files.ts';
import { globsHere, globsOf, here, pathMatcher } from './path-globs.ts';

/** Commits that count towards a component: by bots and merges, and of generated files alone, none does. */
export interface Change {
  readonly day: IsoDate;
  /** Index into the people of the history. */
  readonly author: number;
  /** Index into its commits. */
  readonly commit: number;
}

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
export function hasPathsHere(view: View): boolean {
  return view.rows('components').some(({ cells }) => globsHere(cells.paths?.value).length > 0);
}

/** Whether a component has paths in another one, which they name. */
export function hasPathsElsewhere(view: View): boolean {
  return view
    .rows('components')
    .some(({ cells }) => cells.paths?.value?.some(({ repository }) => repository !== undefined));
}

/** The repositories whose history is known: the one that the documents stand in first. */
export const repositories = onceFor((view: View): readonly RepositoryHistory[] => {
  const namesOf = new Map<History, string[]>();
  for (const [name, history] of [[here, view.history] as const, ...view.others.histories])
    if (history?.kind === 'read') addTo(namesOf, history, name);
  return [...namesOf].map(([history, names]) => repositoryOf(history, new Set(names), view));
});

/** The one that the documents stand in; undefined where its history is not known. */
export function repositoryHistory(view: View): RepositoryHistory | undefined {
  return repositories(view).find(({ names }) => names.has(here));
}

function repositoryOf(history: History, names: ReadonlySet<string>, view: View): RepositoryHistory {
  const committers = committersIn(view, history.people);
  const newest = dayOf(history.commits.committed[history.commits.count - 1] ?? 0);
  const rows = view.rows('components').flatMap((row) => {
    const globs = globsOf(row.cells.paths?.value, names);
    return globs.length > 0 ? [{ row, globs, matches: pathMatcher(globs) }] : [];
  });
  const changes = changesOf(
    history,
    committers,
    rows.map(({ matches }) => matches),
  );
  const components = rows.map(({ row, globs, matches }, i) => ({
    row,
    globs,
    tracked: history.files.flatMap((file, at) => (matches(file) ? [at] : [])),
    changes: changes[i] ?? [],
  }));
  return { names, history, committers, newest, components };
}

/** Per matcher, the commits that change a file it takes. */
function changesOf(
  { commits, paths }: History,
  committers: readonly KnownCommitter[],
  matchers: readonly ((path: string) => boolean)[],
): readonly (readonly Change[])[] {
  const owners = paths.map((path) =>
    isGenerated(path) ? [] : matchers.flatMap((matches, i) => (matches(path) ? [i] : [])),
  );
  const found: Change[][] = matchers.map(() => []);
  for (let commit = 0; commit < commits.count; commit++) {
    const author = commits.author[commit] ?? 0;
    if (committers[author]?.isBot) continue;
    const begin = commits.firstChange[commit] ?? 0;
    const end = commits.firstChange[commit + 1] ?? begin;
    const touched = new Set<number>();
    for (let at = begin; at < end; at++)
      for (const owner of owners[commits.file[at] ?? -1] ?? []) touched.add(owner);
    if (touched.size === 0) continue;
    const day = dayOf(commits.committed[commit] ?? 0);
    for (const owner of touched) found[owner]?.push({ day, author, commit });
  }
  return found;
}

/** The bus factor over the tracked files of a component that somebody made or changed. */
export const busFactors = onceFor(
  (repository: RepositoryHistory): ReadonlyMap<ComponentHistory, BusFactor> => {
    const { history, components } = repository;
    const wanted = new Set(components.flatMap(({ tracked }) => tracked));
    const authors = authorsByFile(repository, wanted);
    const byIdentity = (a: number, b: number): number =>
      compareText(identityOf(history, a), identityOf(history, b));
    return new Map(
      components.map((component) => {
        const its = component.tracked.flatMap((at) => {
          const found = authors.get(at);
          return found ? [found] : [];
        });
        return [component, busFactorOf(its, byIdentity)];
      }),
    );
  },
);

function identityOf({ people }: History, person: number): string {
  const { name = '', email = '' } = people[person] ?? {};
  return `${email}\0${name}`;
}

/** Authors of tracked files, by their place; generated files and those of bots alone have none and are left out. */
function authorsByFile(
  { history, committers }: RepositoryHistory,
  wanted: ReadonlySet<number>,
): ReadonlyMap<number, readonly number[]> {
  const { commits, files, fileOf } = history;
  const placeOf = new Map<number, number>();
  for (const at of wanted) if (!isGenerated(files[at] ?? '')) placeOf.set(fileOf[at] ?? -1, at);
  placeOf.delete(-1);
  const found = new Map<
    number,
    { creator: number | undefined; changes: Map<number, number>; isMade: boolean }
  >();
  const added = changeKinds.indexOf('added');
  const deleted = changeKinds.indexOf('deleted');
  for (let commit = 0; commit < commits.count; commit++) {
    const author = commits.author[commit] ?? 0;
    const isBot = committers[author]?.isBot ?? false;
    const end = commits.firstChange[commit + 1] ?? 0;
    for (let at = commits.firstChange[commit] ?? 0; at < end; at++) {
      const place = placeOf.get(commits.file[at] ?? -1);
      if (place === undefined || commits.change[at] === deleted) continue;
      let file = found.get(place);
      if (!file) found.set(place, (file = { creator: undefined, changes: new Map(), isMade: false }));
      const makesIt = commits.change[at] === added && !file.isMade;
      file.isMade ||= makesIt;
      if (isBot) continue;
      if (makesIt) file.creator = author;
      else file.changes.set(author, (file.changes.get(author) ?? 0) + 1);
    }
  }
  const known = new Map<bigint, bigint>();
  const logarithm = (n: bigint): bigint => {
    let answer = known.get(n);
    if (answer === undefined) known.set(n, (answer = naturalLogarithm(n)));
    return answer;
  };
  const isSomebodys = ({ creator, changes }: FileAuthors): boolean =>
    creator !== undefined || changes.size > 0;
  return new Map(
    [...found].flatMap(([place, file]) =>
      isSomebodys(file) ? [[place, authorsOf(file, logarithm)] as const] : [],
    ),
  );
}

const secondsOfDay = 86_400;

function dayOf(seconds: number): IsoDate {
  return dateOfDayNumber(Math.floor(seconds / secondsOfDay));
}
