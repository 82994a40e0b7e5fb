import type { CheckRule, DueRule, FactContext, FactDefinition, Rule } from './rules/define.ts';
import { checkRules, dueRules, facts as factDefinitions } from './kinds/generated/registry.ts';
import type { CheckResult, NotRun } from './model/check-result.ts';
import type { GovernedDocument } from './model/document.ts';
import { holdsRegion, statedHolidays } from './index/work-days.ts';
import type { View } from './model/engagement.ts';
import type { DueItem, Fact, Finding, Question } from './model/finding.ts';
import type { Cancellation, FileContent, Holidays, Workspace } from './model/ports.ts';
import type { IsoDate, Side } from './model/value.ts';
import { readConfig, emptyConfig, type Config, type ConfigProblem } from './parse/config.ts';
import { configFindings } from './rules/config-findings.ts';
import { compareFindings, compareText, isAccepted, severityOf, toQuestion } from './rules/findings.ts';
import { notRunIn } from './rules/not-run.ts';
import { strayFindings } from './rules/stray-findings.ts';
import { isRuleName, ruleNames } from './rules/generated/rule-names.ts';
import { createWorkspaceIndex, type EngagementState } from './workspace-index.ts';
import { compareItems, runDue } from './rules/run-due.ts';
import { compareFacts, runFacts } from './rules/run-facts.ts';

export type { CheckResult, NotRun } from './model/check-result.ts';
export type { DueItem, Fact, Finding, Fix, Question, Severity, TextEdit } from './model/finding.ts';
export type { GovernedDocument } from './model/document.ts';
export type { View } from './model/engagement.ts';
export type { Position, Range } from './model/text.ts';
export type { Cancellation, FileContent, Holidays, Workspace } from './model/ports.ts';

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
  const { workspace, registry = { checkRules, dueRules, facts: factDefinitions } } = options;
  const pathOfConfig = options.configPath ?? configPath;
  let config: Config = emptyConfig;
  let findingsOfConfig: readonly Finding[] = [];
  let isConfigUnreadable = false;
  let index = createWorkspaceIndex({
    workspace,
    config,
    profiles: options.profiles,
    checkRules: registry.checkRules,
  });
  let holidays: Holidays | undefined;

  function setConfig(content: FileContent | undefined): void {
    const text = content?.kind === 'text' ? content.text : '';
    const read = readConfig(text, isRuleName, ruleNames);
    config = read.config;
    const unreadable = content && unreadableConfig(content);
    isConfigUnreadable = unreadable !== undefined;
    findingsOfConfig = configFindings(pathOfConfig, text, unreadable ? [unreadable] : read.problems);
    index = createWorkspaceIndex({
      workspace,
      config,
      profiles: options.profiles,
      checkRules: registry.checkRules,
    });
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

  function notRunOf(
    asked: readonly (Rule | FactDefinition)[],
    paths: readonly string[] | undefined,
  ): readonly NotRun[] {
    const isAsked = pathFilter(paths);
    return index.engagements().flatMap(({ documents, settings, evaluate }) => {
      if (!documents.some(({ path }) => isAsked(path))) return [];
      const inForce = asked.flatMap((one) => {
        if (!('code' in one)) return [{ id: one.name, unjudged: one.unjudged }];
        return severityOf(one, settings) === 'off' ? [] : [{ id: one.code, unjudged: one.unjudged }];
      });
      return notRunIn(inForce, evaluate().view);
    });
  }

  return {
    get config() {
      return config;
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
      const isAsked = pathFilter(paths);
      const counts = { error: 0, warning: 0, info: 0, hint: 0 };
      const findings: Finding[] = findingsOfConfig.filter(({ path }) => isAsked(path));
      const profiles = new Set<string>(['base']);
      let engagements = 0;
      let documents = 0;
      let accepted = 0;
      let questions = 0;
      for (const state of index.engagements()) {
        if (!mayHold(state.folder, paths)) continue;
        const asked = state.documents.filter(({ path }) => isAsked(path)).length;
        if (asked === 0) continue;
        engagements++;
        documents += asked;
        for (const profile of state.settings.profiles) profiles.add(profile);
        const evaluation = state.evaluate();
        const deviations = state.deviations();
        for (const said of evaluation.said) {
          if (!isAsked(said.place.document.path)) continue;
          // What is wrong with Outrigger itself is nobody's to accept.
          if (!said.failed && isAccepted(said.rule, said.place, deviations)) accepted++;
          else findings.push(state.finding(said));
        }
        for (const [draft, its] of evaluation.questions) if (isAsked(draft.path)) questions += its.length;
      }
      const strays = index.strays().filter(({ path }) => isAsked(path));
      const settings = { profiles, severities: config.rules };
      for (const stray of strays) findings.push(...strayFindings(stray, registry.checkRules, settings));
      findings.sort(compareFindings);
      for (const { severity } of findings) counts[severity]++;
      return {
        profiles: [...profiles],
        summary: {
          engagements,
          documents,
          errors: counts.error,
          warnings: counts.warning,
          infos: counts.info,
          hints: counts.hint,
          accepted,
          questions,
        },
        notRun: notRunOf(registry.checkRules, paths),
        findings,
        unreadable: [
          ...(isConfigUnreadable && isAsked(pathOfConfig) ? [pathOfConfig] : []),
          ...strays.filter(({ unreadable }) => unreadable).map(({ path }) => path),
        ],
        failed: findings.some(({ messageId }) => messageId === 'failed'),
      };
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
        return runDue(registry.dueRules, view, state.settings, state.deviations(), { calendar, ...within });
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
    notRun: (of, paths) => notRunOf(of === 'due' ? registry.dueRules : registry.facts, paths),
    engagements: () =>
      index.engagements().map((state) => {
        const { view, viewWithDrafts } = state.evaluate();
        const lead = viewWithDrafts.lead;
        return {
          folder: state.folder,
          title: lead?.title ?? state.folder,
          lead,
          documents: state.documents,
          view,
          profiles: [...state.settings.profiles],
        };
      }),
    textOf: (path) => index.textOf(path),
  };
}

/** Whether a path is one of these files, or below one of these folders; no paths means all. */
function pathFilter(paths: readonly string[] | undefined): (path: string) => boolean {
  if (!paths || paths.length === 0) return () => true;
  const plain = paths.map(plainPath);
  const files = new Set(plain);
  const folders = plain.map((path) => (path === '' ? '' : `${path}/`));
  return (path) => files.has(path) || folders.some((folder) => path.startsWith(folder));
}

/** Whether one of these paths can be a document of this folder, or a folder around it. */
function mayHold(folder: string, paths: readonly string[] | undefined): boolean {
  if (!paths || paths.length === 0 || folder === '') return true;
  return paths
    .map(plainPath)
    .some((path) => path === '' || `${path}/`.startsWith(`${folder}/`) || folder.startsWith(`${path}/`));
}

/** A path without a slash at its end; the root is empty. */
function plainPath(path: string): string {
  return path.replace(/^\.?(?:\/|$)/, '').replace(/\/+$/, '');
}

function unreadableConfig(content: FileContent): ConfigProblem | undefined {
  if (content.kind === 'text') return undefined;
  const reason = content.kind === 'tooLarge' ? 'it is larger than 64 KiB' : content.reason;
  return { id: 'unreadable', data: { reason }, span: { start: 0, end: 0 } };
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
