import type { CheckRule, DueRule, FactContext, FactDefinition } from './rules/define.ts';
import { checkRules, dueRules, facts as factDefinitions } from './kinds/generated/registry.ts';
import type { CheckResult, NotRun } from './model/check-result.ts';
import type { GovernedDocument } from './model/document.ts';
import { holdsRegion, statedHolidays } from './index/work-days.ts';
import type { View } from './model/engagement.ts';
import type { DueItem, Fact, Question } from './model/finding.ts';
import type { Cancellation, FileContent, Holidays, ImmediateWorkspace, Workspace } from './model/ports.ts';
import type { IsoDate, Side } from './model/value.ts';
import { mayHold, pathFilter } from './asked-paths.ts';
import { createCheckTally } from './check-tally.ts';
import { engagementNotRun } from './engagement-not-run.ts';
import type { Config } from './parse/config.ts';
import { compareText, toQuestion } from './rules/findings.ts';
import { readWorkspaceConfig, type WorkspaceConfig } from './workspace-config.ts';
import { createWorkspaceIndex, type EngagementState, type WorkspaceIndex } from './workspace-index.ts';
import { compareItems, runDue } from './rules/run-due.ts';
import { compareFacts, runFacts } from './rules/run-facts.ts';

export type { CheckResult, NotRun } from './model/check-result.ts';
export type { DueItem, Fact, Finding, Fix, Question, Severity, TextEdit } from './model/finding.ts';
export type { GovernedDocument } from './model/document.ts';
export type { View } from './model/engagement.ts';
export type { Position, Range } from './model/text.ts';
export type { Cancellation, FileContent, Holidays, ImmediateWorkspace, Workspace } from './model/ports.ts';

export const configPath = 'outrigger.yml';

export interface EngineOptions {
  readonly workspace: Workspace;
  /** Replaces the profiles of config and engagements. */
  readonly profiles?: readonly string[];
  /** Where the config file stands, relative to the root. */
  readonly configPath?: string;
  /** Loads the holiday calendar when something first needs it. Without it no day is a holiday. */
  readonly loadHolidays?: () => Promise<Holidays>;
  /** What is evaluated; without it everything that Outrigger knows. */
  readonly registry?: Registry;
}

/** Those of an engine whose workspace answers at once. */
export interface ImmediateOptions extends EngineOptions {
  readonly workspace: ImmediateWorkspace;
}

/** Rules and facts. */
export interface Registry {
  readonly checkRules: readonly CheckRule[];
  readonly dueRules: readonly DueRule[];
  readonly facts: readonly FactDefinition[];
}

export interface DueQuery {
  readonly asOf: IsoDate;
  readonly withinDays?: number;
  readonly party?: Side;
  /** Key of a person. */
  readonly person?: string;
  readonly paths?: readonly string[];
}

/** One engagement with what a status shows of it. */
export interface EngagementInfo {
  readonly folder: string;
  readonly title: string;
  /** The engagement document of the model, drafts too. */
  readonly lead: GovernedDocument | undefined;
  readonly documents: readonly GovernedDocument[];
  readonly view: View;
  readonly profiles: readonly string[];
}

export interface Engine {
  /** Reads the workspace. Call once, and again when many files may have changed. */
  load(cancellation?: Cancellation): Promise<void>;
  /**
   * One file changed, came, or (undefined) went. Everything after it is answered for the new state.
   * Where a first engagement document comes to a folder, or the config names more folders, load again:
   * what stands there was never read.
   */
  update(path: string, content: FileContent | undefined): void;
  readonly config: Config;
  /** Paths are files or folders relative to the root; none means all. */
  check(paths?: readonly string[]): CheckResult;
  questions(paths?: readonly string[]): readonly Question[];
  due(query: DueQuery): Promise<readonly DueItem[]>;
  facts(query: { readonly asOf: IsoDate; readonly paths?: readonly string[] }): Promise<readonly Fact[]>;
  /**
   * Rules of the due channel, or facts, that know less than they would with history: one line for an
   * engagement at most. Those of `check` stand in its result.
   */
  notRun(of: 'due' | 'facts', paths?: readonly string[]): readonly NotRun[];
  engagements(): readonly EngagementInfo[];
  /** The text of a governed document as last read. */
  textOf(path: string): string | undefined;
}

/** Everything Outrigger knows of one workspace. The only door of the engine. */
export function createEngine(options: EngineOptions): Engine {
  const { workspace } = options;
  const registry = registryOf(options);
  const pathOfConfig = options.configPath ?? configPath;
  let config = readWorkspaceConfig(pathOfConfig, undefined);
  let index = indexFor(options, config);
  let holidays: Holidays | undefined;

  function setConfig(content: FileContent | undefined): void {
    config = readWorkspaceConfig(pathOfConfig, content);
    index = indexFor(options, config);
  }

  async function loadHolidaysIfNeeded(): Promise<void> {
    if (holidays || !options.loadHolidays || !index.engagements().some(needsHolidays)) return;
    holidays = await options.loadHolidays();
  }

  function contextOf(state: EngagementState, asOf: IsoDate): FactContext {
    const { questions } = state.evaluate();
    return {
      asOf,
      holidays,
      questionsOf: (draft) =>
        (questions.get(draft) ?? []).map(({ rule, place }) => ({ code: rule.code, at: place.at })),
    };
  }

  return {
    get config() {
      return config.config;
    },
    async load(cancellation) {
      const content = await workspace.read(pathOfConfig);
      setConfig(content);
      await index.load(cancellation);
    },
    update(path, content) {
      if (path === pathOfConfig) {
        const texts = index.contents();
        setConfig(content);
        index.restore(texts);
      } else index.update(path, content);
    },
    check(paths) {
      const tally = createCheckTally(config, registry.checkRules, paths);
      tally.add(index);
      return tally.result();
    },
    questions(paths) {
      const isAsked = pathFilter(paths);
      return index
        .engagements()
        .flatMap((state) => [...state.evaluate().questions.values()].flat())
        .filter(({ place }) => isAsked(place.document.path))
        .map(toQuestion)
        .sort(
          (a, b) =>
            compareText(a.path, b.path) ||
            a.range.start.line - b.range.start.line ||
            a.range.start.character - b.range.start.character ||
            compareText(a.ask, b.ask),
        );
    },
    async due({ asOf, withinDays, party, person, paths }) {
      await loadHolidaysIfNeeded();
      const isAsked = pathFilter(paths);
      const items = index.engagements().flatMap((state) => {
        const { view } = state.evaluate();
        const calendar = { asOf, holidays };
        const within = withinDays === undefined ? {} : { withinDays };
        return runDue(registry.dueRules, view, state.settings(), state.deviations(), { calendar, ...within });
      });
      return items
        .filter((item) => isAsked(item.path))
        .filter((item) => party === undefined || item.party === party || item.party === 'both')
        .filter((item) => person === undefined || item.person === person)
        .sort(compareItems);
    },
    async facts({ asOf, paths }) {
      await loadHolidaysIfNeeded();
      const isAsked = pathFilter(paths);
      return index
        .engagements()
        .flatMap((state) => runFacts(registry.facts, state.evaluate(), contextOf(state, asOf)))
        .filter((fact) => isAsked(fact.path))
        .sort(compareFacts);
    },
    notRun(of, paths) {
      const isAsked = pathFilter(paths);
      const asked = of === 'due' ? registry.dueRules : registry.facts;
      return index
        .engagements()
        .filter((state) => state.documents().some(({ path }) => isAsked(path)))
        .flatMap((state) => engagementNotRun(state, asked));
    },
    engagements: () =>
      index.engagements().map((state) => {
        const { view, viewWithDrafts } = state.evaluate();
        const lead = viewWithDrafts.lead;
        return {
          folder: state.folder,
          title: lead?.title ?? state.folder,
          lead,
          documents: state.documents(),
          view,
          profiles: [...state.settings().profiles],
        };
      }),
    textOf: (path) => index.textOf(path),
  };
}

/**
 * What `check` of a new engine answers, engagement by engagement: what one was read from is let go before
 * the next is read, so that memory does not grow with their number. For a shell that asks once; of a
 * workspace whose files are read at once. Only folders that the paths can concern are read.
 */
export async function checkOnce(options: ImmediateOptions, paths?: readonly string[]): Promise<CheckResult> {
  const { workspace } = options;
  const pathOfConfig = options.configPath ?? configPath;
  const config = readWorkspaceConfig(pathOfConfig, workspace.read(pathOfConfig));
  const tally = createCheckTally(config, registryOf(options).checkRules, paths);
  const index = indexFor(options, config);
  for (const folder of await index.outermostFolders()) {
    if (!mayHold(folder, paths)) continue;
    await index.loadFolder(folder);
    tally.add(index);
    index.forget();
    await workspace.pause?.();
  }
  return tally.result();
}

function indexFor(options: EngineOptions, { config }: WorkspaceConfig): WorkspaceIndex {
  const { checkRules } = registryOf(options);
  return createWorkspaceIndex({
    workspace: options.workspace,
    config,
    profiles: options.profiles,
    checkRules,
  });
}

function registryOf({ registry }: EngineOptions): Registry {
  return registry ?? { checkRules, dueRules, facts: factDefinitions };
}

/** Whether holidays of a country or region can count somewhere in an engagement. */
function needsHolidays(state: EngagementState): boolean {
  const { view, viewWithDrafts } = state.evaluate();
  return (
    [view, viewWithDrafts].some((one) => holdsRegion(statedHolidays(one))) ||
    viewWithDrafts.rows('teams').some(({ cells }) => holdsRegion(cells.holidays?.value))
  );
}

export { checkRules, dueRules, factDefinitions };
export { severityOf } from './rules/findings.ts';
