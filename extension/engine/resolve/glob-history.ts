import { dateOfDayNumber } from '../calendar/plain-date.ts';
import type { History } from '../model/history.ts';
import type { IsoDate } from '../model/value.ts';
import { onceFor } from '../values/once-for.ts';
import { RecentAnswers } from '../values/recent-answers.ts';
import { isGenerated } from './generated-files.ts';
import { pathMatcher } from './path-globs.ts';

// What globs name in a history is kept with it: who types in one row of a map has no other matched again, and there may be
// a hundred thousand paths.

/** A commit that changes a file. */
export interface Change {
  readonly day: IsoDate;
  /** Index into the people of the history. */
  readonly author: number;
  /** Index into its commits. */
  readonly commit: number;
}

/** More than any map has rows. */
export const keptAtMost = 500;

const kept = onceFor(({ files, paths }: History) => ({
  files: matchings(files),
  paths: matchings(paths),
  tracked: new RecentAnswers<readonly number[]>(keptAtMost),
  changes: new RecentAnswers<readonly Change[]>(keptAtMost),
}));

/** Globs as a text that no others give: none holds a NUL. */
export function keyOfGlobs(globs: readonly string[]): string {
  return globs.join('\0');
}

/** Tracked files that globs name, as places in `History.files`. */
export function trackedBy(globs: readonly string[], history: History): readonly number[] {
  const { files, tracked } = kept(history);
  return tracked.of(keyOfGlobs(globs), () => {
    const isNamed = files(globs).all();
    return history.files.flatMap((_file, at) => (isNamed[at] === 1 ? [at] : []));
  });
}

/**
 * Every commit that changes a file which the globs name by its last path, by programs too, each once; generated files
 * aside. The oldest first by the graph.
 */
export function changesBelow(globs: readonly string[], history: History): readonly Change[] {
  const { paths, changes } = kept(history);
  return changes.of(keyOfGlobs(globs), () => {
    const { commits } = history;
    const isNamed = paths(globs).all();
    const isLeftOut = generatedIn(history);
    const found: Change[] = [];
    for (let commit = 0; commit < commits.count; commit++) {
      const end = commits.firstChange[commit + 1] ?? 0;
      for (let at = commits.firstChange[commit] ?? 0; at < end; at++) {
        const file = commits.file[at] ?? -1;
        if (isNamed[file] !== 1 || isLeftOut[file] === 1) continue;
        const day = dayOf(commits.committed[commit] ?? 0);
        found.push({ day, author: commits.author[commit] ?? 0, commit });
        break;
      }
    }
    return found;
  });
}

/** The work of the two functions above, a piece at a time. */
export function* globPieces(globs: readonly string[], history: History): Generator<() => unknown> {
  const { files, paths } = kept(history);
  for (const matching of [files(globs), paths(globs)]) while (!matching.isDone) yield () => matching.step();
  yield () => trackedBy(globs, history);
  yield () => changesBelow(globs, history);
}

/** By place in `History.paths`: 1 where programs write the file. */
const generatedIn = onceFor(({ paths }: History) =>
  Uint8Array.from(paths, (path) => Number(isGenerated(path))),
);

function matchings(paths: readonly string[]): (globs: readonly string[]) => Matching {
  const known = new RecentAnswers<Matching>(keptAtMost);
  return (globs) => known.of(keyOfGlobs(globs), () => new Matching(globs, paths));
}

const pathsAtOnce = 5000;

/** Which of many paths some globs name, by place: 1 where they do. */
class Matching {
  readonly #paths: readonly string[];
  readonly #matches: (path: string) => boolean;
  readonly #isNamed: Uint8Array;
  #done = 0;

  constructor(globs: readonly string[], paths: readonly string[]) {
    this.#paths = paths;
    this.#matches = pathMatcher(globs);
    this.#isNamed = new Uint8Array(paths.length);
  }

  get isDone(): boolean {
    return this.#done === this.#paths.length;
  }

  step(): void {
    const end = Math.min(this.#done + pathsAtOnce, this.#paths.length);
    for (; this.#done < end; this.#done++)
      if (this.#matches(this.#paths[this.#done] ?? '')) this.#isNamed[this.#done] = 1;
  }

  all(): Uint8Array {
    while (!this.isDone) this.step();
    return this.#isNamed;
  }
}

const secondsOfDay = 86_400;

/** The day in UTC. */
export function dayOf(seconds: number): IsoDate {
  return dateOfDayNumber(Math.floor(seconds / secondsOfDay));
}
