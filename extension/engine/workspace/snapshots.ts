import type { KnowledgeSnapshot } from '../model/knowledge.ts';
import type { FileContent, Workspace } from '../model/ports.ts';
import type { Said } from '../model/said.ts';
import { readSnapshot, type SnapshotProblem } from '../parse/knowledge-snapshot.ts';
import { compareText } from '../values/compare-text.ts';
import { say } from '../values/say.ts';
import { isPromise } from './documents.ts';
import { isSameText } from './is-same-text.ts';

/** Why a file that the config names tells nothing. */
export type UntoldSnapshot =
  | SnapshotProblem
  | { readonly is: 'missing' }
  | { readonly is: 'unreadable'; readonly reason: Said };

/** The snapshots that a config names, by path, as far as their files have been looked at. */
export class Snapshots {
  readonly #paths: readonly string[];
  readonly #contents = new Map<string, FileContent | undefined>();
  readonly #told = new Map<string, KnowledgeSnapshot | UntoldSnapshot>();
  #all: readonly KnowledgeSnapshot[] | undefined;

  constructor(paths: readonly string[]) {
    this.#paths = paths;
  }

  async load(workspace: Pick<Workspace, 'read'>): Promise<void> {
    for (const path of this.#paths) this.set(path, await workspace.read(path));
  }

  /** Takes what another one has read, and looks at the others where the workspace answers at once. */
  takeFrom(other: Snapshots, workspace: Pick<Workspace, 'read'>): void {
    for (const path of this.#paths) {
      if (other.#contents.has(path)) this.set(path, other.#contents.get(path));
      else {
        const answer = workspace.read(path);
        if (!isPromise(answer)) this.set(path, answer);
      }
    }
  }

  /** A file has this content; whether it is one of those, and says something else now. */
  set(path: string, content: FileContent | undefined): boolean {
    if (!this.#paths.includes(path)) return false;
    if (this.#contents.has(path) && isSameText(this.#contents.get(path), content)) return false;
    this.#contents.set(path, content);
    this.#told.set(path, toldBy(content));
    this.#all = undefined;
    return true;
  }

  /** The newest first; the same list as long as they say the same. */
  all(): readonly KnowledgeSnapshot[] {
    this.#all ??= this.#paths
      .flatMap((path) => {
        const told = this.#told.get(path);
        return told && 'components' in told ? [told] : [];
      })
      .sort((a, b) => compareText(b.day, a.day));
    return this.#all;
  }

  /** Files that tell nothing, and why. */
  untold(): readonly (readonly [string, UntoldSnapshot])[] {
    return this.#paths.flatMap((path) => {
      const told = this.#told.get(path);
      return told && 'is' in told ? [[path, told] as const] : [];
    });
  }
}

function toldBy(content: FileContent | undefined): KnowledgeSnapshot | UntoldSnapshot {
  if (!content) return { is: 'missing' };
  if (content.kind === 'unreadable') return { is: 'unreadable', reason: content.reason };
  if (content.kind === 'tooLarge') return { is: 'unreadable', reason: say('it is larger than 8 MB') };
  return content.invalidUtf8 ? { is: 'other' } : readSnapshot(content.text);
}
