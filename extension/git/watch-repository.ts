import fs from 'node:fs';
import path from 'node:path';

/** A run of changes, as a commit or a rebase makes it, is told of after so much silence, and so often at least; milliseconds. */
const silence = { quietMs: 60, atLeastMs: 400 };

/** Larger ones are none that Git writes for what is read here; bytes. */
const largestBytes = 4096;

/**
 * Tells whenever another commit may be checked out at `top`, or `.mailmap` may say something else. Nothing of the repository
 * is run or changed; where there is none yet, it tells when one is made. No event of VS Code says so: it looks away from `.git`.
 */
export class RepositoryWatch {
  readonly #top: string;
  readonly #onChange: () => void;
  readonly #silence: typeof silence;
  #watchers: readonly fs.FSWatcher[];
  #timer: NodeJS.Timeout | undefined;
  #since: number | undefined;

  constructor(top: string, onChange: () => void, pause = silence) {
    this.#top = top;
    this.#onChange = onChange;
    this.#silence = pause;
    this.#watchers = this.#open();
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const watcher of this.#watchers) watcher.close();
    this.#watchers = [];
  }

  #onEvent(): void {
    const now = performance.now();
    this.#since ??= now;
    const left = Math.max(0, this.#since + this.#silence.atLeastMs - now);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), Math.min(this.#silence.quietMs, left));
  }

  #tell(): void {
    this.#since = undefined;
    // Another branch may lie in another folder. What changes meanwhile is seen by the new ones.
    const before = this.#watchers;
    this.#watchers = this.#open();
    for (const watcher of before) watcher.close();
    this.#onChange();
  }

  #open(): readonly fs.FSWatcher[] {
    return [...placesToWatch(this.#top)].flatMap(([folder, tells]) => {
      try {
        const watcher = fs.watch(folder, { persistent: false }, (_event, name) => {
          if (name === null || tells(name)) this.#onEvent();
        });
        watcher.on('error', () => this.#onEvent());
        return [watcher];
      } catch {
        return []; // it is not there, or may not be looked at
      }
    });
  }
}

/** Folders, and which names in them are of interest. */
function placesToWatch(top: string): ReadonlyMap<string, (name: string) => boolean> {
  const names = new Map<string, Set<string> | undefined>();
  const watch = (folder: string, ...its: readonly string[]): void => {
    if (its.length === 0) names.set(folder, undefined);
    else if (!names.has(folder) || names.get(folder)) {
      const known = names.get(folder) ?? new Set();
      for (const name of its) known.add(name);
      names.set(folder, known);
    }
  };
  watch(top, '.git', '.mailmap');
  const gitFolder = gitFolderOf(top);
  if (gitFolder !== undefined) {
    const commonFolder = commonFolderOf(gitFolder);
    watch(gitFolder, 'HEAD');
    watch(path.join(gitFolder, 'logs'), 'HEAD');
    watch(commonFolder, 'packed-refs', 'shallow');
    watch(path.join(commonFolder, 'refs', 'heads'));
    watch(path.dirname(path.join(commonFolder, branchOf(gitFolder))));
    for (const folder of [gitFolder, commonFolder]) watch(path.join(folder, 'reftable'));
  }
  return new Map(
    [...names].map(([folder, its]) => [folder, (name) => (its ? its.has(name) : !name.endsWith('.lock'))]),
  );
}

/** A work tree of its own has a file there, which says where the folder is. */
function gitFolderOf(top: string): string | undefined {
  const at = path.join(top, '.git');
  if (fs.statSync(at, { throwIfNoEntry: false })?.isDirectory()) return at;
  const [, folder] = /^gitdir: (.+)$/m.exec(smallText(at)) ?? [];
  return folder === undefined ? undefined : path.resolve(top, folder.trim());
}

function commonFolderOf(gitFolder: string): string {
  return path.resolve(gitFolder, smallText(path.join(gitFolder, 'commondir')).trim());
}

/** The ref that `HEAD` stands for: where a commit is made on it, its file changes. */
function branchOf(gitFolder: string): string {
  const [, ref = ''] = /^ref: (refs\/\S+)/.exec(smallText(path.join(gitFolder, 'HEAD'))) ?? [];
  return ref === '' || ref.split('/').includes('..') ? 'refs/heads/none' : ref;
}

/** Empty where there is no such file; what is none, as a pipe that never ends, is not opened. */
function smallText(file: string): string {
  try {
    const stat = fs.statSync(file);
    return stat.isFile() && stat.size <= largestBytes ? fs.readFileSync(file, 'utf8') : '';
  } catch {
    return '';
  }
}
