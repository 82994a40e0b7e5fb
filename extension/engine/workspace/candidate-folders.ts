import picomatch from 'picomatch';
import { folderOf, foldersAround } from '../model/file-paths.ts';
import { plainPath } from '../model/spelling.ts';

/**
 * The folders that may hold an engagement (format.md section 2): those that the config's globs name, or, where it names
 * none, those with a file called `engagement.md`. Markdown elsewhere is never read.
 */
export class CandidateFolders {
  readonly #isNamed: ((folder: string) => boolean) | undefined;
  /** The files that mark each folder: those that are there, read already or not. */
  #marks = new Map<string, Set<string>>();

  constructor(globs: readonly string[] | undefined) {
    this.#isNamed = globs && folderMatcher(globs);
  }

  /** Whether a file makes its folder one that may hold an engagement. */
  isMark(path: string): boolean {
    return this.#isNamed ? this.#isNamed(folderOf(path)) : /(?:^|\/)engagement\.md$/i.test(path);
  }

  /** Knows these files, and no others. */
  reset(paths: Iterable<string>): void {
    this.#marks = new Map();
    for (const path of paths) this.add(path);
  }

  /** A file is there. */
  add(path: string): void {
    if (!this.isMark(path)) return;
    const folder = folderOf(path);
    const marks = this.#marks.get(folder);
    if (marks) marks.add(path);
    else this.#marks.set(folder, new Set([path]));
  }

  /** A file is gone. */
  remove(path: string): void {
    const folder = folderOf(path);
    const marks = this.#marks.get(folder);
    marks?.delete(path);
    if (marks?.size === 0) this.#marks.delete(folder);
  }

  /** Whether a file lies in such a folder, at any depth. */
  hold(path: string): boolean {
    return foldersAround(path).some((folder) => this.#marks.has(folder));
  }

  /** The folder that a file lies in and that lies in no other such folder. */
  outermostAround(path: string): string | undefined {
    return foldersAround(path).findLast((folder) => this.#marks.has(folder));
  }
}

/** Whether the config's globs name a folder; the root is "." there. */
export function folderMatcher(globs: readonly string[]): (folder: string) => boolean {
  const plain = globs.map((glob) =>
    plainPath(glob)
      .replace(/^(?:\.\/)+(?=.)/, '')
      .replace(/(?<=.)\/+$/, ''),
  );
  const matches = picomatch(plain, { dot: true, noextglob: true });
  const holdsRoot = plain.some((glob) => glob === '.' || glob === '**');
  return (folder) => (folder === '' ? holdsRoot : matches(plainPath(folder)));
}
