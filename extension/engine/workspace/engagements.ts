import { rememberedClocks } from '../calendar/zone-clock.ts';
import type { GovernedDocument } from '../model/document.ts';
import { foldersAround } from '../model/file-paths.ts';
import type { FileContent } from '../model/ports.ts';
import { compareText } from '../values/compare-text.ts';
import type { CandidateFolders } from './candidate-folders.ts';
import type { Documents } from './documents.ts';
import { EngagementState, type SharedStateOptions } from './engagement-state.ts';
import { createRulings, type Rulings } from './rules-in-force.ts';

/** Governed documents grouped by engagement: each belongs to the innermost folder around it with an engagement document. */
export class Engagements {
  readonly #documents: Documents;
  readonly #candidates: CandidateFolders;
  readonly #clocks = rememberedClocks();
  readonly #options: SharedStateOptions;
  readonly #rulings: Rulings;
  #states = new Map<string, EngagementState>();
  #isGrouped = false;
  #version = 0;
  #groupings = 0;

  constructor(documents: Documents, candidates: CandidateFolders, options: SharedStateOptions) {
    this.#documents = documents;
    this.#candidates = candidates;
    this.#options = options;
    this.#rulings = createRulings(options);
  }

  /** By folder, in order. */
  all(): ReadonlyMap<string, EngagementState> {
    for (const steps = this.grouping(); !(steps.next().done ?? false););
    return this.#states;
  }

  /** The engagement that a path belongs to, as they were grouped last. */
  around(path: string): EngagementState | undefined {
    const folder = foldersAround(path).find((one) => this.#states.has(one));
    return folder === undefined ? undefined : this.#states.get(folder);
  }

  /** Another number after each change of anything that may concern an engagement. */
  version(): number {
    return this.#version;
  }

  /** How many times documents were grouped anew; between two of them none comes, goes or belongs elsewhere. */
  groupings(): number {
    return this.#groupings;
  }

  touch(): void {
    this.#version++;
  }

  /** Documents came or went, or belong elsewhere: they are to be grouped anew. */
  regroup(): void {
    this.#isGrouped = false;
    this.#version++;
  }

  /** Takes a document as it is now; grouped anew only where that may change what belongs where. */
  take(path: string, before: GovernedDocument | undefined, now: GovernedDocument | undefined): void {
    this.#version++;
    const state = this.#isGrouped ? this.around(path) : undefined;
    if (before && now && before.kind === now.kind && state) state.replace(now);
    else if (before || now) this.#isGrouped = false;
  }

  /** What a link may lead to came, went or has other headings: those who have asked for it are asked again. */
  changeTarget(path: string): void {
    for (const state of this.#states.values()) state.changeTarget(path);
  }

  /** A file that is no document came, changed or went: a link may lead to it, and rules may look at it. */
  changeOther(path: string, content: FileContent | undefined): void {
    this.changeTarget(path);
    for (const state of this.#states.values()) state.changeFile(path, content);
    this.touch();
  }

  /** The text of a file that rules of an engagement look at. */
  textOfFile(path: string): string | undefined {
    for (const state of this.#states.values()) {
      const text = state.textOfFile(path);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  forget(): void {
    this.#states = new Map();
    this.regroup();
  }

  /** Groups in small steps; what changes meanwhile leaves it to whoever asks next. */
  *grouping(): Generator<undefined, void, undefined> {
    if (this.#isGrouped) return;
    const begun = this.#version;
    const isOver = (): boolean => this.#isGrouped || this.#version !== begun;
    const folders = this.#folders();
    yield;
    if (isOver()) return;
    for (const { document } of this.#documents.all().values()) {
      const folder = document && foldersAround(document.path).find((one) => folders.has(one));
      if (folder !== undefined) folders.get(folder)!.push(document!);
    }
    const made = new Map<string, EngagementState>();
    for (const folder of [...folders.keys()].sort(compareText)) {
      yield;
      // Another one is through by now, or there is something else to be grouped.
      if (isOver()) return;
      const state = this.#states.get(folder) ?? this.#createState(folder);
      made.set(folder, state);
      state.setDocuments(folders.get(folder)!.sort((a, b) => compareText(a.path, b.path)));
    }
    this.#states = made;
    this.#isGrouped = true;
    this.#groupings++;
  }

  /** The folders of engagements, still without documents. */
  #folders(): Map<string, GovernedDocument[]> {
    const folders = new Map<string, GovernedDocument[]>();
    for (const [path, { document }] of this.#documents.all())
      if (document?.kind === 'engagement' && this.#candidates.hold(path))
        folders.set(foldersAround(path)[0]!, []);
    return folders;
  }

  #createState(folder: string): EngagementState {
    const documents = this.#documents;
    return new EngagementState(folder, {
      ...this.#options,
      rulings: this.#rulings,
      clocks: this.#clocks,
      targets: documents.targets,
      readOtherwise: documents,
      readText: (path, text) => documents.glanceAt(path, text).document,
    });
  }
}
