import type { Free, FreeParts } from '../model/coverage.ts';
import { isMarkdown } from '../model/file-paths.ts';
import type { Cancellation, FileContent, Workspace } from '../model/ports.ts';
import { addTo } from '../values/add-to.ts';
import { compareText } from '../values/compare-text.ts';
import { CandidateFolders } from './candidate-folders.ts';
import type { ReadDocument } from '../parse/read-document.ts';
import { Documents, isPromise } from './documents.ts';
import type { EngagementState, SharedStateOptions } from './engagement-state.ts';
import { Engagements } from './engagements.ts';
import { freeBelow } from './free-below.ts';
import { isSameText } from './is-same-text.ts';
import { LooseFiles } from './loose-files.ts';
import { readAhead } from './read-ahead.ts';
import { straysIn, type Stray } from './strays.ts';
import { isCalledEngagement, ungovernedIn, type Ungoverned } from './ungoverned.ts';

export interface GovernedWorkspaceOptions extends SharedStateOptions {
  readonly workspace: Workspace;
}

/**
 * The governed documents of a workspace, grouped by engagement and kept up to date file by file.
 * Only Markdown below a folder that may hold an engagement is read (format.md section 2); of what lies elsewhere the
 * front matter alone is looked at, to say where an engagement is missing.
 */
export class GovernedWorkspace {
  readonly #workspace: Workspace;
  readonly #candidates: CandidateFolders;
  readonly #documents: Documents;
  readonly #engagements: Engagements;
  readonly #loose: LooseFiles;
  /** Markdown files elsewhere, as the workspace was listed last. */
  #elsewhere: readonly string[] = [];
  /** Documents by the outermost folder of those that may hold an engagement, where they are read folder by folder. */
  readonly #byFolder = new Map<string, string[]>();
  /** What was updated since each load that is running began. */
  readonly #touchedWhileLoading = new Set<Set<string>>();
  #ungoverned: { readonly of: string; readonly files: readonly Ungoverned[] } | undefined;
  /** How many times a file was read that is called as an engagement is and is, or was, none. */
  #marksRead = 0;
  /** How many times a file was read that is no document, or was none before. */
  #othersRead = 0;
  #strays: { readonly of: string; readonly strays: readonly Stray[] } | undefined;

  constructor({ workspace, ...options }: GovernedWorkspaceOptions) {
    this.#workspace = workspace;
    this.#candidates = new CandidateFolders(options.config.engagements);
    this.#documents = new Documents(workspace, options.config, (path) =>
      this.#engagements.changeTarget(path),
    );
    this.#engagements = new Engagements(this.#documents, this.#candidates, options);
    this.#loose = new LooseFiles((path, text) => this.#documents.glanceAt(path, text));
  }

  /** Reads everything. Where nothing has run yet and the host wants slices, the reader is warmed up first. */
  async load(cancellation?: Cancellation, isCold = false): Promise<void> {
    const touched = new Set<string>();
    this.#touchedWhileLoading.add(touched);
    try {
      const paths = await this.#listDocuments();
      this.#takeTouched(touched);
      if (isCold) await this.#warmUp();
      for await (const [path, content] of readAhead(this.#workspace, paths)) {
        // What somebody has told us since is newer than what was read.
        const newest = touched.has(path) ? this.#documents.contents().get(path) : content;
        if (newest) this.#put(path, newest);
        await this.#turn();
        if (cancellation?.aborted) return;
      }
      for (const steps = this.#engagements.grouping(); !(steps.next().done ?? false);) {
        await this.#turn();
        if (cancellation?.aborted) return;
      }
    } finally {
      this.#touchedWhileLoading.delete(touched);
    }
  }

  /**
   * Looks at the front matter of Markdown outside of all folders that may hold an engagement, once these are read.
   * `isWanted` says of which files it is of any use.
   */
  async lookAround(isWanted: (path: string) => boolean, cancellation?: Cancellation): Promise<void> {
    const touched = new Set<string>();
    this.#touchedWhileLoading.add(touched);
    try {
      const more = (await this.#workspace.listElsewhere?.()) ?? [];
      const paths = new Set([...this.#elsewhere, ...more.filter(isMarkdown)].filter(isWanted));
      const read = this.#workspace.readHead ?? this.#workspace.read;
      for (const path of paths) {
        if (this.#candidates.hold(path) || this.contents().has(path)) continue;
        const answer = read.call(this.#workspace, path);
        const content = isPromise(answer) ? await answer : answer;
        if (!touched.has(path)) this.#loose.set(path, content);
        await this.#turn();
        if (cancellation?.aborted) return;
      }
      this.#loose.keep((path) => paths.has(path) || this.contents().has(path));
    } finally {
      this.#touchedWhileLoading.delete(touched);
      this.#engagements.touch();
    }
  }

  /** Takes what another one has seen elsewhere for what is there, until it looks itself. */
  takeLooseFrom(other: GovernedWorkspace): void {
    this.#loose.takeFrom(other.#loose);
    this.#loose.keep((path) => !this.#candidates.hold(path));
  }

  /** Lists the workspace; the folders that may hold engagements and lie in no other such folder, in order. */
  async outermostFolders(): Promise<readonly string[]> {
    this.#byFolder.clear();
    for (const path of await this.#listDocuments()) {
      const folder = this.#candidates.outermostAround(path);
      if (folder === undefined) continue;
      this.#documents.leave(path);
      addTo(this.#byFolder, folder, path);
    }
    return [...this.#byFolder.keys()].sort(compareText);
  }

  /** Reads what one of them holds. */
  async loadFolder(folder: string): Promise<void> {
    for (const path of this.#byFolder.get(folder) ?? []) {
      this.#documents.take(path);
      const answer = this.#workspace.read(path);
      const content = isPromise(answer) ? await answer : answer;
      if (content) this.#put(path, content);
    }
  }

  /** Lets go of everything that was read. */
  forget(): void {
    this.#documents.forget();
    this.#engagements.forget();
  }

  /** A file below a folder that held no engagement when the workspace was read is known only if it was given here. */
  update(path: string, content: FileContent | undefined): void {
    for (const touched of this.#touchedWhileLoading) touched.add(path);
    if (!isMarkdown(path)) {
      this.#engagements.changeOther(path, content);
      return;
    }
    const before = this.contents().get(path);
    // An editor that opens or closes a file says what is known: nothing is to be judged, or shown, again.
    if (isSameText(before, content)) return;
    const comesOrGoes = content === undefined || before === undefined;
    this.#documents.know(path, content);
    // A file that nobody reads may still be what a link leads to.
    if (comesOrGoes) this.#engagements.changeTarget(path);
    if (comesOrGoes && this.#candidates.isMark(path)) this.#changeMark(path, content !== undefined);
    // What changes while its folder holds no engagement is read again once it does.
    this.#place(path);
  }

  /** Another number after each change. */
  version(): number {
    return this.#engagements.version();
  }

  /** The engagement that a governed document belongs to. */
  engagementOf(path: string): EngagementState | undefined {
    this.#engagements.all();
    return this.#documents.all().get(path)?.document && this.#engagements.around(path);
  }

  engagementIn(folder: string): EngagementState | undefined {
    return this.#engagements.all().get(folder);
  }

  /** By folder. */
  engagements(): readonly EngagementState[] {
    return [...this.#engagements.all().values()];
  }

  /** Of a document, or of a file that rules look at. */
  textOf(path: string): string | undefined {
    return this.#documents.textOf(path) ?? this.#engagements.textOfFile(path);
  }

  /** Problems of files below an engagement that are no governed documents, by path. */
  strays(): readonly Stray[] {
    this.#engagements.all();
    const of = [this.#engagements.groupings(), this.#othersRead].join(' ');
    if (this.#strays?.of !== of) this.#strays = { of, strays: straysIn(this.#documents, this.#engagements) };
    return this.#strays.strays;
  }

  /** Files that look like documents of an engagement, or are called as one, with none around them. */
  ungoverned(): readonly Ungoverned[] {
    this.#engagements.all();
    // Who types in a governed document changes nothing of it.
    const of = [this.#engagements.groupings(), this.#loose.version(), this.#marksRead].join(' ');
    if (this.#ungoverned?.of !== of)
      this.#ungoverned = {
        of,
        files: [...ungovernedIn(this.#documents, this.#engagements), ...this.#loose.all()],
      };
    return this.#ungoverned.files;
  }

  /** What lies below an engagement and is not read. */
  free(isAsked: (path: string) => boolean): readonly Free[] {
    this.#engagements.all();
    return freeBelow(this.#documents, this.#engagements, this.#workspace, isAsked);
  }

  /** What of a governed document is not read. */
  freeIn(path: string): FreeParts {
    return this.#documents.freeIn(path);
  }

  contents(): ReadonlyMap<string, FileContent> {
    return this.#documents.contents();
  }

  /** Reads these files instead of those of the workspace. */
  restore(contents: ReadonlyMap<string, FileContent>): void {
    for (const [path, content] of contents) this.#documents.know(path, content);
    this.#candidates.reset(this.contents().keys());
    this.#engagements.regroup();
    for (const path of this.contents().keys()) this.#place(path);
  }

  #set(path: string, content: FileContent | undefined): void {
    const { before, now } = this.#documents.set(path, content);
    // Who types in a document of an engagement changes nothing of what is none.
    if (!isDocument(before) || !isDocument(now)) this.#othersRead++;
    const isEngagement = [before, now].every((one) => one?.document?.kind === 'engagement');
    if (isCalledEngagement(path) && !isEngagement) this.#marksRead++;
    this.#engagements.take(path, before?.document, now?.document);
  }

  /** Knows a file, and reads it where an engagement may be around it. */
  #put(path: string, content: FileContent): void {
    this.#documents.know(path, content);
    this.#place(path);
  }

  /** Reads what is known of a file; outside of all folders that may hold an engagement its front matter alone. */
  #place(path: string): void {
    const content = this.contents().get(path);
    const holds = this.#candidates.hold(path);
    this.#set(path, holds ? content : undefined);
    this.#loose.set(path, holds ? undefined : content);
  }

  /** A file that makes its folder one that may hold an engagement came or went: what is known below is read, or no longer. */
  #changeMark(path: string, isThere: boolean): void {
    if (isThere) this.#candidates.add(path);
    else this.#candidates.remove(path);
    this.#engagements.regroup();
    for (const other of this.contents().keys())
      if (this.#candidates.hold(other) !== this.#documents.all().has(other)) this.#place(other);
    this.#loose.keep((other) => !this.#candidates.hold(other));
  }

  /** Every Markdown file below a folder that may hold an engagement, in order. */
  async #listDocuments(): Promise<readonly string[]> {
    const paths = (await this.#workspace.list()).filter(isMarkdown);
    this.#candidates.reset(paths);
    this.#engagements.regroup();
    this.#elsewhere = paths.filter((path) => !this.#candidates.hold(path)).sort(compareText);
    this.#loose.keep((path) => !this.#candidates.hold(path));
    return paths.filter((path) => this.#candidates.hold(path)).sort(compareText);
  }

  /** What came, changed or went while the workspace was listed. */
  #takeTouched(touched: ReadonlySet<string>): void {
    const contents = this.contents();
    for (const path of touched)
      if (contents.has(path)) this.#candidates.add(path);
      else this.#candidates.remove(path);
    this.#engagements.regroup();
    for (const path of touched) this.#place(path);
  }

  /** Code that runs for the first time does so in slices of its own, where the host wants slices. */
  async #warmUp(): Promise<void> {
    if (!this.#workspace.pause) return;
    const steps = this.#documents.warmUp();
    do await this.#workspace.pause(true);
    while (!(steps.next().done ?? false));
    await this.#workspace.pause(true);
  }

  async #turn(): Promise<void> {
    const turn = this.#workspace.pause?.();
    if (turn) await turn;
  }
}

/** Whether what was read is a document, whose problems are its own. */
function isDocument(read: ReadDocument | undefined): boolean {
  return read !== undefined && (read.is === 'governed' || read.document !== undefined);
}
