import path from 'node:path';
import { createIgnoreRules } from '../engine/index.ts';
import { folderOf, foldersAround } from '../engine/model/file-paths.ts';
import type { FileBytes } from './regular-file.ts';

/** Folders of which nothing is read, whatever a `.gitignore` says. */
export const neverEntered: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** Whether a name may open a `.gitignore`: some disks do not tell letters from capitals. */
export function mayBeIgnoreFile(name: string): boolean {
  return name.length === ignoreFile.length && name.toLowerCase() === ignoreFile;
}

const ignoreFile = '.gitignore';

/** What the `.gitignore` files below a root leave out, each of them read when something of its folder is first asked about. */
export class GitIgnored {
  readonly #root: string;
  readonly #readFile: (full: string) => FileBytes | undefined;
  readonly #rules = createIgnoreRules();
  readonly #learnt = new Set<string>();

  constructor(root: string, readFile: (full: string) => FileBytes | undefined) {
    this.#root = root;
    this.#readFile = readFile;
  }

  /** A folder that was listed has no such file. */
  knowNone(folder: string): void {
    this.#learn(folder, () => undefined);
  }

  isIgnored(file: string, isFolder: boolean): boolean {
    this.#learn(folderOf(file));
    return this.#rules.isIgnored(file, isFolder);
  }

  /** Whether a folder on the way to a file is never entered, or ignored. */
  isBehindIgnored(file: string): boolean {
    return foldersAround(file).some(
      (folder) =>
        folder !== '' && (neverEntered.has(path.posix.basename(folder)) || this.isIgnored(folder, true)),
    );
  }

  #learn(folder: string, textIn = (full: string) => this.#ignoreFileIn(full)): void {
    if (this.#learnt.has(folder)) return;
    this.#learnt.add(folder);
    if (folder !== '') this.#learn(folderOf(folder));
    const text = textIn(path.join(this.#root, folder));
    if (text !== undefined) this.#rules.add(folder, text);
  }

  /** As Git takes it: no symbolic link. */
  #ignoreFileIn(folder: string): string | undefined {
    try {
      const content = this.#readFile(path.join(folder, ignoreFile));
      return content?.kind === 'bytes' ? decoder.decode(content.bytes) : undefined;
    } catch {
      return undefined; // there is none, or nobody may read it
    }
  }
}

const decoder = new TextDecoder('utf-8');
