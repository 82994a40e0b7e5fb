import type { CheckResult, NotRun } from '../model/check-result.ts';
import type { Coverage } from '../model/coverage.ts';
import type { GovernedDocument } from '../model/document.ts';
import type { DueItem, Fact, Finding, Question, TextEdit } from '../model/finding.ts';
import type { Cancellation, FileContent, Holidays, ImmediateWorkspace, Workspace } from '../model/ports.ts';
import type { Position } from '../model/text.ts';
import type { IsoDate, Side } from '../model/value.ts';
import type { Said } from '../model/said.ts';
import type { HistoryOf, NamedHistory } from './late-history.ts';
import type { LostDocuments } from './lost-documents.ts';
import type { ApprovalRequest } from '../features/approving.ts';
import type { Answered } from '../features/answer-written.ts';
import type { Asking } from '../model/asking.ts';
import type { CodeownersStanding } from '../kinds/ownership-map/codeowners-standing.ts';
import type { Definition } from '../features/definition.ts';
import type { FirstDate } from '../features/first-date.ts';
import type { Hover } from '../features/hover.ts';
import type { SnapshotAnswer } from '../features/knowledge-snapshot.ts';
import type { KindsOffered } from '../features/kinds-offered.ts';
import type { Overview } from '../features/overview.ts';
import type { Preparation, RecordQuery } from '../features/prepared-record.ts';
import type { NewDocument } from '../features/rows-offered.ts';
import type { OwnersImport, OwnersQuery } from '../features/imported-owners.ts';
import type { ResultsImport } from '../features/imported-results.ts';
import type { TableLine } from '../features/results-table.ts';
import type { SignoffStanding } from '../features/signoff-standing.ts';
import type { Signing, SigningRequest } from '../features/signing.ts';
import type { StartingRows } from '../features/starting-rows.ts';
import type { HandOver } from '../kinds/people/handed-over.ts';
import type { LeaverReport } from '../kinds/people/leaver-report.ts';
import type { Config } from '../parse/config.ts';
import type { ChangeLogAnswer, Since } from '../report/change-log.ts';
import type { OwnersPlatform } from '../parse/owner-rules.ts';
import type { EngagementClauses } from '../report/clause-matrix.ts';
import type { CreditsStanding } from '../report/credits-standing.ts';
import type { DocumentLogAnswer } from '../report/document-log.ts';
import type { KnowledgeStanding } from '../report/knowledge-standing.ts';
import type { Standing } from '../report/standing.ts';
import type { CheckRule, DueRule, FactDefinition, Rule } from '../rules/define.ts';

export interface EngineOptions {
  readonly workspace: Workspace;
  /** Replaces the profiles of config and engagements. */
  readonly profiles?: readonly string[];
  /** Where the config file stands, relative to the root. */
  readonly configPath?: string;
  /** Loads the holiday calendar when something first needs it. Without it no day is a holiday. */
  readonly loadHolidays?: () => Promise<Holidays>;
  /**
   * Reads the history of the repository around a folder when something first needs it, and gives the same one for two folders
   * of one repository. Without it nothing is said of what needs one.
   */
  readonly historyOf?: HistoryOf;
  /** How to read the histories of repositories that Paths name, by name in small letters. */
  readonly repositories?: ReadonlyMap<string, NamedHistory>;
  /**
   * With it nobody but `facts` waits for a history: everything else is judged without it, and this is called once it is
   * there. What is settled next is judged with it.
   */
  readonly onHistory?: () => void;
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

export interface ChangesQuery {
  readonly since: Since;
  /** Files or folders relative to the root; none means all. */
  readonly paths?: readonly string[];
}

/** A person, by key, and the last day. */
export interface LeaverQuery {
  readonly person: string;
  readonly on: IsoDate;
  /** The key of who takes over. */
  readonly to?: string | undefined;
}

export interface Leaver {
  readonly report: LeaverReport;
  /** Where the query names who takes over. */
  readonly handOver: HandOver | undefined;
}

/** One engagement with what a status shows of it. */
export interface EngagementInfo {
  readonly folder: string;
  readonly title: string;
  /** The engagement document of the model, drafts too. */
  readonly lead: GovernedDocument | undefined;
  readonly documents: readonly GovernedDocument[];
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
   * Looks at the Markdown that lies outside of all folders of engagements, of which nothing but front matter is read.
   * `load` does so by itself; after `reload` what was seen before counts until this has looked.
   */
  lookAround(cancellation?: Cancellation): Promise<void>;
  /** Documents in force that no engagement governs, by folder. */
  lost(): readonly LostDocuments[];
  /**
   * Judges every engagement in small steps, giving the host its turns, so that what is asked next is answered
   * at once. What changes meanwhile is judged too.
   */
  settle(cancellation?: Cancellation): Promise<void>;
  /**
   * Asks again for every history that was read. Resolves with whether one is another: what is settled next is judged with
   * it, and of what has not changed nothing is judged again.
   */
  refreshHistory(cancellation?: Cancellation): Promise<boolean>;
  readonly config: Config;
  /** All findings, part by part: for a shell that shows what is new and leaves what is not. */
  findings(): readonly FindingsPart[];
  /** Paths are files or folders relative to the root; none means all. */
  check(paths?: readonly string[]): CheckResult;
  /** How much is read, and what is not. The texts are read again for it. */
  coverage(paths?: readonly string[]): Coverage;
  questions(paths?: readonly string[]): readonly Question[];
  /**
   * The questions of a draft as they are put to a person, in the order in which most follows from the answers. Empty cells in
   * `first` are asked for before all others.
   */
  asking(path: string, first?: readonly string[]): readonly Asking[];
  /**
   * What an answer to one of these makes of a document, by the key of the question; with the place of a key or cell that holds
   * a value, what another value makes of it. Undefined where it cannot be written without losing something. The answer
   * must read as what is expected.
   */
  answered(path: string, key: string, answer: string): Answered | undefined;
  due(query: DueQuery): Promise<readonly DueItem[]>;
  facts(query: FactsQuery): Promise<readonly Fact[]>;
  /**
   * What the history of one repository says of components, for those who do not have it. Without a name it is the one around
   * the engagements of these paths, else one of `repositories`.
   */
  snapshot(paths: readonly string[] | undefined, repository?: string): Promise<SnapshotAnswer>;
  /**
   * Rules of the due channel, or facts, that know less than they would with history: one line for an
   * engagement at most. Those of `check` stand in its result.
   */
  notRun(of: 'due' | 'facts', paths?: readonly string[]): readonly NotRun[];
  engagements(): readonly EngagementInfo[];
  /** The engagement that a governed document belongs to. */
  engagementOf(path: string): EngagementInfo | undefined;
  /** Where one engagement stands; undefined where the folder holds none. */
  standing(folder: string, asOf: IsoDate): Promise<Standing | undefined>;
  /** The same with its documents, as a tree shows it: one object until its documents or the day change. */
  overview(folder: string, asOf: IsoDate): Promise<Overview | undefined>;
  /** Who worked on its components, as the history says it, beside its knowledge transfer. */
  knowledge(folder: string): Promise<KnowledgeStanding | undefined>;
  /** What its results earn in service credits as of a day, and what can be claimed. */
  credits(folder: string, asOf: IsoDate): Promise<CreditsStanding | undefined>;
  /** What sign-offs say of a governed document, and what has changed since; undefined where nobody signs it. */
  signoffStanding(path: string): SignoffStanding | undefined;
  /** What was done with the documents of engagements, commit by commit, as the history says it, or why that is not known. */
  changes(folders: readonly string[], query: ChangesQuery): Promise<readonly ChangeLogAnswer[]>;
  /**
   * What became of a governed document that is there or was, and who signed which content of it; undefined where the path never
   * was one.
   */
  documentLog(path: string): Promise<DocumentLogAnswer | undefined>;
  /** What its Components say to CODEOWNERS, and what that file says, as a platform reads it. */
  codeowners(folder: string, platform: OwnersPlatform | undefined): Promise<CodeownersStanding | undefined>;
  /** The date to tell first of those that follow from one document alone. */
  firstDate(path: string, asOf: IsoDate): Promise<FirstDate | undefined>;
  /** What an engagement still needs, what it may have, and what it has. */
  kindsOffered(folder: string): KindsOffered | undefined;
  /** What a new document of an engagement may begin with, and what it may not say again. */
  rowsOffered(folder: string, document: NewDocument): StartingRows | undefined;
  /** The next record of a meeting, or why there is none to begin; undefined where the folder holds no engagement. */
  preparedRecord(folder: string, query: RecordQuery): Promise<Preparation | undefined>;
  /** What a table of results would change in a record; undefined where no governed document has this path. */
  importedResults(path: string, lines: readonly TableLine[]): ResultsImport | undefined;
  /** What a file of owners makes of an ownership map; undefined where the folder holds no engagement, or the map is not there. */
  importedOwners(folder: string, query: OwnersQuery): Promise<OwnersImport | undefined>;
  /** The key of a person as the active documents write it; of these engagements alone where folders are given. */
  personNamed(name: string, folders?: readonly string[]): string | undefined;
  /** Keys of people in active documents, of these engagements alone where folders are given. */
  people(folders?: readonly string[]): readonly string[];
  /**
   * What hangs on a person of an engagement who leaves, and what can be written where somebody else takes over; undefined
   * where one of the two is no person. Nothing is changed.
   */
  leaver(folder: string, query: LeaverQuery): Promise<Leaver | undefined>;
  /** The sign-off files of a governed document; undefined where the path is none. */
  signing(path: string, request: SigningRequest): Signing | undefined;
  /** The sign-off files of documents of an engagement that a request approved; undefined where the folder holds none. */
  approving(folder: string, request: ApprovalRequest): Signing | undefined;
  /** Sentences that say what turns a rule on or off at a path. */
  whyHere(rule: Rule, path: string): readonly Said[];
  /** How engagements answer the clauses of the lists in force. */
  clauses(folders: readonly string[]): readonly EngagementClauses[];
  /** Engagements as data, each as `schemas/engagement.json` describes it. */
  assembled(folders: readonly string[]): readonly object[];
  /** The text of a document or of the config as last read. */
  textOf(path: string): string | undefined;
  /** What is known of a position in a governed document. */
  hover(path: string, position: Position, asOf: IsoDate): Promise<Hover | undefined>;
  /** Where the name at a position of a governed document leads. */
  definition(path: string, position: Position): Definition | undefined;
  /** Edits of this file alone that leave no finding of it which a safe fix within it removes. */
  safeEdits(path: string): readonly TextEdit[];
}
