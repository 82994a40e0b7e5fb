import { changeKinds } from '../engine/model/history.ts';
import type { ChangeKind, CommitColumns, Committer } from '../engine/model/history.ts';
import type { OrderedCommits } from './order-commits.ts';
import type { RawLog } from './raw-log.ts';

const kindOf: Readonly<Record<string, ChangeKind>> = {
  A: 'added',
  M: 'modified',
  T: 'modified',
  D: 'deleted',
  R: 'renamed',
  V: 'moved',
};

export interface FollowedFiles {
  /** By file: its last path. */
  readonly paths: readonly string[];
  /** Which file was last at a path; -1 where none ever was. */
  readonly fileAt: (path: string) => number;
  /** Who made the commits, in their order. */
  readonly people: readonly Committer[];
  readonly commits: CommitColumns;
  /** The hash of a commit. */
  readonly hashOf: (commit: number) => string;
  /** What the file of a change, by its place in the columns, was called once it was made. */
  readonly pathThen: (change: number) => string;
  /** What it was called in the parent of the commit. */
  readonly pathBefore: (change: number) => string;
}

/**
 * Follows each file through its names. A rename moves what is known of the old path to the new one; who still writes to the
 * old path, on a branch that has not heard of it, writes to the same file. A path that is added anew after its file went
 * elsewhere is another file; one that was deleted and comes back is the same one.
 */
export function followFiles(log: RawLog, ordered: OrderedCommits): FollowedFiles {
  const { places } = ordered;
  const count = places.length;
  const files = new Files(log.paths);
  const people = new Map<number, number>();
  const author = new Int32Array(count);
  const committed = new Float64Array(count);
  const firstChange = new Int32Array(count + 1);
  const file: number[] = [];
  const change: number[] = [];
  /** By change: its place in the log. */
  const logged: number[] = [];
  for (let i = 0; i < count; i++) {
    const place = places[i] ?? 0;
    author[i] = numbered(people, log.author[place] ?? 0);
    committed[i] = log.committed[place] ?? 0;
    const begin = place === 0 ? 0 : (log.changesEnd[place - 1] ?? 0);
    const end = log.changesEnd[place] ?? begin;
    // Renames of one commit happen at once: two files may change places.
    const moved = new Map<number, number>();
    for (let at = begin; at < end; at++) {
      const from = log.from[at] ?? -1;
      if (from >= 0) moved.set(at, files.at(from));
    }
    for (let at = begin; at < end; at++) {
      const kind = kindOf[String.fromCodePoint(log.letter[at] ?? 0)] ?? 'modified';
      const path = log.path[at] ?? 0;
      const mover = moved.get(at);
      file.push(mover === undefined ? files.touched(path, kind === 'added') : files.moveTo(mover, path));
      change.push(changeKinds.indexOf(kind));
      logged.push(at);
    }
    firstChange[i + 1] = file.length;
  }
  const pathOf = (paths: readonly number[], change: number): string =>
    log.paths[paths[logged[change] ?? -1] ?? -1] ?? '';
  const isRename = (change: number): boolean => (log.from[logged[change] ?? -1] ?? -1) >= 0;
  return {
    paths: files.lastPaths(),
    fileAt: files.byPath(),
    people: [...people.keys()].flatMap((person) => log.people[person] ?? []),
    commits: {
      count,
      author,
      committed,
      firstParent: ordered.firstParent,
      parents: ordered.parents,
      firstChange,
      file: Int32Array.from(file),
      change: Uint8Array.from(change),
    },
    hashOf: (commit) => log.hashes[places[commit] ?? 0] ?? '',
    pathThen: (change) => pathOf(log.path, change),
    pathBefore: (change) => pathOf(isRename(change) ? log.from : log.path, change),
  };
}

/** What comes first gets 0, the next 1. */
function numbered(known: Map<number, number>, what: number): number {
  const number = known.get(what) ?? known.size;
  known.set(what, number);
  return number;
}

/** Which file stands at which path. */
class Files {
  readonly #paths: readonly string[];
  /** By path: the file that was last there. */
  readonly #at: Int32Array;
  /** By file: its path now. */
  readonly #pathOf: number[] = [];

  constructor(paths: readonly string[]) {
    this.#paths = paths;
    this.#at = new Int32Array(paths.length).fill(-1);
  }

  at(path: number): number {
    const found = this.#at[path] ?? -1;
    return found >= 0 ? found : this.#create(path);
  }

  touched(path: number, isAdded: boolean): number {
    const found = this.at(path);
    return isAdded && this.#pathOf[found] !== path ? this.#create(path) : found;
  }

  moveTo(file: number, path: number): number {
    this.#pathOf[file] = path;
    this.#at[path] = file;
    return file;
  }

  lastPaths(): readonly string[] {
    return this.#pathOf.map((path) => this.#paths[path] ?? '');
  }

  byPath(): (path: string) => number {
    const places = new Map(this.#paths.map((path, i) => [path, i]));
    return (path) => this.#at[places.get(path) ?? -1] ?? -1;
  }

  #create(path: number): number {
    const file = this.#pathOf.push(path) - 1;
    this.#at[path] = file;
    return file;
  }
}
