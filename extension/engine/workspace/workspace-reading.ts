import { configPath } from '../model/config-path.ts';
import type { Cancellation, FileContent } from '../model/ports.ts';
import type { CheckRule } from '../rules/define.ts';
import { readWorkspaceConfig, withSnapshots, type WorkspaceConfig } from './config.ts';
import type { EngineOptions } from './engine.ts';
import { GovernedWorkspace } from './governed-workspace.ts';
import { inTurns } from './in-turns.ts';
import type { LateCalendar } from './late-calendar.ts';
import { loadFilesLacked } from './late-files.ts';
import type { LateHistory } from './late-history.ts';
import { Snapshots } from './snapshots.ts';

interface ReadingOptions extends EngineOptions {
  readonly checkRules: readonly CheckRule[];
  readonly calendar: LateCalendar;
  readonly history: LateHistory;
  /** Called when another config is in force. */
  readonly onConfig: () => void;
}

/** What an engine has read of its workspace: the config and, governed under it, the documents. */
export class WorkspaceReading {
  readonly #options: ReadingOptions;
  readonly pathOfConfig: string;
  /** With what is wrong with the snapshots that it names. */
  #config: WorkspaceConfig;
  /** As it was read. */
  #plainConfig: WorkspaceConfig;
  #configContent: FileContent | undefined;
  #snapshots: Snapshots;
  #governed: GovernedWorkspace;
  /** Until it reads everything in turns for the first time. */
  #isCold = true;
  /** What is being read to take the place of what is governed now; it is told of changes too. */
  readonly #aside = new Set<Pick<WorkspaceReading, 'governed'> & { readonly snapshots: Snapshots }>();

  constructor(options: ReadingOptions) {
    this.#options = options;
    this.pathOfConfig = options.configPath ?? configPath;
    this.#config = this.#plainConfig = readWorkspaceConfig(this.pathOfConfig, undefined);
    this.#snapshots = new Snapshots([]);
    this.#governed = this.#governedBy(this.#config, this.#snapshots);
  }

  get config(): WorkspaceConfig {
    return this.#config;
  }

  get governed(): GovernedWorkspace {
    return this.#governed;
  }

  /** The text of a document or of the config as last read. */
  textOf(path: string): string | undefined {
    if (path !== this.pathOfConfig) return this.#governed.textOf(path);
    return this.#configContent?.kind === 'text' ? this.#configContent.text : undefined;
  }

  async load(cancellation?: Cancellation): Promise<void> {
    const content = await this.#options.workspace.read(this.pathOfConfig);
    // A later load may have begun anew already: its documents are not to be lost.
    if (cancellation?.aborted) return;
    this.#options.history.forget();
    this.#setConfig(content);
    const governed = this.#governed;
    await this.#readSnapshots();
    await governed.load(cancellation);
    // A workspace that is nobody's is not looked into.
    const isOurs = content !== undefined || governed.engagements().length > 0;
    if (isOurs && !cancellation?.aborted) await governed.lookAround(() => true, cancellation);
    if (cancellation?.aborted) return;
    const { workspace, loadHolidays, historyOf } = this.#options;
    if (loadHolidays ?? historyOf) await this.#settle(governed, cancellation);
    else while (await loadFilesLacked(governed, workspace));
  }

  update(path: string, content: FileContent | undefined): void {
    if (path === this.pathOfConfig) {
      const contents = this.#governed.contents();
      const before = this.#governed;
      const snapshots = this.#snapshots;
      this.#setConfig(content);
      this.#snapshots.takeFrom(snapshots, this.#options.workspace);
      this.#tellOfSnapshots();
      this.#governed.restore(contents);
      this.#governed.takeLooseFrom(before);
      return;
    }
    this.#governed.update(path, content);
    if (this.#snapshots.set(path, content)) {
      judgeAgain(this.#governed);
      this.#tellOfSnapshots();
    }
    for (const { governed, snapshots } of this.#aside) {
      governed.update(path, content);
      if (snapshots.set(path, content)) judgeAgain(governed);
    }
  }

  async reload(cancellation?: Cancellation): Promise<void> {
    const { workspace, onConfig } = this.#options;
    const content = await workspace.read(this.pathOfConfig);
    if (cancellation?.aborted) return;
    const config = readWorkspaceConfig(this.pathOfConfig, content);
    const snapshots = new Snapshots(config.config.snapshots);
    const next = this.#governedBy(config, snapshots);
    const aside = { governed: next, snapshots };
    this.#aside.add(aside);
    try {
      await snapshots.load(workspace);
      await next.load(cancellation, this.#isCold);
      this.#isCold = false;
      await workspace.pause?.(true);
      await this.#settle(next, cancellation);
    } finally {
      this.#aside.delete(aside);
    }
    if (cancellation?.aborted) return;
    next.takeLooseFrom(this.#governed);
    this.#plainConfig = config;
    this.#config = withSnapshots(config, snapshots);
    this.#configContent = content;
    this.#snapshots = snapshots;
    this.#governed = next;
    onConfig();
  }

  lookAround(cancellation?: Cancellation): Promise<void> {
    return this.#governed.lookAround(() => true, cancellation);
  }

  settle(cancellation?: Cancellation): Promise<void> {
    return this.#settle(this.#governed, cancellation);
  }

  /** The same documents under another config, beside those that are governed now. */
  under(config: WorkspaceConfig): GovernedWorkspace {
    const snapshots = new Snapshots(config.config.snapshots);
    snapshots.takeFrom(this.#snapshots, this.#options.workspace);
    const governed = this.#governedBy(config, snapshots);
    governed.restore(this.#governed.contents());
    governed.takeLooseFrom(this.#governed);
    return governed;
  }

  #setConfig(content: FileContent | undefined): void {
    this.#config = this.#plainConfig = readWorkspaceConfig(this.pathOfConfig, content);
    this.#configContent = content;
    this.#snapshots = new Snapshots(this.#config.config.snapshots);
    this.#governed = this.#governedBy(this.#config, this.#snapshots);
    this.#options.onConfig();
  }

  async #readSnapshots(): Promise<void> {
    const snapshots = this.#snapshots;
    await snapshots.load(this.#options.workspace);
    // A later load may have begun anew already.
    if (snapshots === this.#snapshots) this.#tellOfSnapshots();
  }

  #tellOfSnapshots(): void {
    this.#config = withSnapshots(this.#plainConfig, this.#snapshots);
  }

  #governedBy({ config }: WorkspaceConfig, snapshots: Snapshots): GovernedWorkspace {
    const { workspace, profiles, checkRules, calendar } = this.#options;
    return new GovernedWorkspace({
      workspace,
      config,
      profiles,
      checkRules,
      holidays: calendar.loaded,
      snapshots: () => snapshots.all(),
    });
  }

  async #settle(governed: GovernedWorkspace, cancellation?: Cancellation): Promise<void> {
    const { workspace, calendar, history } = this.#options;
    for (let isSettled = false; !isSettled;) {
      isSettled = true;
      const version = governed.version();
      for (const state of governed.engagements()) {
        await inTurns(workspace, state.steps());
        if (cancellation?.aborted) return;
        if (governed.version() === version) continue;
        isSettled = false;
        break;
      }
      if (isSettled && (await calendar.loadIfLacked(governed.engagements()))) isSettled = false;
      if (isSettled && (await history.loadIfLacked(governed.engagements()))) isSettled = false;
      if (isSettled && (await loadFilesLacked(governed, workspace))) isSettled = false;
    }
  }
}

/** Snapshots say something else: whatever is made of them is asked for again. */
function judgeAgain(governed: GovernedWorkspace): void {
  for (const state of governed.engagements()) state.changeSnapshots();
}
