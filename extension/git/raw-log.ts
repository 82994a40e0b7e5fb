import type { Committer } from '../engine/model/history.ts';
import type { LoggedCommit } from './parse-log.ts';

/**
 * What a log said, as it came: commits in no order that matters, paths as they were called then. Another log can be added;
 * a commit that is there already changes nothing. This is what is kept between runs, so it holds lists of numbers and texts.
 */
export interface RawLog {
  readonly hashes: string[];
  /** Hashes with a blank between them. */
  readonly parents: string[];
  /** Index into `people`. */
  readonly author: number[];
  /** Seconds since 1970. */
  readonly committed: number[];
  /** What commit i changed ends before this place of the three lists below, and begins where that of i - 1 ends. */
  readonly changesEnd: number[];
  /** The code of the letter that Git gives it. */
  readonly letter: number[];
  /** Index into `paths`. */
  readonly path: number[];
  /** Of a rename, the path before; else -1. */
  readonly from: number[];
  readonly people: Committer[];
  readonly paths: string[];
}

/** Puts commits into a log, each once. */
export class RawLogWriter {
  readonly log: RawLog;
  readonly #known: Set<string>;
  readonly #people: Map<string, number>;
  readonly #paths: Map<string, number>;

  constructor(log: RawLog = emptyRawLog()) {
    this.log = log;
    this.#known = new Set(log.hashes);
    this.#people = new Map(log.people.map((person, i) => [keyOf(person), i]));
    this.#paths = new Map(log.paths.map((path, i) => [path, i]));
  }

  add(commit: LoggedCommit): void {
    if (this.#known.has(commit.hash)) return;
    this.#known.add(commit.hash);
    const { log } = this;
    for (const { letter, path, from } of commit.changes) {
      log.letter.push(letter.codePointAt(0) ?? 0);
      log.path.push(this.#pathIndex(path));
      log.from.push(from === undefined ? -1 : this.#pathIndex(from));
    }
    log.hashes.push(commit.hash);
    log.parents.push(commit.parents.join(' '));
    log.author.push(this.#personIndex({ name: commit.name, email: commit.email }));
    log.committed.push(commit.committed);
    log.changesEnd.push(log.path.length);
  }

  #pathIndex(path: string): number {
    return indexIn(this.#paths, path, () => this.log.paths.push(path));
  }

  #personIndex(person: Committer): number {
    return indexIn(this.#people, keyOf(person), () => this.log.people.push(person));
  }
}

function emptyRawLog(): RawLog {
  return {
    hashes: [],
    parents: [],
    author: [],
    committed: [],
    changesEnd: [],
    letter: [],
    path: [],
    from: [],
    people: [],
    paths: [],
  };
}

/** A name holds no NUL, or Git would have ended it there. */
function keyOf({ name, email }: Committer): string {
  return `${name}\0${email}`;
}

function indexIn(known: Map<string, number>, key: string, append: () => number): number {
  const found = known.get(key);
  if (found !== undefined) return found;
  const index = append() - 1;
  known.set(key, index);
  return index;
}
