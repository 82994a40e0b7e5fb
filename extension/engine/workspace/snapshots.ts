import { folderOf, isNamedBy, isPattern } from '../model/file-paths.ts';
import type { KnowledgeSnapshot } from '../model/knowledge.ts';
import type { FileContent, Workspace } from '../model/ports.ts';
import type { Said } from '../model/said.ts';
import { readSnapshot, type SnapshotProblem } from '../parse/knowledge-snapshot.ts';
import { compareText } from '../values/compare-text.ts';
import { say } from '../values/say.ts';
import { isPromise } from './documents.ts';
import { isSameText } from './is-same-text.ts';

/** Why an entry of the config, or a file that it names, tells nothing. */
export type UntoldSnapshot =
  | SnapshotProblem
  | { readonly is: 'missing' }
  | { readonly is: 'unmatched' }
  | { readonly is: 'unreadable'; readonly reason: Said };

type Files = Pick<Workspace, 'filesIn' | 'read'>;

/** The snapshots that entries of a config name, by path, as far as their files have been looked at. */
export class Snapshots {
  readonly #entries: readonly string[];
  /** Patterns whose folders have been looked into. */
  readonly #listed = new Set<string>();
  readonly #contents = new Map<string, FileContent | undefined>();
  readonly #told = new Map<string, KnowledgeSnapshot | UntoldSnapshot>();
  #all: readonly KnowledgeSnapshot[] | undefined;

  constructor(entries: readonly string[]) {
    this.#entries = entries;
  }

  async load(workspace: Files): Promise<void> {
    for (const entry of this.#entries) {
      const paths = isPattern(entry) ? ((await workspace.filesIn?.(folderOf(entry))) ?? []) : [entry];
      this.#listed.add(entry);
      for (const path of paths) if (isNamedBy(entry, path)) this.set(path, await workspace.read(path));
    }
  }

  /** Takes what another one has read, and looks at the others where the workspace answers at once. */
  takeFrom(other: Snapshots, workspace: Files): void {
    for (const entry of this.#entries) {
      const isKnown = other.#listed.has(entry);
      const answer = isPattern(entry) && !isKnown ? workspace.filesIn?.(folderOf(entry)) : [entry];
      const listed = isKnown && isPattern(entry) ? [...other.#contents.keys()] : answer;
      if (isPromise(listed)) continue;
      this.#listed.add(entry);
      for (const path of listed ?? []) {
        if (!isNamedBy(entry, path)) continue;
        const content = other.#contents.has(path) ? other.#contents.get(path) : workspace.read(path);
        if (!isPromise(content)) this.set(path, content);
      }
    }
  }

  /** A file has this content; whether it is one of those, and says something else now. */
  set(path: string, content: FileContent | undefined): boolean {
    if (!this.#entries.some((entry) => isNamedBy(entry, path))) return false;
    if (this.#contents.has(path) && isSameText(this.#contents.get(path), content)) return false;
    this.#all = undefined;
    if (content === undefined && !this.#entries.includes(path)) {
      this.#told.delete(path);
      return this.#contents.delete(path);
    }
    this.#contents.set(path, content);
    this.#told.set(path, toldBy(content));
    return true;
  }

  /** The newest first, those of a day by path; the same list as long as they say the same. */
  all(): readonly KnowledgeSnapshot[] {
    this.#all ??= this.#byPath()
      .flatMap(([, told]) => ('components' in told ? [told] : []))
      .sort((a, b) => compareText(b.day, a.day));
    return this.#all;
  }

  /** What tells nothing, and why, each with the first entry that names it. */
  untold(): readonly (readonly [entry: string, path: string, untold: UntoldSnapshot])[] {
    const seen = new Set<string>();
    return this.#entries.flatMap((entry) => {
      const its = this.#byPath().filter(([path]) => isNamedBy(entry, path));
      if (its.length === 0 && isPattern(entry) && this.#listed.has(entry))
        return [[entry, entry, { is: 'unmatched' }] as const];
      return its.flatMap(([path, told]) =>
        'is' in told && !seen.has(path) && seen.add(path) ? [[entry, path, told] as const] : [],
      );
    });
  }

  #byPath(): readonly (readonly [string, KnowledgeSnapshot | UntoldSnapshot])[] {
    return [...this.#told].sort(([a], [b]) => compareText(a, b));
  }
}

function toldBy(content: FileContent | undefined): KnowledgeSnapshot | UntoldSnapshot {
  if (!content) return { is: 'missing' };
  if (content.kind === 'unreadable') return { is: 'unreadable', reason: content.reason };
  if (content.kind === 'tooLarge') return { is: 'unreadable', reason: say('it is larger than 8 MB') };
  return content.invalidUtf8 ? { is: 'other' } : readSnapshot(content.text);
}
