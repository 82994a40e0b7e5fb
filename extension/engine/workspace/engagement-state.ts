import type { Targets } from '../resolve/link-targets.ts';
import { leadOf } from '../resolve/lead.ts';
import type { GovernedDocument } from '../model/document.ts';
import { foldersAround } from '../model/file-paths.ts';
import type { Finding } from '../model/finding.ts';
import type { KnowledgeSnapshot } from '../model/knowledge.ts';
import type { Frame, Known } from '../model/frame.ts';
import { plainPath } from '../model/spelling.ts';
import type { Clocks } from '../model/clock.ts';
import type { FileContent, Holidays } from '../model/ports.ts';
import type { ReadOld, View } from '../model/engagement.ts';
import { unjudgedView, type EvaluateInput, type Evaluation } from '../rules/evaluate.ts';
import { compareFindings, isSaidAccepted, toFinding, type RuleSettings } from '../rules/findings.ts';
import type { CheckRule } from '../rules/define.ts';
import type { Remark } from '../rules/remark.ts';
import { EffectiveDocuments, type ReadOtherwise } from './effective-documents.ts';
import { isSameText } from './is-same-text.ts';
import { lateHolidays, type LateHolidays } from './late-holidays.ts';
import { createInForce, type InForce, type RulesOptions, type Rulings } from './rules-in-force.ts';
import { addTo } from '../values/add-to.ts';

export interface StateOptions extends RulesOptions {
  readonly rulings: Rulings;
  readonly targets: Targets;
  readonly readOtherwise: ReadOtherwise;
  /** Reads a text that is not kept as the document of a path. */
  readonly readText: (path: string, text: string) => GovernedDocument | undefined;
  /** The holiday calendar as far as it is loaded; absent where there is none to load. */
  readonly holidays: (() => Holidays | undefined) | undefined;
  /** The same list as long as they say the same. */
  readonly snapshots: () => readonly KnowledgeSnapshot[];
  readonly clocks: Clocks;
}

/** Those that are the same in every engagement and given from outside. */
export type SharedStateOptions = Omit<
  StateOptions,
  'rulings' | 'targets' | 'readOtherwise' | 'readText' | 'clocks'
>;

/** One engagement: its documents, and what was judged of them, kept for as long as nothing that it comes from changes. */
export class EngagementState {
  readonly folder: string;
  readonly #options: StateOptions;
  readonly #inForceFor: (own: readonly string[]) => InForce;
  readonly #effectiveDocuments: EffectiveDocuments;
  #documents: readonly GovernedDocument[] = [];
  #effective: readonly GovernedDocument[] | undefined;
  #inForceNow: InForce | undefined;
  #late: LateHolidays | undefined;
  /** Everything that a link of the engagement was ever held against, as plain paths. */
  readonly #askedTargets = new Set<string>();
  #known: Known = { holidays: 0, targets: 0 };
  /** What was judged last, as long as nothing has changed since. */
  #fresh: Evaluation | undefined;
  #history: Frame['history'];
  #files: Frame['files'] = new Map();
  /** What commits made of its documents, by path and text. */
  readonly #old = new Map<string, Map<string, GovernedDocument | undefined>>();
  #histories: Frame['others']['histories'] = new Map();
  #changes = 0;
  #findingOf = { inForce: undefined as InForce | undefined, known: new WeakMap<Remark, Finding>() };
  #judged:
    | { readonly evaluation: Evaluation; readonly findings: ReadonlyMap<string, readonly Finding[]> }
    | undefined;

  constructor(folder: string, options: StateOptions) {
    this.folder = folder;
    this.#options = options;
    this.#inForceFor = createInForce(options.rulings);
    this.#effectiveDocuments = new EffectiveDocuments(options.readOtherwise);
    this.#late = options.holidays && lateHolidays(options.holidays);
  }

  /** Governed documents by path, each with the status that holds for it. */
  documents(): readonly GovernedDocument[] {
    return (this.#effective ??= this.#effectiveDocuments.of(this.#documents));
  }

  setDocuments(documents: readonly GovernedDocument[]): void {
    this.#change();
    this.#documents = documents;
    this.#effective = undefined;
    this.#inForceNow = undefined;
  }

  /** Takes this document for the one of its path. */
  replace(document: GovernedDocument): void {
    this.setDocuments(this.#documents.map((one) => (one.path === document.path ? document : one)));
  }

  /** A path that a link may lead to came, went or has other headings; with a file its folders may come and go. */
  changeTarget(path: string): void {
    const plain = plainPath(path);
    if (![plain, ...foldersAround(plain)].some((at) => this.#askedTargets.has(at))) return;
    this.#known = { ...this.#known, targets: this.#known.targets + 1 };
    this.#change();
  }

  /** What is known of the history of its repository. */
  get history(): Frame['history'] {
    return this.#history;
  }

  setHistory(history: NonNullable<Frame['history']>): void {
    this.#history = history;
    this.#old.clear();
    this.#change();
  }

  /** Files that rules in force look at and that nobody has read yet. */
  filesLacked(): readonly string[] {
    const frame = { documents: this.documents(), history: this.#history };
    const wanted = [...this.rulesInForce()].flatMap(({ looksAt }) => looksAt?.(frame) ?? []);
    return [...new Set(wanted)].filter((path) => !this.#files.has(path));
  }

  /** Takes this for what a file holds that rules look at; undefined where it is not there. */
  setFile(path: string, content: FileContent | undefined): void {
    if (this.#files.has(path) && isSameText(this.#files.get(path), content)) return;
    this.#files = new Map(this.#files).set(path, content);
    this.#change();
  }

  /** The text of a file that rules look at. */
  textOfFile(path: string): string | undefined {
    const content = this.#files.get(path);
    return content?.kind === 'text' ? content.text : undefined;
  }

  /** Such a file came, changed or went. */
  changeFile(path: string, content: FileContent | undefined): void {
    if (this.#files.has(path)) this.setFile(path, content);
  }

  /** What is known of the history of a repository that its Paths name. */
  setHistoryOf(name: string, history: NonNullable<Frame['history']>): void {
    this.#histories = new Map([...this.#histories, [name, history]]);
    this.#change();
  }

  /** Snapshots say something else. */
  changeSnapshots(): void {
    this.#change();
  }

  /** Rules of `check` in force. */
  rulesInForce(): Iterable<CheckRule> {
    return this.#inForce().severities.keys();
  }

  settings(): RuleSettings {
    return this.#inForce().settings;
  }

  /** Active documents and drafts as they are now; nothing is judged for it. */
  view(): View {
    return this.#fresh?.viewWithDrafts ?? unjudgedView(this.#input());
  }

  evaluate(): Evaluation {
    this.#renewHolidays();
    return (this.#fresh ??= this.#inForce().evaluator.evaluate(this.#input()));
  }

  /** The same in small steps. */
  *steps(): Generator<undefined, Evaluation, undefined> {
    this.#renewHolidays();
    if (this.#fresh) return this.#fresh;
    const before = this.#changes;
    const evaluation = yield* this.#inForce().evaluator.steps(this.#input());
    // What changed meanwhile was judged as it was when this began.
    if (this.#changes === before) this.#fresh = evaluation;
    return evaluation;
  }

  /** Findings by path, each path's by place; the same object as long as nothing that they come from has changed. */
  findings(): ReadonlyMap<string, readonly Finding[]> {
    const evaluation = this.evaluate();
    if (this.#judged?.evaluation !== evaluation)
      this.#judged = {
        evaluation,
        findings: byPath(evaluation, (said) => this.finding(said), this.#judged?.findings),
      };
    return this.#judged.findings;
  }

  finding(said: Remark): Finding {
    const inForce = this.#inForce();
    if (this.#findingOf.inForce !== inForce) this.#findingOf = { inForce, known: new WeakMap() };
    const { known } = this.#findingOf;
    let finding = known.get(said);
    if (!finding)
      known.set(
        said,
        (finding = toFinding(said, inForce.severities.get(said.rule) ?? said.rule.meta.severity)),
      );
    return finding;
  }

  /** Whether what was judged last would be judged otherwise with a holiday calendar that is not loaded yet. */
  lacksHolidays(): boolean {
    return this.#late?.wasMissed() === true && this.#options.holidays?.() === undefined;
  }

  #change(): void {
    this.#changes++;
    this.#fresh = undefined;
  }

  /** Once a calendar that somebody asked for is there, everything is judged anew with it. */
  #renewHolidays(): void {
    const { holidays } = this.#options;
    if (!holidays || !this.#late?.wasMissed() || !holidays()) return;
    this.#late = lateHolidays(holidays);
    this.#known = { ...this.#known, holidays: this.#known.holidays + 1 };
    this.#change();
  }

  #inForce(): InForce {
    return (this.#inForceNow ??= this.#inForceFor(leadOf(this.#documents)?.keys.profiles?.value ?? []));
  }

  /** What is judged of the engagement depends on this. */
  frame(): Frame {
    const { config } = this.#options;
    return {
      folder: this.folder,
      documents: this.documents(),
      profiles: this.settings().profiles,
      holidays: config.holidays,
      language: config.language,
      zone: config.zone,
      countsPeople: config.countsPeople,
      needsSignedCommits: config.needsSignedCommits,
      known: this.#known,
      history: this.#history,
      files: this.#files,
      others: { histories: this.#histories, snapshots: this.#options.snapshots() },
    };
  }

  #input(): EvaluateInput {
    const { clocks } = this.#options;
    const { holidays } = this.#late ?? {};
    return {
      frame: this.frame(),
      holidays,
      clocks,
      targets: this.#recordedTargets,
      readOld: this.#readOld,
    };
  }

  readonly #readOld: ReadOld = (path, old) => {
    let its = this.#old.get(path);
    if (!its) this.#old.set(path, (its = new Map<string, GovernedDocument | undefined>()));
    if (!its.has(old.text)) its.set(old.text, this.#options.readText(path, old.text));
    return its.get(old.text);
  };

  readonly #recordedTargets: Targets = {
    spelled: (path) => {
      this.#askedTargets.add(plainPath(path));
      return this.#options.targets.spelled(path);
    },
    anchorsOf: (path) => {
      this.#askedTargets.add(plainPath(path));
      return this.#options.targets.anchorsOf(path);
    },
    exists: (path) => {
      this.#askedTargets.add(plainPath(path));
      return this.#options.targets.exists(path);
    },
  };
}

/** What holds of an evaluation once deviations are taken out; a list that has not changed is the one from before. */
function byPath(
  { said, deviations }: Evaluation,
  findingOf: (said: Remark) => Finding,
  before: ReadonlyMap<string, readonly Finding[]> = new Map(),
): ReadonlyMap<string, readonly Finding[]> {
  const paths = new Map<string, Finding[]>();
  for (const one of said) {
    if (isSaidAccepted(one, deviations)) continue;
    const finding = findingOf(one);
    addTo(paths, finding.path, finding);
  }
  const kept = new Map<string, readonly Finding[]>();
  for (const [path, its] of paths) {
    its.sort(compareFindings);
    const old = before.get(path);
    const isSame = old?.length === its.length && old.every((finding, i) => finding === its[i]);
    kept.set(path, isSame ? old : its);
  }
  return kept;
}
