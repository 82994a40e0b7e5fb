import * as vscode from 'vscode';
import type { IgnoreRules } from '../../../engine/index.ts';
import { fileName } from '../../../engine/model/file-paths.ts';
import { joinUri } from '../folder-paths.ts';
import { bytesAtMost } from './disk.ts';

const neverEntered: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** What the `.gitignore` files of a workspace folder leave out, as far as they have been asked for. */
export class IgnoreFiles {
  readonly #folder: vscode.WorkspaceFolder;
  readonly #rules: IgnoreRules;
  /** The folders whose file has been asked for. */
  readonly #asked = new Map<string, Promise<void>>();

  /** The rules are none yet; they grow with each file that is read. */
  constructor(folder: vscode.WorkspaceFolder, rules: IgnoreRules) {
    this.#folder = folder;
    this.#rules = rules;
  }

  /** Resolves once the file of this very folder counts, if there is one. */
  learnFrom(at: string): Promise<void> {
    let known = this.#asked.get(at);
    if (!known) this.#asked.set(at, (known = this.#read(at)));
    return known;
  }

  /** Whether a folder is looked into, as far as its own name and path say. */
  mayEnter(path: string): boolean {
    return !neverEntered.has(fileName(path)) && !this.#rules.isIgnored(path, true);
  }

  /** Of a file, without the folders around it. */
  isIgnored(path: string): boolean {
    return this.#rules.isIgnored(path, false);
  }

  /** Whether a file is left out by itself, or with a folder around it. */
  leavesOut(path: string): boolean {
    return (
      path
        .split('/')
        .slice(0, -1)
        .some((_, i, names) => !this.mayEnter(names.slice(0, i + 1).join('/'))) || this.isIgnored(path)
    );
  }

  /** The same of a folder, or of whatever stands in it. */
  leavesOutFolder(path: string): boolean {
    return this.leavesOut(`${path}/x`);
  }

  async #read(at: string): Promise<void> {
    const { fs } = vscode.workspace;
    try {
      const uri = joinUri(this.#folder, at === '' ? '.gitignore' : `${at}/.gitignore`);
      // A pipe or a device would be waited for; what is a link Git does not follow either.
      const { type, size } = await fs.stat(uri);
      if (type !== vscode.FileType.File || size > bytesAtMost) return;
      this.#rules.add(at, new TextDecoder().decode(await fs.readFile(uri)));
    } catch {
      // There is none, or nobody may read it.
    }
  }
}
