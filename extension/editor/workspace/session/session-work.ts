import type { Engine } from '../../../engine/index.ts';
import { configPath } from '../../../engine/model/config-path.ts';
import { isNamedBy } from '../../../engine/model/file-paths.ts';
import type { FolderWorkspace } from '../folder-workspace.ts';
import { PendingChanges, type FolderChange } from './pending-changes.ts';
import { ToldChanges } from './told-changes.ts';
import { SessionState, type ReadingAsked } from './session-state.ts';

/** Milliseconds of silence after a keystroke before the text is judged. */
const typingPauseMs = 120;
/** The same of the config, for which everything is read again. */
const configPauseMs = 600;
/** Questions to the host at a time. */
const readsAtOnce = 32;

/** What the work is done with, and who is told of it. */
interface Surroundings {
  readonly engine: Pick<Engine, 'config' | 'lookAround' | 'reload' | 'settle' | 'textOf' | 'update'>;
  readonly workspace: Pick<FolderWorkspace, 'filesBelow' | 'isRead' | 'knownBelow' | 'read'>;
  /** What is new has been judged. */
  onJudged(): void;
  report(error: unknown): void;
}

/** Tells the engine what has changed, and lets it judge that, in pieces and after silence. */
export class SessionWork {
  readonly #surroundings: Surroundings;
  readonly #changes = new PendingChanges();
  readonly #state = new SessionState(this.#changes);
  /** What the engine was told of. */
  readonly told = new ToldChanges();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** Whether everything has been read and judged once. */
  isReady(): boolean {
    return this.#state.isReady();
  }

  /** Whether the config names a file that is no document and is read all the same. */
  isNamed(path: string): boolean {
    return this.#surroundings.engine.config.snapshots.some((entry) => isNamedBy(entry, path));
  }

  /** Somebody types in an editor, or has opened it. */
  onText(path: string): void {
    this.#changes.addFile(path);
    this.#wake(path === configPath ? configPauseMs : typingPauseMs);
  }

  onFile(path: string): void {
    this.#changes.addFile(path);
    this.#wakeSoon();
  }

  onFolder(path: string, what: FolderChange): void {
    this.#changes.addFolder(path, what);
    this.#wakeSoon();
  }

  /** What the engine was told of the existence of a file no longer holds. */
  onExistence(path: string): void {
    // What it holds says so too.
    if (this.#surroundings.workspace.isRead(path) || this.isNamed(path)) return this.onFile(path);
    this.#surroundings.engine.update(path, undefined);
    this.told.add(path);
    this.#state.addNews();
    this.#wake(0);
  }

  /** Another history is known. */
  onHistory(): void {
    this.told.add('');
    this.#state.addNews();
    this.#wakeSoon();
  }

  /** Reads everything again. Resolves once it is judged; rejects where it cannot be read at all. */
  reload(): Promise<void> {
    const read = this.#state.askForReading();
    this.#wake(0);
    return read;
  }

  /** The same, where nobody waits for it. */
  reloadInBackground(): void {
    void this.reload().catch(this.#surroundings.report);
  }

  /** Resolves once everything that was said up to now is judged. */
  settled(): Promise<void> {
    return this.#state.untilIdle();
  }

  dispose(): void {
    this.#state.end();
    clearTimeout(this.#timer);
  }

  /** Works after so many milliseconds of silence. */
  #wake(afterMs: number): void {
    if (this.#state.life.aborted) return;
    clearTimeout(this.#timer);
    this.#state.beginWaiting();
    this.#timer = setTimeout(() => {
      if (this.#state.endWaiting()) this.#work().catch(this.#surroundings.report);
    }, afterMs);
  }

  /** At once, but not while somebody types. */
  #wakeSoon(): void {
    this.#wake(this.#state.isWaiting() ? typingPauseMs : 0);
  }

  /** What has changed, one thing after the other, so that a later answer is never overtaken by an earlier one. */
  async #work(): Promise<void> {
    this.#state.beginWork();
    try {
      while (this.#state.mayGoOn()) {
        const asked = this.#state.beginReading();
        if (asked) void this.#readEverything(asked);
        await this.#readChanges();
        if (this.#state.isTellingDue(performance.now())) await this.#judge();
      }
    } finally {
      this.#state.endWork();
    }
  }

  /** Beside everything else, and once at a time: whoever asks for it meanwhile is answered by the next one. */
  async #readEverything(asked: readonly ReadingAsked[]): Promise<void> {
    try {
      await this.#surroundings.engine.reload(this.#state.life);
      this.told.add('');
      this.#state.becomeReady();
      for (const { resolve } of asked) resolve();
      this.#wake(0);
      await this.#lookAround();
    } catch (error) {
      for (const { reject } of asked) reject(error);
    } finally {
      this.#state.endReading();
      this.#wake(0);
    }
  }

  /** What lies outside of the folders of engagements comes last: what they hold is shown meanwhile. */
  async #lookAround(): Promise<void> {
    const { engine, report } = this.#surroundings;
    await engine.lookAround(this.#state.life).catch(report);
    this.#state.addNews();
  }

  async #readChanges(): Promise<void> {
    const { workspace } = this.#surroundings;
    for (const [path, what] of this.#changes.takeFolders()) {
      for (const file of workspace.knownBelow(path)) this.#changes.addFile(file);
      if (what === 'comes') for (const file of await workspace.filesBelow(path)) this.#changes.addFile(file);
    }
    const asked = this.#changes.takeFiles();
    for (let i = 0; i < asked.length; i += readsAtOnce)
      await Promise.all(asked.slice(i, i + readsAtOnce).map((path) => this.#readFile(path)));
  }

  async #readFile(path: string): Promise<void> {
    const { engine, workspace } = this.#surroundings;
    const content = await workspace.read(path);
    // It has changed once more: what was asked is no longer what it holds.
    if (this.#state.life.aborted || this.#changes.hasFile(path)) return;
    if (path !== configPath) {
      if (content?.kind !== 'text' || engine.textOf(path) !== content.text) this.told.add(path);
      engine.update(path, content);
    } else if ((content?.kind === 'text' ? content.text : undefined) !== engine.textOf(configPath))
      this.reloadInBackground();
    this.#state.addNews();
  }

  /** Judges what is new in slices, then lets everybody know. */
  async #judge(): Promise<void> {
    this.#state.beginTelling();
    await this.#surroundings.engine.settle(this.#state.life);
    if (this.#state.life.aborted) return;
    this.#state.endTelling(performance.now());
    this.#surroundings.onJudged();
  }
}
