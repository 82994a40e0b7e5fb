import { configPath } from '../model/config-path.ts';
import type { Cancellation, FileContent } from '../model/ports.ts';
import type { CheckRule } from '../rules/define.ts';
import { readWorkspaceConfig, type WorkspaceConfig } from './config.ts';
import type { EngineOptions } from './engine.ts';
import { GovernedWorkspace } from './governed-workspace.ts';
import { inTurns } from './in-turns.ts';
import type { LateCalendar } from './late-calendar.ts';
import { loadFilesLacked } from './late-files.ts';
import type { LateHistory } from './late-history.ts';

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
  #config: WorkspaceConfig;
  #configContent: FileContent | undefined;
  #governed: GovernedWorkspace;
  /** Until it reads everything in turns for the first time. */
  #isCold = true;
  /** What is being read to take the place of what is governed now; it is told of changes too. */
  readonly #aside = new Set<GovernedWorkspace>();

  constructor(options: ReadingOptions) {
    this.#options = options;
    this.pathOfConfig = options.configPath ?? configPath;
    this.#config = readWorkspaceConfig(this.pathOfConfig, undefined);
    this.#governed = this.#governedBy(this.#config);
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
    this.#setConfig(content);
    const governed = this.#governed;
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
      this.#setConfig(content);
      this.#governed.restore(contents);
      this.#governed.takeLooseFrom(before);
      return;
    }
    this.#governed.update(path, content);
    for (const next of this.#aside) next.update(path, content);
  }

  async reload(cancellation?: Cancellation): Promise<void> {
    const { workspace, onConfig } = this.#options;
    const content = await workspace.read(this.pathOfConfig);
    if (cancellation?.aborted) return;
    const config = readWorkspaceConfig(this.pathOfConfig, content);
    const next = this.#governedBy(config);
    this.#aside.add(next);
    try {
      await next.load(cancellation, this.#isCold);
      this.#isCold = false;
      await workspace.pause?.(true);
      await this.#settle(next, cancellation);
    } finally {
      this.#aside.delete(next);
    }
    if (cancellation?.aborted) return;
    next.takeLooseFrom(this.#governed);
    this.#config = config;
    this.#configContent = content;
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
    const governed = this.#governedBy(config);
    governed.restore(this.#governed.contents());
    governed.takeLooseFrom(this.#governed);
    return governed;
  }

  #setConfig(content: FileContent | undefined): void {
    this.#config = readWorkspaceConfig(this.pathOfConfig, content);
    this.#configContent = content;
    this.#governed = this.#governedBy(this.#config);
    this.#options.onConfig();
  }

  #governedBy({ config }: WorkspaceConfig): GovernedWorkspace {
    const { workspace, profiles, checkRules, calendar } = this.#options;
    return new GovernedWorkspace({ workspace, config, profiles, checkRules, holidays: calendar.loaded });
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
