import type { CheckRule, DueRule, FactContext, FactDefinition } from './rules/define.ts';
import { checkRules, dueRules, facts as factDefinitions } from './kinds/generated/registry.ts';
import type { CheckResult, NotRun } from './model/check-result.ts';
import type { GovernedDocument } from './model/document.ts';
import { hasHolidays, isRegion, statedHolidays } from './index/work-days.ts';
import type { View } from './model/engagement.ts';
import type { DueItem, Fact, Finding, Fix, Question, TextEdit } from './model/finding.ts';
import { configPath } from './model/config-path.ts';
import type { Cancellation, FileContent, Holidays, ImmediateWorkspace, Workspace } from './model/ports.ts';
import type { Position } from './model/text.ts';
import type { IsoDate, Side } from './model/value.ts';
import { mayHold, pathFilter } from './asked-paths.ts';
import { createCheckTally } from './check-tally.ts';
import { engagementNotRun } from './engagement-not-run.ts';
import { applySafeFixes, refusedFixes } from './features/apply-fixes.ts';
import { definitionAt, type Definition } from './features/definition.ts';
import { editsBetween } from './features/edits-between.ts';
import { hoverAt, hoverPlace, type Hover } from './features/hover.ts';
import type { Config } from './parse/config.ts';
import { compareText, toQuestion } from './rules/findings.ts';
import { readWorkspaceConfig, type WorkspaceConfig } from './workspace-config.ts';
import {
  createWorkspaceIndex,
  type EngagementState,
  type Stray,
  type WorkspaceIndex,
} from './workspace-index.ts';
import type { Evaluation } from './rules/evaluate.ts';
import { compareItems, runDue } from './rules/run-due.ts';
import { strayFindings } from './rules/stray-findings.ts';
import { compareFacts, runFacts } from './rules/run-facts.ts';

export type { CheckResult, NotRun } from './model/check-result.ts';
export type { DueItem, Fact, Finding, Fix, Question, Severity, TextEdit } from './model/finding.ts';
export type { Definition } from './features/definition.ts';
export type { Hover, HoverFact, HoverName, Title } from './features/hover.ts';
export type { GovernedDocument } from './model/document.ts';
export type { View } from './model/engagement.ts';
export type { Position, Range } from './model/text.ts';
export type { Cancellation, FileContent, Holidays, ImmediateWorkspace, Workspace } from './model/ports.ts';

export { configPath };

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

/**
 * What is said of one engagement, of files that are no documents, or of the config. As long as nothing that
 * it comes from has changed, a part is the same object as when it was last asked for.
 */
export interface FindingsPart {
  /** Each part's own. */
  readonly key: string;
  /** By path; each path's by place. */
  readonly byPath: ReadonlyMap<string, readonly Finding[]>;
}

export interface FactsQuery {
  readonly asOf: IsoDate;
  readonly paths?: readonly string[];
  /** Only facts of these names; without it all. */
  readonly names?: ReadonlySet<string>;
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
  /**
   * Reads and judges everything again, config included, and answers for it once that is done; until then, and
   * where it is cancelled, answers are those for what was read before.
   */
  reload(cancellation?: Cancellation): Promise<void>;
  /**
   * Judges every engagement in small steps, giving the host its turns, so that what is asked next is answered
   * at once. What changes meanwhile is judged too.
   */
  settle(cancellation?: Cancellation): Promise<void>;
  readonly config: Config;
  /** All findings, part by part: for a shell that shows what is new and leaves what is not. */
  findings(): readonly FindingsPart[];
  /** Paths are files or folders relative to the root; none means all. */
  check(paths?: readonly string[]): CheckResult;
  questions(paths?: readonly string[]): readonly Question[];
  due(query: DueQuery): Promise<readonly DueItem[]>;
  facts(query: FactsQuery): Promise<readonly Fact[]>;
  /**
   * Rules of the due channel, or facts, that know less than they would with history: one line for an
   * engagement at most. Those of `check` stand in its result.
   */
  notRun(of: 'due' | 'facts', paths?: readonly string[]): readonly NotRun[];
  engagements(): readonly EngagementInfo[];
  /** The engagement that a governed document belongs to. */
  engagementOf(path: string): EngagementInfo | undefined;
  /** The text of a document or of the config as last read. */
  textOf(path: string): string | undefined;
  /** What is known of a position in a governed document. */
  hover(path: string, position: Position, asOf: IsoDate): Promise<Hover | undefined>;
  /** Where the name at a position of a governed document leads. */
  definition(path: string, position: Position): Definition | undefined;
  /** Edits of this file alone that leave no finding of it which a safe fix within it removes. */
  safeEdits(path: string): readonly TextEdit[];
}

/** Everything Outrigger knows of one workspace. The only door of the engine. */
export function createEngine(options: EngineOptions): Engine {
  const { workspace } = options;
  const registry = registryOf(options);
  const pathOfConfig = options.configPath ?? configPath;
  let config = readWorkspaceConfig(pathOfConfig, undefined);
  let configContent: FileContent | undefined;
  let holidays: Holidays | undefined;
  let index = indexFor(options, config, () => holidays);
  let loading: Promise<Holidays> | undefined;
  /** Until it reads everything in turns for the first time. */
  let isCold = true;
  /** By region and the year that its holidays are computed around. */
  const prepared = new Map<string, Promise<void>>();
  /** What is being read to take the place of the index; it is told of changes too. */
  const aside = new Set<WorkspaceIndex>();
  let parts = new Map<string, FindingsPart>();
  let ofStrays = new WeakMap<Stray['problems'], readonly Finding[]>();
  let calendar = new WeakMap<Evaluation, CalendarAnswers>();

  function setConfig(content: FileContent | undefined): void {
    config = readWorkspaceConfig(pathOfConfig, content);
    configContent = content;
    index = indexFor(options, config, () => holidays);
    ofStrays = new WeakMap();
  }

  async function loadHolidaysIfNeeded(states: readonly EngagementState[], asOf: IsoDate): Promise<void> {
    if (!options.loadHolidays) return;
    const regions = states.flatMap(regionsOf);
    if (regions.length === 0) return;
    const loaded = await holidaysFrom(options.loadHolidays);
    if (workspace.pause) await prepareHolidays(loaded, regions, Number(asOf.slice(0, 4)));
  }

  /** Loaded once, whoever asks meanwhile; where that fails, anew by the next who asks. */
  function holidaysFrom(load: () => Promise<Holidays>): Promise<Holidays> {
    if (!loading) {
      loading = load().then((loaded) => {
        calendar = new WeakMap();
        return (holidays = loaded);
      });
      loading.catch(() => (loading = undefined));
    }
    return loading;
  }

  /** One region after the other, each once for a year; who asks meanwhile waits for what is under way. */
  async function prepareHolidays(of: Holidays, regions: readonly string[], year: number): Promise<void> {
    for (const region of new Set(regions.map(of.knownPart))) {
      const key = `${region} ${year}`;
      let done = prepared.get(key);
      if (!done) prepared.set(key, (done = prepareRegion(of, region, year)));
      await done;
    }
  }

  /** In a step of its own for each year about a day: within a rule they would make one long step. */
  async function prepareRegion(of: Holidays, region: string, year: number): Promise<void> {
    try {
      await workspace.pause?.(true);
      of.prepare(region);
      for (const each of [year, year + 1, year - 1].filter(hasHolidays)) {
        await workspace.pause?.(true);
        of.of(region, each);
      }
      await workspace.pause?.();
    } catch {
      // Whatever needs the day comes to the same place, and says so.
    }
  }

  /** Runs to the end, giving the host its turns. */
  async function inTurns<T>(steps: Generator<undefined, T, undefined>): Promise<T> {
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) return value;
      const turn = workspace.pause?.();
      if (turn) await turn;
    }
  }

  async function settleIndex(one: WorkspaceIndex, cancellation?: Cancellation): Promise<void> {
    for (let isSettled = false; !isSettled;) {
      isSettled = true;
      const version = one.version();
      for (const state of one.engagements()) {
        await inTurns(state.steps());
        if (cancellation?.aborted) return;
        if (one.version() === version) continue;
        isSettled = false;
        break;
      }
      if (isSettled && (await loadAskedHolidays(one))) isSettled = false;
    }
  }

  /** Loads the holidays where something that was judged depends on them; whether it has to be judged again. */
  async function loadAskedHolidays(one: WorkspaceIndex): Promise<boolean> {
    if (!options.loadHolidays || !one.engagements().some((state) => state.lacksHolidays())) return false;
    try {
      await holidaysFrom(options.loadHolidays);
      return true;
    } catch {
      // Where they cannot be had, no day is a holiday; whoever asks for a day is told why.
      return false;
    }
  }

  /** What the calendar says of an engagement, kept until its documents or the day change. */
  function answersFor(evaluation: Evaluation, asOf: IsoDate): CalendarAnswers {
    let answers = calendar.get(evaluation);
    if (answers?.asOf !== asOf) calendar.set(evaluation, (answers = { asOf }));
    return answers;
  }

  function part(key: string, byPath: FindingsPart['byPath']): FindingsPart {
    const known = parts.get(key);
    return known && sameFindings(known.byPath, byPath) ? known : { key, byPath };
  }

  function findingsOfStray(stray: Stray): readonly Finding[] {
    let findings = ofStrays.get(stray.problems);
    if (!findings) {
      findings = strayFindings(stray, registry.checkRules, config.config.rules);
      ofStrays.set(stray.problems, findings);
    }
    return findings;
  }

  function infoOf(state: EngagementState): EngagementInfo {
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
  }

  async function factsOf(
    evaluation: Evaluation,
    asOf: IsoDate,
    names?: ReadonlySet<string>,
  ): Promise<readonly Fact[]> {
    const answers = answersFor(evaluation, asOf);
    const context = contextOf(evaluation, asOf);
    if (names && !answers.facts) {
      const asked = registry.facts.filter(({ name }) => names.has(name));
      return await inTurns(runFacts(asked, evaluation, context));
    }
    answers.facts ??= await inTurns(runFacts(registry.facts, evaluation, context));
    return names ? answers.facts.filter(({ name }) => names.has(name)) : answers.facts;
  }

  function askedStates(paths: readonly string[] | undefined): readonly EngagementState[] {
    return index.engagements().filter(({ folder }) => mayHold(folder, paths));
  }

  function textOf(path: string): string | undefined {
    if (path !== pathOfConfig) return index.textOf(path);
    return configContent?.kind === 'text' ? configContent.text : undefined;
  }

  /** All that is said of one file that is no config. */
  function findingsOf(path: string): readonly Finding[] {
    const ofDocument = index.engagementOf(path)?.findings().get(path) ?? [];
    return [
      ...ofDocument,
      ...index.strays().flatMap((one) => (one.path === path ? findingsOfStray(one) : [])),
    ];
  }

  /** What there would be to say if the config were this text. */
  function underConfig(text: string): readonly Finding[] {
    const other = readWorkspaceConfig(pathOfConfig, { kind: 'text', text });
    const its = indexFor(options, other, () => holidays);
    its.restore(index.contents());
    const ofStray = (stray: Stray): readonly Finding[] =>
      strayFindings(stray, registry.checkRules, other.config.rules);
    return [...other.findings, ...everythingIn(its, ofStray)];
  }

  /** The text of a file with its safe fixes. The index is told of each text on the way, and of the first one again. */
  function mended(path: string, text: string): string {
    let now = text;
    const { texts } = applySafeFixes({
      findings: () =>
        path === pathOfConfig
          ? readWorkspaceConfig(path, { kind: 'text', text: now }).findings
          : findingsOf(path),
      everything: () => (path === pathOfConfig ? underConfig(now) : everythingIn(index, findingsOfStray)),
      // Without a text a file is not changed, and a fix is applied whole or not at all.
      textOf: (one) => (one === path ? now : undefined),
      change(_, changed) {
        now = changed;
        if (path !== pathOfConfig) index.update(path, { kind: 'text', text: now });
      },
    });
    return texts.get(path) ?? text;
  }

  function contextOf({ questions }: Evaluation, asOf: IsoDate): FactContext {
    return {
      asOf,
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
      // A later load may have begun anew already: its documents are not to be lost.
      if (cancellation?.aborted) return;
      setConfig(content);
      await index.load(cancellation);
      if (!cancellation?.aborted && options.loadHolidays) await settleIndex(index, cancellation);
    },
    update(path, content) {
      if (path === pathOfConfig) {
        const texts = index.contents();
        setConfig(content);
        index.restore(texts);
        return;
      }
      index.update(path, content);
      for (const next of aside) next.update(path, content);
    },
    async reload(cancellation) {
      const content = await workspace.read(pathOfConfig);
      if (cancellation?.aborted) return;
      const nextConfig = readWorkspaceConfig(pathOfConfig, content);
      const next = indexFor(options, nextConfig, () => holidays);
      aside.add(next);
      try {
        await next.load(cancellation, isCold);
        isCold = false;
        await workspace.pause?.(true);
        await settleIndex(next, cancellation);
      } finally {
        aside.delete(next);
      }
      if (cancellation?.aborted) return;
      config = nextConfig;
      configContent = content;
      index = next;
      ofStrays = new WeakMap();
    },
    settle: (cancellation) => settleIndex(index, cancellation),
    findings() {
      const now = index.engagements().map((state) => part(`engagement ${state.folder}`, state.findings()));
      const strays = index.strays().map((stray) => [stray.path, findingsOfStray(stray)] as const);
      now.push(part('strays', new Map(strays)), part('config', new Map([[pathOfConfig, config.findings]])));
      parts = new Map(now.map((one) => [one.key, one]));
      return now;
    },
    check(paths) {
      const tally = createCheckTally(config, registry.checkRules, paths);
      tally.add(index);
      return tally.result();
    },
    questions(paths) {
      const isAsked = pathFilter(paths);
      return askedStates(paths)
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
      await loadHolidaysIfNeeded(askedStates(paths), asOf);
      const isAsked = pathFilter(paths);
      const items: DueItem[] = [];
      for (const state of askedStates(paths)) {
        const evaluation = state.evaluate();
        const answers = answersFor(evaluation, asOf);
        const within = withinDays === undefined ? {} : { withinDays };
        const its =
          (withinDays === undefined ? answers.due : undefined) ??
          (await inTurns(
            runDue(registry.dueRules, evaluation.view, state.settings(), evaluation.deviations, {
              calendar: { asOf },
              ...within,
            }),
          ));
        if (withinDays === undefined) answers.due = its;
        items.push(...its);
      }
      return items
        .filter((item) => isAsked(item.path))
        .filter((item) => party === undefined || item.party === party || item.party === 'both')
        .filter((item) => person === undefined || item.person === person)
        .sort(compareItems);
    },
    async facts({ asOf, paths, names }) {
      await loadHolidaysIfNeeded(askedStates(paths), asOf);
      const isAsked = pathFilter(paths);
      const facts: Fact[] = [];
      for (const state of askedStates(paths)) facts.push(...(await factsOf(state.evaluate(), asOf, names)));
      return facts.filter((fact) => isAsked(fact.path)).sort(compareFacts);
    },
    engagements: () => index.engagements().map(infoOf),
    engagementOf(path) {
      const state = index.engagementOf(path);
      return state && infoOf(state);
    },
    notRun(of, paths) {
      const isAsked = pathFilter(paths);
      const asked = of === 'due' ? registry.dueRules : registry.facts;
      return index
        .engagements()
        .filter((state) => state.documents().some(({ path }) => isAsked(path)))
        .flatMap((state) => engagementNotRun(state, asked));
    },
    textOf,
    async hover(path, position, asOf) {
      const state = index.engagementOf(path);
      if (!state) return undefined;
      await loadHolidaysIfNeeded([state], asOf);
      const evaluation = state.evaluate();
      const document = documentIn(evaluation, path);
      const place = document && hoverPlace(document, position);
      if (!place) return undefined;
      const { view, viewWithDrafts } = evaluation;
      const facts = await factsOf(evaluation, asOf);
      return hoverAt(place, { view, viewWithDrafts, facts });
    },
    definition(path, position) {
      const evaluation = index.engagementOf(path)?.evaluate();
      const document = evaluation && documentIn(evaluation, path);
      return document && definitionAt(document, position, evaluation);
    },
    safeEdits(path) {
      const text = textOf(path);
      const content = index.contents().get(path);
      if (text === undefined) return [];
      try {
        return editsBetween(path, text, mended(path, text));
      } finally {
        if (content && index.textOf(path) !== text) index.update(path, content);
      }
    },
  };
}

/** All that is said of what an index holds. */
function everythingIn(
  index: WorkspaceIndex,
  ofStray: (stray: Stray) => readonly Finding[],
): readonly Finding[] {
  return [
    ...index.engagements().flatMap((state) => [...state.findings().values()].flat()),
    ...index.strays().flatMap(ofStray),
  ];
}

function documentIn({ view }: Evaluation, path: string): GovernedDocument | undefined {
  return view.everything.find((document) => document.path === path);
}

/**
 * What `check` of a new engine answers, engagement by engagement: what one was read from is let go before
 * the next is read, so that memory does not grow with their number. For a shell that asks once; of a
 * workspace whose files are read at once. Only folders that the paths can concern are read. A fix is called
 * safe only if it was tried and no error follows.
 */
export async function checkOnce(options: ImmediateOptions, paths?: readonly string[]): Promise<CheckResult> {
  const { workspace } = options;
  const pathOfConfig = options.configPath ?? configPath;
  const config = readWorkspaceConfig(pathOfConfig, workspace.read(pathOfConfig));
  const rules = registryOf(options).checkRules;
  const tally = createCheckTally(config, rules, paths);
  let holidays: Holidays | undefined;
  const index = indexFor(options, config, () => holidays);
  for (const folder of await index.outermostFolders()) {
    if (!mayHold(folder, paths)) continue;
    await index.loadFolder(folder);
    for (const state of index.engagements()) state.evaluate();
    if (options.loadHolidays && index.engagements().some((state) => state.lacksHolidays()))
      holidays = await options.loadHolidays();
    const added = tally.add(index);
    tally.refuse(
      refusedFixes({
        findings: () => added,
        everything: () => everythingIn(index, (stray) => strayFindings(stray, rules, config.config.rules)),
        textOf: (path) => index.textOf(path),
        change: (path, text) => index.update(path, { kind: 'text', text }),
      }),
    );
    index.forget();
    await workspace.pause?.();
  }
  if (pathFilter(paths)(pathOfConfig)) tally.refuse(await refusedInConfig(options, config));
  return tally.result();
}

/** The safe fixes of the config that an error follows. Everything hangs on it, so where there are any everything is read at once. */
async function refusedInConfig(
  options: ImmediateOptions,
  { path: pathOfConfig, findings }: WorkspaceConfig,
): Promise<ReadonlySet<Fix>> {
  if (!findings.some(({ fixes }) => fixes.some(({ safe }) => safe))) return new Set();
  const engine = createEngine(options);
  await engine.load();
  return refusedFixes({
    findings: () => findings,
    everything: () => engine.check().findings,
    textOf: (path) => (path === pathOfConfig ? engine.textOf(path) : undefined),
    change: (path, text) => engine.update(path, { kind: 'text', text }),
  });
}

function indexFor(
  options: EngineOptions,
  { config }: WorkspaceConfig,
  holidays: () => Holidays | undefined,
): WorkspaceIndex {
  const { checkRules } = registryOf(options);
  return createWorkspaceIndex({
    workspace: options.workspace,
    config,
    profiles: options.profiles,
    checkRules,
    holidays: options.loadHolidays && holidays,
  });
}

function registryOf({ registry }: EngineOptions): Registry {
  return registry ?? { checkRules, dueRules, facts: factDefinitions };
}

/** What the calendar says of an engagement as of a day, as far as it was asked for. */
interface CalendarAnswers {
  readonly asOf: IsoDate;
  due?: readonly DueItem[];
  facts?: readonly Fact[];
}

function sameFindings(a: FindingsPart['byPath'], b: FindingsPart['byPath']): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const [path, its] of a) if (b.get(path) !== its) return false;
  return true;
}

/** Countries, regions and `eves` whose days off count in an engagement. */
function regionsOf(state: EngagementState): readonly string[] {
  const { view, viewWithDrafts } = state.evaluate();
  return [
    ...statedHolidays(view),
    ...statedHolidays(viewWithDrafts),
    ...viewWithDrafts.rows('teams').flatMap(({ cells }) => cells.holidays?.value ?? []),
  ].filter(isRegion);
}

export { checkRules, dueRules, factDefinitions };
export { severityOf } from './rules/findings.ts';
export { templatesOf } from './templates-of.ts';
