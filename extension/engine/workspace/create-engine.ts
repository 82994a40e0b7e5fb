import { definitionAt, type Definition } from '../features/definition.ts';
import { editsBetween } from '../features/edits-between.ts';
import type { FirstDate } from '../features/first-date.ts';
import { hoverAt, hoverPlace, type Hover } from '../features/hover.ts';
import { kindsOffered, type KindsOffered } from '../features/kinds-offered.ts';
import type { Overview } from '../features/overview.ts';
import type { CheckResult, NotRun } from '../model/check-result.ts';
import { configPath } from '../model/config-path.ts';
import type { GovernedDocument } from '../model/document.ts';
import { foldersAround } from '../model/file-paths.ts';
import type { DueItem, Fact, Finding, Question, TextEdit } from '../model/finding.ts';
import type { Cancellation, FileContent } from '../model/ports.ts';
import type { Position } from '../model/text.ts';
import type { IsoDate } from '../model/value.ts';
import type { Config } from '../parse/config.ts';
import { assembled } from '../report/export.ts';
import type { Standing } from '../report/standing.ts';
import { whyHere } from '../report/why-here.ts';
import type { Rule } from '../rules/define.ts';
import type { Evaluation } from '../rules/evaluate.ts';
import { compareQuestions, toQuestion } from '../rules/findings.ts';
import { compareItems } from '../rules/run-due.ts';
import { compareFacts } from '../rules/run-facts.ts';
import { strayFindings } from '../rules/stray-findings.ts';
import { mayHold, pathFilter } from './asked-paths.ts';
import { CalendarAnswers } from './calendar-answers.ts';
import { readWorkspaceConfig, type WorkspaceConfig } from './config.ts';
import { engagementNotRun } from './engagement-not-run.ts';
import type { EngagementState } from './engagement-state.ts';
import type {
  DueQuery,
  EngagementInfo,
  Engine,
  EngineOptions,
  FactsQuery,
  FindingsPart,
  Registry,
} from './engine.ts';
import { everythingSaid } from './everything-said.ts';
import { FindingsParts } from './findings-parts.ts';
import { GovernedWorkspace } from './governed-workspace.ts';
import { inTurns } from './in-turns.ts';
import { LateCalendar } from './late-calendar.ts';
import { mended } from './mended.ts';
import { registryOf } from './registry.ts';
import { engagementData, Standings } from './standings.ts';
import { createCheckTally } from './tally.ts';

/** Everything Outrigger knows of one workspace. */
export function createEngine(options: EngineOptions): Engine {
  return new WorkspaceEngine(options);
}

class WorkspaceEngine implements Engine {
  readonly #options: EngineOptions;
  readonly #registry: Registry;
  readonly #pathOfConfig: string;
  readonly #calendar: LateCalendar;
  readonly #answers: CalendarAnswers;
  readonly #standings: Standings;
  readonly #parts: FindingsParts;
  #config: WorkspaceConfig;
  #configContent: FileContent | undefined;
  #governed: GovernedWorkspace;
  /** Until it reads everything in turns for the first time. */
  #isCold = true;
  /** What is being read to take the place of what is governed now; it is told of changes too. */
  readonly #aside = new Set<GovernedWorkspace>();

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#registry = registryOf(options);
    this.#pathOfConfig = options.configPath ?? configPath;
    this.#calendar = new LateCalendar(options, () => this.#answers.forget());
    this.#answers = new CalendarAnswers(this.#registry, options.workspace);
    this.#standings = new Standings(this.#answers);
    this.#parts = new FindingsParts(this.#registry.checkRules);
    this.#config = readWorkspaceConfig(this.#pathOfConfig, undefined);
    this.#governed = this.#governedBy(this.#config);
  }

  get config(): Config {
    return this.#config.config;
  }

  async load(cancellation?: Cancellation): Promise<void> {
    const content = await this.#options.workspace.read(this.#pathOfConfig);
    // A later load may have begun anew already: its documents are not to be lost.
    if (cancellation?.aborted) return;
    this.#setConfig(content);
    const governed = this.#governed;
    await governed.load(cancellation);
    if (!cancellation?.aborted && this.#options.loadHolidays) await this.#settle(governed, cancellation);
  }

  update(path: string, content: FileContent | undefined): void {
    if (path === this.#pathOfConfig) {
      const contents = this.#governed.contents();
      this.#setConfig(content);
      this.#governed.restore(contents);
      return;
    }
    this.#governed.update(path, content);
    for (const next of this.#aside) next.update(path, content);
  }

  async reload(cancellation?: Cancellation): Promise<void> {
    const { workspace } = this.#options;
    const content = await workspace.read(this.#pathOfConfig);
    if (cancellation?.aborted) return;
    const config = readWorkspaceConfig(this.#pathOfConfig, content);
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
    this.#config = config;
    this.#configContent = content;
    this.#governed = next;
    this.#parts.forgetStrays();
  }

  settle(cancellation?: Cancellation): Promise<void> {
    return this.#settle(this.#governed, cancellation);
  }

  findings(): readonly FindingsPart[] {
    return this.#parts.of(this.#governed, this.#config);
  }

  check(paths?: readonly string[]): CheckResult {
    const tally = createCheckTally(this.#config, this.#registry.checkRules, paths);
    tally.add(this.#governed);
    return tally.result();
  }

  questions(paths?: readonly string[]): readonly Question[] {
    const isAsked = pathFilter(paths);
    return this.#askedStates(paths)
      .flatMap((state) => [...state.evaluate().questions.values()].flat())
      .filter(({ place }) => isAsked(place.document.path))
      .map(toQuestion)
      .sort(compareQuestions);
  }

  async due({ asOf, withinDays, party, person, paths }: DueQuery): Promise<readonly DueItem[]> {
    await this.#calendar.prepareFor(this.#askedStates(paths), asOf);
    const isAsked = pathFilter(paths);
    const items: DueItem[] = [];
    for (const state of this.#askedStates(paths))
      items.push(...(await this.#answers.due(state, asOf, withinDays)));
    return items
      .filter((item) => isAsked(item.path))
      .filter((item) => party === undefined || item.party === party || item.party === 'both')
      .filter((item) => person === undefined || item.person === person)
      .sort(compareItems);
  }

  async facts({ asOf, paths, names }: FactsQuery): Promise<readonly Fact[]> {
    await this.#calendar.prepareFor(this.#askedStates(paths), asOf);
    const isAsked = pathFilter(paths);
    const facts: Fact[] = [];
    for (const state of this.#askedStates(paths))
      facts.push(...(await this.#answers.facts(state.evaluate(), asOf, names)));
    return facts.filter((fact) => isAsked(fact.path)).sort(compareFacts);
  }

  notRun(of: 'due' | 'facts', paths?: readonly string[]): readonly NotRun[] {
    const isAsked = pathFilter(paths);
    const asked = of === 'due' ? this.#registry.dueRules : this.#registry.facts;
    return this.#governed
      .engagements()
      .filter((state) => state.documents().some(({ path }) => isAsked(path)))
      .flatMap((state) => engagementNotRun(state, asked));
  }

  engagements(): readonly EngagementInfo[] {
    return this.#governed.engagements().map(infoOf);
  }

  engagementOf(path: string): EngagementInfo | undefined {
    const state = this.#governed.engagementOf(path);
    return state && infoOf(state);
  }

  async standing(folder: string, asOf: IsoDate): Promise<Standing | undefined> {
    const state = this.#stateIn(folder);
    if (!state) return undefined;
    await this.#calendar.prepareFor([state], asOf);
    return await this.#standings.standing(state, asOf);
  }

  async overview(folder: string, asOf: IsoDate): Promise<Overview | undefined> {
    const state = this.#stateIn(folder);
    if (!state) return undefined;
    await this.#calendar.prepareFor([state], asOf);
    return await this.#standings.overview(state, asOf);
  }

  async firstDate(path: string, asOf: IsoDate): Promise<FirstDate | undefined> {
    const state = this.#governed.engagementOf(path);
    if (!state) return undefined;
    await this.#calendar.prepareFor([state], asOf);
    return await this.#standings.firstDate(state, path, asOf);
  }

  kindsOffered(folder: string): KindsOffered | undefined {
    const state = this.#stateIn(folder);
    return state && kindsOffered(engagementData(state));
  }

  personNamed(name: string): string | undefined {
    for (const { view } of this.#evaluations()) {
      const named = view.findWho(name);
      if (named?.is === 'person') return named.name;
    }
    return undefined;
  }

  people(): readonly string[] {
    return this.#evaluations().flatMap(({ view }) =>
      view.rows('people').flatMap(({ cells }) => cells.person?.value ?? []),
    );
  }

  whyHere(rule: Rule, path: string): readonly string[] {
    const state = [path, ...foldersAround(path)].flatMap((folder) => this.#stateIn(folder) ?? [])[0];
    return whyHere(rule, {
      engagement: state && {
        profiles: [...state.settings().profiles],
        view: state.evaluate().view,
      },
      profilesGiven: this.#options.profiles,
      config: {
        path: this.#pathOfConfig,
        text: this.textOf(this.#pathOfConfig) ?? '',
        profiles: this.config.profiles,
        rules: this.config.rules,
      },
    });
  }

  assembled(folders: readonly string[]): readonly object[] {
    return folders.flatMap((folder) => {
      const state = this.#stateIn(folder);
      return state ? [assembled(engagementData(state))] : [];
    });
  }

  textOf(path: string): string | undefined {
    if (path !== this.#pathOfConfig) return this.#governed.textOf(path);
    return this.#configContent?.kind === 'text' ? this.#configContent.text : undefined;
  }

  async hover(path: string, position: Position, asOf: IsoDate): Promise<Hover | undefined> {
    const state = this.#governed.engagementOf(path);
    if (!state) return undefined;
    await this.#calendar.prepareFor([state], asOf);
    const evaluation = state.evaluate();
    const document = documentIn(evaluation, path);
    const place = document && hoverPlace(document, position);
    if (!place) return undefined;
    const { view, viewWithDrafts } = evaluation;
    const facts = await this.#answers.facts(evaluation, asOf);
    return hoverAt(place, { view, viewWithDrafts, facts });
  }

  definition(path: string, position: Position): Definition | undefined {
    const evaluation = this.#governed.engagementOf(path)?.evaluate();
    const document = evaluation && documentIn(evaluation, path);
    return document && definitionAt(document, position, evaluation);
  }

  safeEdits(path: string): readonly TextEdit[] {
    const text = this.textOf(path);
    if (text === undefined) return [];
    return editsBetween(
      path,
      text,
      path === this.#pathOfConfig ? this.#mendedConfig(text) : this.#mended(path, text),
    );
  }

  /** What is governed is told of each text on the way, and of the first one again. */
  #mended(path: string, text: string): string {
    const governed = this.#governed;
    const content = governed.contents().get(path);
    const ofStray = (stray: Parameters<FindingsParts['ofStray']>[0]): readonly Finding[] =>
      this.#parts.ofStray(stray, this.#config);
    try {
      return mended({
        path,
        text,
        findings: () => [
          ...(governed.engagementOf(path)?.findings().get(path) ?? []),
          ...governed.strays().flatMap((stray) => (stray.path === path ? ofStray(stray) : [])),
        ],
        everything: () => everythingSaid(governed, ofStray),
        change: (now) => governed.update(path, { kind: 'text', text: now }),
      });
    } finally {
      if (content && governed.textOf(path) !== text) governed.update(path, content);
    }
  }

  #mendedConfig(text: string): string {
    const read = (now: string): WorkspaceConfig =>
      readWorkspaceConfig(this.#pathOfConfig, { kind: 'text', text: now });
    return mended({
      path: this.#pathOfConfig,
      text,
      findings: (now) => read(now).findings,
      everything: (now) => this.#saidUnder(read(now)),
      change: () => undefined,
    });
  }

  /** What there would be to say under another config. */
  #saidUnder(config: WorkspaceConfig): readonly Finding[] {
    const governed = this.#governedBy(config);
    governed.restore(this.#governed.contents());
    const { rules } = config.config;
    const said = everythingSaid(governed, (stray) => strayFindings(stray, this.#registry.checkRules, rules));
    return [...config.findings, ...said];
  }

  #setConfig(content: FileContent | undefined): void {
    this.#config = readWorkspaceConfig(this.#pathOfConfig, content);
    this.#configContent = content;
    this.#governed = this.#governedBy(this.#config);
    this.#parts.forgetStrays();
  }

  #governedBy({ config }: WorkspaceConfig): GovernedWorkspace {
    const { workspace, profiles } = this.#options;
    const { checkRules } = this.#registry;
    return new GovernedWorkspace({
      workspace,
      config,
      profiles,
      checkRules,
      holidays: this.#calendar.loaded,
    });
  }

  #stateIn(folder: string): EngagementState | undefined {
    return this.#governed.engagements().find((state) => state.folder === folder);
  }

  #evaluations(): readonly Evaluation[] {
    return this.#governed.engagements().map((state) => state.evaluate());
  }

  #askedStates(paths: readonly string[] | undefined): readonly EngagementState[] {
    return this.#governed.engagements().filter(({ folder }) => mayHold(folder, paths));
  }

  async #settle(governed: GovernedWorkspace, cancellation?: Cancellation): Promise<void> {
    for (let isSettled = false; !isSettled;) {
      isSettled = true;
      const version = governed.version();
      for (const state of governed.engagements()) {
        await inTurns(this.#options.workspace, state.steps());
        if (cancellation?.aborted) return;
        if (governed.version() === version) continue;
        isSettled = false;
        break;
      }
      if (isSettled && (await this.#calendar.loadIfLacked(governed.engagements()))) isSettled = false;
    }
  }
}

function infoOf(state: EngagementState): EngagementInfo {
  const { view: _live, ...data } = engagementData(state);
  return { ...data, profiles: [...state.settings().profiles] };
}

function documentIn({ view }: Evaluation, path: string): GovernedDocument | undefined {
  return view.everything.find((document) => document.path === path);
}
