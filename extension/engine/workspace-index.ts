import picomatch from 'picomatch';
import { catalogue } from './model/generated/catalogue.ts';
import type { GovernedDocument, ReadingProblem } from './model/document.ts';
import type { Finding } from './model/finding.ts';
import type { Cancellation, FileContent, Holidays, Workspace } from './model/ports.ts';
import type { IsoDate } from './model/value.ts';
import type { Config } from './parse/config.ts';
import { lateHolidays } from './late-holidays.ts';
import { createDocumentReader, type DocumentReader, type ReadDocument } from './parse/read-document.ts';
import type { Targets } from './index/link-targets.ts';
import type { CheckRule } from './rules/define.ts';
import { createEvaluator, type EvaluateInput, type Evaluation } from './rules/evaluate.ts';
import type { Said } from './rules/said.ts';
import {
  compareFindings,
  compareText,
  isSaidAccepted,
  rulesInForce,
  toFinding,
  type RuleSettings,
} from './rules/findings.ts';
import { boundsAround, holdsFarDate, readerWithin, type DateBounds } from './values/far-dates.ts';
import { createValueReader } from './values/read-value.ts';
import { folderOf, isMarkdown } from './model/file-paths.ts';

/**
 * One engagement with its evaluator. Functions and no accessors: each object literal with an accessor has a
 * hidden class of its own, which holds everything behind it until the next full collection.
 */
export interface EngagementState {
  readonly folder: string;
  /** Governed documents by path, each with the status that holds for it. */
  documents(): readonly GovernedDocument[];
  settings(): RuleSettings;
  evaluate(): Evaluation;
  /** The same in small steps. */
  steps(): Generator<undefined, Evaluation, undefined>;
  /** Findings by path, each path's by place; the same object as long as nothing that they come from has changed. */
  findings(): ReadonlyMap<string, readonly Finding[]>;
  finding(said: Said): Finding;
  /** Whether what was judged last would be judged otherwise with a holiday calendar that is not loaded yet. */
  lacksHolidays(): boolean;
}

export interface WorkspaceIndex {
  /** Where nothing has run yet and the host wants slices, the reader is warmed up first. */
  load(cancellation?: Cancellation, isCold?: boolean): Promise<void>;
  /** Lists the workspace; the folders that may hold engagements and lie in no other such folder, in order. */
  outermostFolders(): Promise<readonly string[]>;
  /** Reads what one of them holds. */
  loadFolder(folder: string): Promise<void>;
  /** Lets go of everything that was read. */
  forget(): void;
  /** A file below a folder that held no engagement when the workspace was read is known only if it was given here. */
  update(path: string, content: FileContent | undefined): void;
  /** Another number after each change. */
  version(): number;
  /** The engagement that a governed document belongs to. */
  engagementOf(path: string): EngagementState | undefined;
  /** By folder. */
  engagements(): readonly EngagementState[];
  textOf(path: string): string | undefined;
  /** Problems of files below an engagement that are no governed documents, by path. */
  strays(): readonly Stray[];
  contents(): ReadonlyMap<string, FileContent>;
  restore(contents: ReadonlyMap<string, FileContent>): void;
}

/** A file below an engagement that is not governed although somebody may think so. */
export interface Stray {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly ReadingProblem[];
  /** Nothing of it could be read. */
  readonly unreadable: boolean;
}

/** Files asked for before the first of them has come: a host answers one question as slowly as several. */
const readsAhead = 32;

/**
 * The governed documents of a workspace, grouped by engagement and kept up to date file by file.
 * Only Markdown below a folder with an engagement document is read (format.md section 2): where the
 * config names no folders, one that holds a file called `engagement.md`.
 */
export function createWorkspaceIndex(options: {
  readonly workspace: Workspace;
  readonly config: Config;
  readonly profiles: readonly string[] | undefined;
  readonly checkRules: readonly CheckRule[];
  /** The holiday calendar as far as it is loaded; absent where there is none to load. */
  readonly holidays?: (() => Holidays | undefined) | undefined;
}): WorkspaceIndex {
  const { workspace, config, checkRules } = options;
  const values = createValueReader(catalogue);
  const reader = createDocumentReader({ catalogue, values, aliases: config.aliases });
  /** By the bounds of the dates that they take. */
  const boundReaders = new WeakMap<DateBounds, DocumentReader>();
  const isEngagementFolder = config.engagements && folderMatcher(config.engagements);
  let contents = new Map<string, FileContent>();
  let read = new Map<string, ReadDocument>();
  const anchors = new Map<string, ReadonlySet<string>>();
  /** Documents that are read folder by folder and not now. */
  const unloaded = new Set<string>();
  /** What was updated since each load that is running began. */
  const touchedWhileLoading = new Set<Set<string>>();
  const byFolder = new Map<string, string[]>();
  /** Folders with a file that marks them. */
  let candidates: ReadonlySet<string> = new Set();
  /** The files that mark them: those that are there, read already or not. */
  let marks = new Set<string>();
  let states = new Map<string, MutableState>();
  let grouped = false;
  let version = 0;
  let straysOf: { readonly version: number; readonly strays: readonly Stray[] } | undefined;
  const targets: Targets = {
    anchorsOf(path) {
      const known = anchors.get(path);
      if (known) return known;
      // What was left for later, or let go, is read for its headings alone.
      const document = read.get(path) ?? readUnloaded(path);
      // Of a file that could not be read nobody knows the headings.
      if (!document || document.is === 'unreadable') return undefined;
      const found = new Set(document.headings.map(({ slug }) => slug));
      anchors.set(path, found);
      return found;
    },
    exists: (path) => contents.has(path) || workspace.exists(path),
  };

  /** A document of a folder that is not loaded now; nothing of it is kept but what its reader keeps. */
  function readUnloaded(path: string): ReadDocument | undefined {
    if (!unloaded.has(path)) return undefined;
    const content = workspace.read(path);
    return content && !isPromise(content) ? reader.read(path, content) : undefined;
  }

  /** What a link may lead to came, went or has other headings: those who have asked for it are asked again. */
  function changeTarget(path: string): void {
    for (const state of states.values()) state.changeTarget(path);
  }

  function isCandidate(path: string): boolean {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      if (candidates.has(folder)) return true;
      if (folder === '') return false;
    }
  }

  /** Whether a file makes its folder one that may hold an engagement. */
  function marksFolder(path: string): boolean {
    return isEngagementFolder ? isEngagementFolder(folderOf(path)) : /(?:^|\/)engagement\.md$/i.test(path);
  }

  function setCandidates(): void {
    candidates = new Set([...marks].map(folderOf));
    grouped = false;
    version++;
  }

  function setContent(path: string, content: FileContent | undefined): void {
    version++;
    const before = read.get(path);
    if (content === undefined) read.delete(path);
    else read.set(path, reader.read(path, content));
    const after = read.get(path);
    if (headingsOf(before) !== headingsOf(after)) {
      anchors.delete(path);
      changeTarget(path);
    }
    const old = before?.document;
    const now = after?.document;
    const folder = folderOfEngagement(path);
    if (grouped && old && now && old.kind === now.kind && folder !== undefined)
      states.get(folder)?.replace(now);
    else if (old || now) grouped = false;
  }

  function folderOfEngagement(path: string): string | undefined {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      if (states.has(folder)) return folder;
      if (folder === '') return undefined;
    }
  }

  function group(): void {
    const steps = grouping();
    while (!(steps.next().done ?? false));
  }

  /** In small steps; what changes meanwhile leaves it to whoever asks next. */
  function* grouping(): Generator<undefined, void, undefined> {
    if (grouped) return;
    const begun = version;
    const folders = new Map<string, GovernedDocument[]>();
    for (const { document } of read.values()) {
      if (document?.kind === 'engagement' && isCandidate(document.path))
        folders.set(folderOf(document.path), []);
    }
    yield;
    if (grouped || version !== begun) return;
    for (const { document } of read.values()) {
      if (!document) continue;
      for (let folder = folderOf(document.path); ; folder = folderOf(folder)) {
        const documents = folders.get(folder);
        if (documents) documents.push(document);
        if (documents || folder === '') break;
      }
    }
    const made = new Map<string, MutableState>();
    for (const folder of [...folders.keys()].sort(compareText)) {
      yield;
      // Another one is through by now, or there is something else to be grouped.
      if (grouped || version !== begun) return;
      const documents = folders.get(folder)!.sort((a, b) => compareText(a.path, b.path));
      const state = states.get(folder) ?? createState(folder);
      made.set(folder, state);
      state.setDocuments(documents);
    }
    states = made;
    grouped = true;
  }

  function boundReader(bounds: DateBounds): DocumentReader {
    let known = boundReaders.get(bounds);
    if (!known) {
      known = createDocumentReader({
        catalogue,
        values: readerWithin(values, bounds),
        aliases: config.aliases,
      });
      boundReaders.set(bounds, known);
    }
    return known;
  }

  function createState(folder: string): MutableState {
    let documents: readonly GovernedDocument[] = [];
    let effective: readonly GovernedDocument[] | undefined;
    let inForce:
      | { key: string; settings: RuleSettings; evaluator: ReturnType<typeof createEvaluator> }
      | undefined;
    const ended = new WeakMap<GovernedDocument, GovernedDocument>();
    let findings = new WeakMap<Said, Finding>();
    let judged: { evaluation: Evaluation; findings: ReadonlyMap<string, readonly Finding[]> } | undefined;
    let severities: ReturnType<typeof rulesInForce> = new Map();
    /** Everything that a link of the engagement was ever held against. */
    const asked = new Set<string>();
    let targetsVersion = 0;
    /** What was judged last, as long as nothing has changed since. */
    let fresh: Evaluation | undefined;
    let changes = 0;
    let late = options.holidays && lateHolidays(options.holidays);
    let around = { start: undefined as IsoDate | undefined, bounds: boundsAround(undefined) };
    const within = new WeakMap<
      GovernedDocument,
      { readonly bounds: DateBounds; readonly document: GovernedDocument }
    >();
    function change(): void {
      changes++;
      fresh = undefined;
    }
    const recorded: Targets = {
      anchorsOf(path) {
        asked.add(path);
        return targets.anchorsOf(path);
      },
      exists(path) {
        asked.add(path);
        return targets.exists(path);
      },
    };

    function effectiveDocuments(): readonly GovernedDocument[] {
      if (effective) return effective;
      const lead = leadIn(documents);
      // `phase: closed` ends every document (rules.md 1.3.8), but nothing active depends on a draft (1.3.7).
      const isClosed = lead?.keys.phase?.value === 'closed' && lead.status !== 'draft';
      const bounds = boundsFrom(lead?.keys.start?.value);
      const alone = boundsAround(undefined);
      effective = documents
        .map((document) =>
          withinBounds(document, lead?.status === 'draft' && document.status !== 'draft' ? alone : bounds),
        )
        .map((document) => (isClosed ? asEnded(document) : document));
      return effective;
    }

    /** The same object as long as the engagement starts on the same day. */
    function boundsFrom(start: IsoDate | undefined): DateBounds {
      if (around.start !== start) around = { start, bounds: boundsAround(start) };
      return around.bounds;
    }

    /** The document as it reads where a date outside of the bounds is none. */
    function withinBounds(document: GovernedDocument, bounds: DateBounds): GovernedDocument {
      const known = within.get(document);
      if (known?.bounds === bounds) return known.document;
      const content = contents.get(document.path);
      const isFar = content !== undefined && document.fields.some((field) => holdsFarDate(field, bounds));
      const its = (isFar ? boundReader(bounds).read(document.path, content).document : document) ?? document;
      within.set(document, { bounds, document: its });
      return its;
    }

    /** Once a calendar that somebody asked for is there, everything is judged anew with it. */
    function renewHolidays(): void {
      if (!late?.wasMissed() || !options.holidays?.()) return;
      late = lateHolidays(options.holidays);
      change();
    }

    function asEnded(document: GovernedDocument): GovernedDocument {
      if (document.status === 'ended') return document;
      let copy = ended.get(document);
      if (!copy) ended.set(document, (copy = { ...document, status: 'ended' }));
      return copy;
    }

    function current(): NonNullable<typeof inForce> {
      const own = leadIn(documents)?.keys.profiles?.value ?? [];
      const names = new Set(['base', ...(options.profiles ?? [...config.profiles, ...own])]);
      const key = [...names].join(' ');
      if (inForce?.key !== key) {
        const settings = { profiles: names, severities: config.rules };
        severities = rulesInForce(checkRules, settings);
        findings = new WeakMap();
        inForce = { key, settings, evaluator: createEvaluator([...severities.keys()]) };
      }
      return inForce;
    }

    function input(): EvaluateInput {
      const { profiles } = current().settings;
      return {
        folder,
        documents: effectiveDocuments(),
        profiles,
        defaultHolidays: config.holidays,
        defaultLanguage: config.language,
        holidays: late?.holidays,
        targets: recorded,
        targetsVersion,
      };
    }

    const state: MutableState = {
      folder,
      documents: effectiveDocuments,
      settings: () => current().settings,
      setDocuments(next) {
        change();
        documents = next;
        effective = undefined;
      },
      changeTarget(path) {
        // With a file its folders may come and go.
        for (let at = path; ; at = folderOf(at)) {
          if (asked.has(at)) {
            targetsVersion++;
            change();
            return;
          }
          if (at === '') return;
        }
      },
      replace(document) {
        change();
        documents = documents.map((one) => (one.path === document.path ? document : one));
        effective = undefined;
      },
      evaluate() {
        renewHolidays();
        return (fresh ??= current().evaluator.evaluate(input()));
      },
      *steps() {
        renewHolidays();
        if (fresh) return fresh;
        const before = changes;
        const evaluation = yield* current().evaluator.steps(input());
        // What changed meanwhile was judged as it was when this began.
        if (changes === before) fresh = evaluation;
        return evaluation;
      },
      findings() {
        const evaluation = state.evaluate();
        if (judged?.evaluation !== evaluation) {
          judged = { evaluation, findings: byPath(evaluation, state, judged?.findings) };
        }
        return judged.findings;
      },
      lacksHolidays: () => late?.wasMissed() === true && options.holidays?.() === undefined,
      finding(said) {
        let finding = findings.get(said);
        if (!finding)
          findings.set(
            said,
            (finding = toFinding(said, severities.get(said.rule) ?? said.rule.meta.severity)),
          );
        return finding;
      },
    };
    return state;
  }

  /** Every Markdown file below a folder that may hold an engagement, in order. */
  async function listDocuments(): Promise<readonly string[]> {
    const paths = (await workspace.list()).filter(isMarkdown);
    marks = new Set(paths.filter(marksFolder));
    setCandidates();
    return paths.filter(isCandidate).sort(compareText);
  }

  /** Code that runs for the first time does so in slices of its own, where the host wants slices. */
  async function warmUp(): Promise<void> {
    if (!workspace.pause) return;
    const steps = reader.warmUp();
    do await workspace.pause(true);
    while (!(steps.next().done ?? false));
    await workspace.pause(true);
  }

  async function loadFile(path: string): Promise<void> {
    const answer = workspace.read(path);
    const content = isPromise(answer) ? await answer : answer;
    if (!content) return;
    contents.set(path, content);
    setContent(path, content);
  }

  function outermostFolderOf(path: string): string | undefined {
    let outermost: string | undefined;
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      if (candidates.has(folder)) outermost = folder;
      if (folder === '') return outermost;
    }
  }

  return {
    async load(cancellation, isCold = false) {
      const touched = new Set<string>();
      touchedWhileLoading.add(touched);
      try {
        const paths = await listDocuments();
        // What came, changed or went while the workspace was listed.
        for (const path of touched) {
          const content = contents.get(path);
          if (marksFolder(path) && content) marks.add(path);
          else marks.delete(path);
        }
        setCandidates();
        for (const path of touched) setContent(path, isCandidate(path) ? contents.get(path) : undefined);
        const answers: ReturnType<Workspace['read']>[] = [];
        let asked = 0;
        if (isCold) await warmUp();
        for (const path of paths) {
          while (asked < paths.length && answers.length < readsAhead)
            answers.push(workspace.read(paths[asked++]!));
          const answer = answers.shift();
          const read = isPromise(answer) ? await answer : answer;
          // What somebody has told us since is newer than what was read.
          const content = touched.has(path) ? contents.get(path) : read;
          if (content) {
            contents.set(path, content);
            setContent(path, isCandidate(path) ? content : undefined);
          }
          const turn = workspace.pause?.();
          if (turn) await turn;
          if (cancellation?.aborted) return;
        }
        for (const steps = grouping(); !(steps.next().done ?? false);) {
          const turn = workspace.pause?.();
          if (turn) await turn;
          if (cancellation?.aborted) return;
        }
      } finally {
        touchedWhileLoading.delete(touched);
      }
    },
    async outermostFolders() {
      byFolder.clear();
      for (const path of await listDocuments()) {
        const folder = outermostFolderOf(path);
        if (folder === undefined) continue;
        unloaded.add(path);
        const its = byFolder.get(folder);
        if (its) its.push(path);
        else byFolder.set(folder, [path]);
      }
      return [...byFolder.keys()].sort(compareText);
    },
    async loadFolder(folder) {
      for (const path of byFolder.get(folder) ?? []) {
        unloaded.delete(path);
        await loadFile(path);
      }
    },
    forget() {
      for (const path of read.keys()) unloaded.add(path);
      // New maps: the table that a cleared one leaves behind points at its next one, and so on without end.
      contents = new Map();
      read = new Map();
      states = new Map();
      grouped = false;
      version++;
    },
    update(path, content) {
      for (const touched of touchedWhileLoading) touched.add(path);
      if (!isMarkdown(path)) {
        // A file that came or went may be what a link leads to.
        changeTarget(path);
        version++;
        return;
      }
      // An editor that opens or closes a file says what is known: nothing is to be judged, or shown, again.
      if (isSameText(contents.get(path), content)) return;
      const comesOrGoes = content === undefined || !contents.has(path);
      if (content === undefined) contents.delete(path);
      else contents.set(path, content);
      // A file that nobody reads may still be what a link leads to.
      if (comesOrGoes) changeTarget(path);
      if (comesOrGoes && marksFolder(path)) {
        if (content === undefined) marks.delete(path);
        else marks.add(path);
        setCandidates();
        for (const [other, its] of contents) {
          if (isCandidate(other) !== read.has(other)) setContent(other, isCandidate(other) ? its : undefined);
        }
      }
      // What changes while its folder holds no engagement is read again once it does.
      setContent(path, isCandidate(path) ? content : undefined);
    },
    version: () => version,
    engagementOf(path) {
      group();
      const folder = read.get(path)?.document && folderOfEngagement(path);
      return folder === undefined ? undefined : states.get(folder);
    },
    engagements() {
      group();
      return [...states.values()];
    },
    textOf(path) {
      const content = contents.get(path);
      return content?.kind === 'text' ? content.text : undefined;
    },
    strays() {
      group();
      if (straysOf?.version === version) return straysOf.strays;
      const strays: Stray[] = [];
      for (const [path, one] of read) {
        if (one.is === 'governed' || one.document || one.problems.length === 0) continue;
        if (folderOfEngagement(path) === undefined) continue;
        const content = contents.get(path);
        const text = content?.kind === 'text' ? content.text : '';
        strays.push({ path, text, problems: one.problems, unreadable: one.is === 'unreadable' });
      }
      straysOf = { version, strays: strays.sort((a, b) => compareText(a.path, b.path)) };
      return straysOf.strays;
    },
    contents: () => contents,
    restore(texts) {
      for (const [path, content] of texts) contents.set(path, content);
      marks = new Set([...contents.keys()].filter(marksFolder));
      setCandidates();
      for (const [path, content] of contents) if (isCandidate(path)) setContent(path, content);
    },
  };
}

interface MutableState extends EngagementState {
  setDocuments(documents: readonly GovernedDocument[]): void;
  replace(document: GovernedDocument): void;
  /** A path that a link may lead to came, went or has other headings. */
  changeTarget(path: string): void;
}

/** What holds of an evaluation once deviations are taken out; a list that has not changed is the one from before. */
function byPath(
  { said, deviations }: Evaluation,
  state: Pick<EngagementState, 'finding'>,
  before: ReadonlyMap<string, readonly Finding[]> = new Map(),
): ReadonlyMap<string, readonly Finding[]> {
  const paths = new Map<string, Finding[]>();
  for (const one of said) {
    if (isSaidAccepted(one, deviations)) continue;
    const finding = state.finding(one);
    const its = paths.get(finding.path);
    if (its) its.push(finding);
    else paths.set(finding.path, [finding]);
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

/** The engagement document whose settings hold: the first by path that is active, else a draft, else one that has ended. */
function leadIn(documents: readonly GovernedDocument[]): GovernedDocument | undefined {
  const leads = documents.filter((document) => document.kind === 'engagement');
  const first = (status: GovernedDocument['status']): GovernedDocument | undefined =>
    leads.find((document) => document.status === status);
  return first('active') ?? first('draft') ?? first('ended');
}

/** Whether the config's globs name a folder; the root is "." there. */
function folderMatcher(globs: readonly string[]): (folder: string) => boolean {
  const plain = globs.map((glob) => glob.replace(/^(?:\.\/)+(?=.)/, '').replace(/(?<=.)\/+$/, ''));
  const matches = picomatch(plain, { dot: true, noextglob: true });
  const holdsRoot = plain.some((glob) => glob === '.' || glob === '**');
  return (folder) => (folder === '' ? holdsRoot : matches(folder));
}

function headingsOf(document: ReadDocument | undefined): string {
  return document ? document.headings.map(({ slug }) => slug).join(' ') : '-';
}

function isPromise<T>(value: T | Promise<T>): value is Promise<T> {
  return typeof value === 'object' && value !== null && 'then' in value;
}

function isSameText(before: FileContent | undefined, now: FileContent | undefined): boolean {
  return (
    before?.kind === 'text' &&
    now?.kind === 'text' &&
    before.text === now.text &&
    before.invalidUtf8 === now.invalidUtf8
  );
}
