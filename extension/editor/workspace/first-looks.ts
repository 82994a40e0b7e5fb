import type * as vscode from 'vscode';
import { lookInto } from './discovery.ts';

/** What happens around the first looks at folders. */
interface Surroundings {
  /** Whether a folder is still of interest: between a question and its answer it may have left the workspace. */
  isOpen(folder: vscode.WorkspaceFolder): boolean;
  /** A folder holds something, and where everything was looked at, these files that mark engagements. */
  onFound(folder: vscode.WorkspaceFolder, engagements?: readonly string[]): Promise<void>;
  report(error: unknown): void;
}

/** Looks whether folders hold anything, and counts the questions that it takes. */
export class FirstLooks {
  readonly #surroundings: Surroundings;
  readonly #running = new Set<Promise<void>>();
  #asked = 0;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** How many times it was asked whether folders hold anything. */
  asked(): number {
    return this.#asked;
  }

  begin(folder: vscode.WorkspaceFolder): void {
    const { isOpen, onFound, report } = this.#surroundings;
    const looked = lookInto(folder)
      .then(async ({ holds, asked, engagements }) => {
        this.#asked += asked;
        if (holds && isOpen(folder)) await onFound(folder, engagements);
      })
      .catch(report)
      .finally(() => this.#running.delete(looked));
    this.#running.add(looked);
  }

  /** The end of the looks that are under way, with what follows from them. */
  running(): Promise<unknown> | undefined {
    return this.#running.size > 0 ? Promise.all(this.#running) : undefined;
  }
}
