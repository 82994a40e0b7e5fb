import { authorsOf, busFactorOf, type FileAuthors } from '../measure/authorship.ts';
import { naturalLogarithm } from '../measure/logarithm.ts';
import { changeKinds, type History } from '../model/history.ts';
import type { BusFactor } from '../model/knowledge.ts';
import { compareText } from '../values/compare-text.ts';
import { onceFor } from '../values/once-for.ts';
import { RecentAnswers } from '../values/recent-answers.ts';
import type { KnownCommitter } from './committers.ts';
import { isGenerated } from './generated-files.ts';
import { keptAtMost, keyOfGlobs, trackedBy } from './glob-history.ts';

const kept = onceFor((_history: History) => new RecentAnswers<Authorship>(keptAtMost));

/** Who has written the files that globs name; kept with the history, for these programs. */
export function authorshipOf(
  globs: readonly string[],
  history: History,
  committers: readonly KnownCommitter[],
): Authorship {
  const bots = committers.flatMap(({ isBot }, person) => (isBot ? [person] : [])).join();
  return kept(history).of(
    `${bots}\0${keyOfGlobs(globs)}`,
    () => new Authorship(trackedBy(globs, history), history, (person) => committers[person]?.isBot ?? false),
  );
}

const filesAtOnce = 100;

/** Authors of tracked files, file by file; generated files and those of bots alone have none and are left out. */
export class Authorship {
  readonly #history: History;
  readonly #files: readonly FileAuthors[];
  readonly #authors: (readonly number[])[] = [];
  readonly #logarithm = rememberedLogarithm();
  #factor: BusFactor | undefined;

  constructor(tracked: readonly number[], history: History, isBot: (person: number) => boolean) {
    this.#history = history;
    this.#files = workIn(tracked, history, isBot);
  }

  get isDone(): boolean {
    return this.#authors.length === this.#files.length;
  }

  step(): void {
    const done = this.#authors.length;
    for (const file of this.#files.slice(done, done + filesAtOnce))
      this.#authors.push(authorsOf(file, this.#logarithm));
  }

  busFactor(): BusFactor {
    while (!this.isDone) this.step();
    const { people } = this.#history;
    return (this.#factor ??= busFactorOf(this.#authors, (a, b) =>
      compareText(identityOf(people[a]), identityOf(people[b])),
    ));
  }
}

function identityOf({ name, email } = { name: '', email: '' }): string {
  return `${email}\0${name}`;
}

/** Who did how much to each tracked file that somebody made or changed. */
function workIn(
  tracked: readonly number[],
  { commits, files, fileOf, paths }: History,
  isBot: (person: number) => boolean,
): readonly FileAuthors[] {
  const isWanted = new Uint8Array(paths.length);
  for (const at of tracked) if (!isGenerated(files[at] ?? '')) isWanted[fileOf[at] ?? -1] = 1;
  const found = new Map<
    number,
    { creator: number | undefined; changes: Map<number, number>; isMade: boolean }
  >();
  const added = changeKinds.indexOf('added');
  const deleted = changeKinds.indexOf('deleted');
  for (let commit = 0; commit < commits.count; commit++) {
    const author = commits.author[commit] ?? 0;
    const isOfBot = isBot(author);
    const end = commits.firstChange[commit + 1] ?? 0;
    for (let at = commits.firstChange[commit] ?? 0; at < end; at++) {
      const place = commits.file[at] ?? -1;
      if (isWanted[place] !== 1 || commits.change[at] === deleted) continue;
      let file = found.get(place);
      if (!file) found.set(place, (file = { creator: undefined, changes: new Map(), isMade: false }));
      const makesIt = commits.change[at] === added && !file.isMade;
      file.isMade ||= makesIt;
      if (isOfBot) continue;
      if (makesIt) file.creator = author;
      else file.changes.set(author, (file.changes.get(author) ?? 0) + 1);
    }
  }
  return [...found.values()].filter(({ creator, changes }) => creator !== undefined || changes.size > 0);
}

function rememberedLogarithm(): (n: bigint) => bigint {
  const known = new Map<bigint, bigint>();
  return (n) => {
    let answer = known.get(n);
    if (answer === undefined) known.set(n, (answer = naturalLogarithm(n)));
    return answer;
  };
}
