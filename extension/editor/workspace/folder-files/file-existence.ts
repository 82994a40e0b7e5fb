import * as vscode from 'vscode';
import { isInside } from '../../../engine/model/file-paths.ts';
import { foldersAround } from '../../../engine/model/file-paths.ts';
import { joinUri } from '../folder-paths.ts';
import { isNothing } from './disk.ts';
import type { IgnoreFiles } from './ignore-files.ts';

/** What happens around the questions whether files exist. */
interface Surroundings {
  readonly folder: vscode.WorkspaceFolder;
  /** What is left out by now. */
  ignored(): IgnoreFiles;
  /** Whether the engine was told of what a file holds. */
  isKnown(path: string): boolean;
  /** What was said of a path no longer holds. */
  onAnswer(path: string): void;
}

/**
 * Whether files exist. The host is asked in the background: until it answers a file is taken to be there, and
 * `onAnswer` is told when it is not.
 */
export class FileExistence {
  readonly #surroundings: Surroundings;
  readonly #said = new Map<string, boolean>();

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  exists(path: string): boolean {
    if (path === '') return true;
    // A backslash parts folders on one system and is a letter on another: which one, nobody tells.
    if (path.includes('\\')) return true;
    if (!isInside(path)) return false;
    const answer = this.#said.get(path);
    if (answer !== undefined) return answer;
    this.#said.set(path, true);
    void this.#ask(path);
    return true;
  }

  /** Of everything that was ever asked. */
  askAgain(): void {
    for (const path of this.#said.keys()) void this.#ask(path);
  }

  /** Of a file or folder, and of what lies in it. */
  forget(path: string): void {
    const { isKnown, onAnswer } = this.#surroundings;
    for (const one of this.#said.keys()) {
      if (one !== path && !one.startsWith(`${path}/`)) continue;
      this.#said.delete(one);
      // Of what it has read the engine is told by what is read of it next.
      if (!isKnown(one)) onAnswer(one);
    }
  }

  /** Asks, or asks again; of what was forgotten meanwhile the next question is answered. */
  async #ask(path: string): Promise<void> {
    const exists = await this.#isThere(path);
    const told = this.#said.get(path);
    if (told === undefined || told === exists) return;
    this.#said.set(path, exists);
    this.#surroundings.onAnswer(path);
  }

  /** As for the command line, what is ignored is not there. */
  async #isThere(path: string): Promise<boolean> {
    const { folder, ignored } = this.#surroundings;
    try {
      const { type } = await vscode.workspace.fs.stat(joinUri(folder, path));
      const by = ignored();
      for (const around of foldersAround(path).toReversed()) await by.learnFrom(around);
      return !(type === vscode.FileType.Directory ? by.leavesOutFolder(path) : by.leavesOut(path));
    } catch (error) {
      // Whoever cannot answer has not said that there is nothing.
      return !isNothing(error);
    }
  }
}
