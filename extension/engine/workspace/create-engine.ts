import type { Answered } from '../features/answer-written.ts';
import type { ApprovalRequest } from '../features/approving.ts';
import type { Asking } from '../model/asking.ts';
import type { CodeownersStanding } from '../kinds/ownership-map/codeowners-standing.ts';
import type { Definition } from '../features/definition.ts';
import type { FirstDate } from '../features/first-date.ts';
import type { SnapshotAnswer } from '../features/knowledge-snapshot.ts';
import type { Hover } from '../features/hover.ts';
import { kindsOffered, type KindsOffered } from '../features/kinds-offered.ts';
import type { Overview } from '../features/overview.ts';
import { rowsOffered, type NewDocument } from '../features/rows-offered.ts';
import type { Preparation, RecordQuery } from '../features/prepared-record.ts';
import type { OwnersImport, OwnersQuery } from '../features/imported-owners.ts';
import type { ResultsImport } from '../features/imported-results.ts';
import type { TableLine } from '../features/results-table.ts';
import type { SignoffStanding } from '../features/signoff-standing.ts';
import type { Signing, SigningRequest } from '../features/signing.ts';
import type { StartingRows } from '../features/starting-rows.ts';
import type { CheckResult, NotRun } from '../model/check-result.ts';
import type { Coverage } from '../model/coverage.ts';
import type { DueItem, Fact, Question, TextEdit } from '../model/finding.ts';
import type { Cancellation, FileContent } from '../model/ports.ts';
import type { Said } from '../model/said.ts';
import type { Position } from '../model/text.ts';
import { foldersAround } from '../model/file-paths.ts';
import type { IsoDate } from '../model/value.ts';
import type { Config } from '../parse/config.ts';
import type { ChangeLogAnswer } from '../report/change-log.ts';
import type { DocumentLogAnswer } from '../report/document-log.ts';
import type { OwnersPlatform } from '../parse/owner-rules.ts';
import type { EngagementClauses } from '../report/clause-matrix.ts';
import { creditsStanding, type CreditsStanding } from '../report/credits-standing.ts';
import { assembled } from '../report/export.ts';
import { knowledgeStanding, type KnowledgeStanding } from '../report/knowledge-standing.ts';
import type { Standing } from '../report/standing.ts';
import type { Rule } from '../rules/define.ts';
import { mayHold } from './asked-paths.ts';
import { answeredIn, askingIn } from './asking-in.ts';
import { CalendarAnswers } from './calendar-answers.ts';
import { changesIn, documentLogIn, signoffStandingIn } from './changes-in.ts';
import { clausesIn } from './clauses-in.ts';
import { codeownersIn } from './codeowners-in.ts';
import {
  definitionIn,
  dueIn,
  factsIn,
  notRunIn,
  peopleIn,
  personNamed,
  questionsIn,
} from './engagement-queries.ts';
import type { EngagementState } from './engagement-state.ts';
import type {
  ChangesQuery,
  DueQuery,
  EngagementInfo,
  Engine,
  EngineOptions,
  FactsQuery,
  FindingsPart,
  Leaver,
  LeaverQuery,
  Registry,
} from './engine.ts';
import { FindingsParts } from './findings-parts.ts';
import { hoverIn } from './hover-in.ts';
import { LateCalendar } from './late-calendar.ts';
import { LateHistory } from './late-history.ts';
import type { LostDocuments } from './lost-documents.ts';
import { importedIn, textReader } from './imported-in.ts';
import { approvingIn, leaverIn, signingIn } from './leavers.ts';
import { safeEditsIn } from './mended-in.ts';
import { ownersImportedIn } from './owners-imported-in.ts';
import { preparedIn } from './prepared-in.ts';
import { registryOf } from './registry.ts';
import { engagementData, firstDateIn, infoOf, overviewIn, standingIn } from './standings.ts';
import { snapshotIn } from './snapshot-in.ts';
import { createCheckTally } from './tally.ts';
import { whyIn } from './why-in.ts';
import { WorkspaceReading } from './workspace-reading.ts';

/** Everything Outrigger knows of one workspace. */
export function createEngine(options: EngineOptions): Engine {
  return new WorkspaceEngine(options);
}

class WorkspaceEngine implements Engine {
  readonly #profilesGiven: EngineOptions['profiles'];
  readonly #registry: Registry;
  readonly #calendar: LateCalendar;
  readonly #history: LateHistory;
  readonly #answers: CalendarAnswers;
  readonly #parts: FindingsParts;
  readonly #reading: WorkspaceReading;
  readonly #workspace: EngineOptions['workspace'];

  constructor(options: EngineOptions) {
    this.#profilesGiven = options.profiles;
    this.#workspace = options.workspace;
    this.#registry = registryOf(options);
    this.#calendar = new LateCalendar(options, () => this.#answers.forget());
    this.#history = new LateHistory(options);
    this.#answers = new CalendarAnswers(this.#registry, options.workspace);
    this.#parts = new FindingsParts(this.#registry.checkRules);
    this.#reading = new WorkspaceReading({
      ...options,
      checkRules: this.#registry.checkRules,
      calendar: this.#calendar,
      history: this.#history,
      onConfig: () => this.#parts.forgetStrays(),
    });
  }

  get config(): Config {
    return this.#reading.config.config;
  }

  load(cancellation?: Cancellation): Promise<void> {
    return this.#reading.load(cancellation);
  }

  update(path: string, content: FileContent | undefined): void {
    this.#reading.update(path, content);
  }

  reload(cancellation?: Cancellation): Promise<void> {
    return this.#reading.reload(cancellation);
  }

  lookAround(cancellation?: Cancellation): Promise<void> {
    return this.#reading.lookAround(cancellation);
  }

  lost(): readonly LostDocuments[] {
    return this.#parts.lost(this.#reading.governed, this.#reading.config);
  }

  settle(cancellation?: Cancellation): Promise<void> {
    return this.#reading.settle(cancellation);
  }

  refreshHistory(cancellation?: Cancellation): Promise<boolean> {
    return this.#history.refresh(cancellation);
  }

  findings(): readonly FindingsPart[] {
    return this.#parts.of(this.#reading.governed, this.#reading.config);
  }

  check(paths?: readonly string[]): CheckResult {
    const tally = createCheckTally(this.#reading.config, this.#registry.checkRules, { paths });
    tally.add(this.#reading.governed);
    tally.addLost();
    return tally.result();
  }

  coverage(paths?: readonly string[]): Coverage {
    const tally = createCheckTally(this.#reading.config, this.#registry.checkRules, {
      paths,
      withCoverage: true,
    });
    tally.add(this.#reading.governed);
    return tally.result().coverage!;
  }

  questions(paths?: readonly string[]): readonly Question[] {
    return questionsIn(this.#askedStates(paths), paths);
  }

  asking(path: string, first: readonly string[] = []): readonly Asking[] {
    return askingIn(this.#reading, path, first);
  }

  answered(path: string, key: string, answer: string): Answered | undefined {
    return answeredIn(this.#reading, path, key, answer);
  }

  async due(query: DueQuery): Promise<readonly DueItem[]> {
    await this.#calendar.prepareFor(this.#askedStates(query.paths), query.asOf);
    return await dueIn(this.#askedStates(query.paths), query, this.#answers);
  }

  async facts(query: FactsQuery): Promise<readonly Fact[]> {
    await this.#calendar.prepareFor(this.#askedStates(query.paths), query.asOf);
    const asked = this.#registry.facts.filter(({ name }) => query.names?.has(name) ?? true);
    await this.#history.prepareFor(this.#askedStates(query.paths), asked);
    return await factsIn(this.#askedStates(query.paths), query, this.#answers);
  }

  async snapshot(paths: readonly string[] | undefined, repository?: string): Promise<SnapshotAnswer> {
    return await snapshotIn(this.#askedStates(paths), this.#history, { repository, paths });
  }

  notRun(of: 'due' | 'facts', paths?: readonly string[]): readonly NotRun[] {
    const asked = of === 'due' ? this.#registry.dueRules : this.#registry.facts;
    return notRunIn(this.#states(), asked, paths);
  }

  engagements(): readonly EngagementInfo[] {
    return this.#states().map(infoOf);
  }

  engagementOf(path: string): EngagementInfo | undefined {
    const state = this.#reading.governed.engagementOf(path);
    return state && infoOf(state);
  }

  async standing(folder: string, asOf: IsoDate): Promise<Standing | undefined> {
    const state = await this.#prepared(this.#stateIn(folder), asOf);
    return state && (await standingIn(state, asOf, this.#answers));
  }

  async overview(folder: string, asOf: IsoDate): Promise<Overview | undefined> {
    const state = this.#stateIn(folder);
    return state && (await overviewIn(state, asOf, this.#answers, this.#calendar, this.#history));
  }

  async knowledge(folder: string): Promise<KnowledgeStanding | undefined> {
    const state = this.#stateIn(folder);
    if (state) await this.#history.prepareFor([state], this.#registry.facts);
    return state && knowledgeStanding(engagementData(state));
  }

  async credits(folder: string, asOf: IsoDate): Promise<CreditsStanding | undefined> {
    const state = await this.#prepared(this.#stateIn(folder), asOf);
    return state && creditsStanding(engagementData(state), asOf);
  }

  signoffStanding(path: string): SignoffStanding | undefined {
    const state = this.#reading.governed.engagementOf(path);
    return state && signoffStandingIn(state, path);
  }

  changes(folders: readonly string[], query: ChangesQuery): Promise<readonly ChangeLogAnswer[]> {
    return changesIn(this.#statesIn(folders), this.#history, query);
  }

  async documentLog(path: string): Promise<DocumentLogAnswer | undefined> {
    // Around what is there no more too.
    const [state] = foldersAround(path).flatMap((folder) => this.#stateIn(folder) ?? []);
    return state && (await documentLogIn(state, this.#history, path));
  }

  async codeowners(
    folder: string,
    platform: OwnersPlatform | undefined,
  ): Promise<CodeownersStanding | undefined> {
    const state = this.#stateIn(folder);
    return state && (await codeownersIn(state, platform, this.#history, this.#workspace));
  }

  async firstDate(path: string, asOf: IsoDate): Promise<FirstDate | undefined> {
    const state = await this.#prepared(this.#reading.governed.engagementOf(path), asOf);
    return state && (await firstDateIn(state, path, asOf, this.#answers));
  }

  kindsOffered(folder: string): KindsOffered | undefined {
    const state = this.#stateIn(folder);
    return state && kindsOffered(engagementData(state));
  }

  rowsOffered(folder: string, document: NewDocument): StartingRows | undefined {
    const state = this.#stateIn(folder);
    return state && rowsOffered(document, state.evaluate().viewWithDrafts);
  }

  async preparedRecord(folder: string, query: RecordQuery): Promise<Preparation | undefined> {
    const state = await this.#prepared(this.#stateIn(folder), query.asOf);
    return state && (await preparedIn(state, query, this.#calendar, this.#answers, this.#history));
  }

  importedResults(path: string, lines: readonly TableLine[]): ResultsImport | undefined {
    return importedIn(this.#reading, path, lines);
  }

  async importedOwners(folder: string, query: OwnersQuery): Promise<OwnersImport | undefined> {
    const state = this.#stateIn(folder);
    return state && (await ownersImportedIn(state, query, this.#history, textReader(this.#reading)));
  }

  personNamed(name: string, folders?: readonly string[]): string | undefined {
    return personNamed(this.#statesIn(folders), name);
  }

  people(folders?: readonly string[]): readonly string[] {
    return peopleIn(this.#statesIn(folders));
  }

  async leaver(folder: string, query: LeaverQuery): Promise<Leaver | undefined> {
    const { governed, config } = this.#reading;
    const state = await this.#prepared(this.#stateIn(folder), query.on);
    return state && leaverIn(state, query, governed, (stray) => this.#parts.ofStray(stray, config));
  }

  signing(path: string, request: SigningRequest): Signing | undefined {
    const state = this.#reading.governed.engagementOf(path);
    return state && signingIn(state, path, request);
  }

  approving(folder: string, request: ApprovalRequest): Signing | undefined {
    const state = this.#stateIn(folder);
    return state && approvingIn(state, request, this.config.zone);
  }

  whyHere(rule: Rule, path: string): readonly Said[] {
    return whyIn(rule, path, this.#reading, this.#profilesGiven);
  }

  clauses(folders: readonly string[]): readonly EngagementClauses[] {
    const rules = [...this.#registry.checkRules, ...this.#registry.dueRules];
    return this.#statesIn(folders).map((state) => clausesIn(state, rules));
  }

  assembled(folders: readonly string[]): readonly object[] {
    return this.#statesIn(folders).map((state) => assembled(engagementData(state)));
  }

  textOf(path: string): string | undefined {
    return this.#reading.textOf(path);
  }

  async hover(path: string, position: Position, asOf: IsoDate): Promise<Hover | undefined> {
    const { governed } = this.#reading;
    const state = await this.#prepared(governed.engagementOf(path), asOf);
    const from = { answers: this.#answers, history: this.#history, facts: this.#registry.facts, governed };
    return state && (await hoverIn(state, { path, position, asOf }, from));
  }

  definition(path: string, position: Position): Definition | undefined {
    return definitionIn(this.#reading.governed.engagementOf(path), path, position);
  }

  safeEdits(path: string): readonly TextEdit[] {
    return safeEditsIn(path, this.#reading, this.#parts, this.#registry);
  }

  #states(): readonly EngagementState[] {
    return this.#reading.governed.engagements();
  }

  #statesIn(folders?: readonly string[]): readonly EngagementState[] {
    return folders === undefined ? this.#states() : folders.flatMap((folder) => this.#stateIn(folder) ?? []);
  }

  #stateIn(folder: string): EngagementState | undefined {
    return this.#reading.governed.engagementIn(folder);
  }

  /** An engagement, if there is one, once the days off about a day are there that it names. */
  async #prepared(state: EngagementState | undefined, asOf: IsoDate): Promise<EngagementState | undefined> {
    if (state) await this.#calendar.prepareFor([state], asOf);
    return state;
  }

  #askedStates(paths: readonly string[] | undefined): readonly EngagementState[] {
    const isConcerned = mayHold(paths);
    return this.#states().filter(({ folder }) => isConcerned(folder));
  }
}
