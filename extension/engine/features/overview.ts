import { leadOf } from '../resolve/lead.ts';
import type { Status } from '../model/document.ts';
import type { DueItem, Fact, Severity } from '../model/finding.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { KindKey, PillarKey } from '../model/schema.ts';
import type { Range } from '../model/text.ts';
import type { Side } from '../model/value.ts';
import { naturalOrder } from '../values/natural-order.ts';
import {
  standingFacts,
  standingOf,
  type EngagementData,
  type Standing,
  type WorkspaceData,
} from '../report/standing.ts';
import type { PillarSummary } from '../report/pillar-summaries.ts';
import { openValues } from './answers.ts';
import { componentBars, type ComponentBar } from './component-bars.ts';
import { signoffStanding, type SignoffStanding } from './signoff-standing.ts';
import { addTo } from '../values/add-to.ts';
import type { Said } from '../model/said.ts';

/** One engagement as of a day, as a tree shows it. */
export interface Overview {
  /** With what silence commits as people write it. */
  readonly standing: Standing;
  /** All six, in their order. */
  readonly pillars: readonly PillarOverview[];
  /** What the calendar asks for, by date; what is open without a day comes last. */
  readonly due: readonly DueItem[];
  /** Credits that are not settled, one sum for each state and currency. */
  readonly credits: readonly { readonly state: string; readonly amount: Said }[];
  /** Whom somebody waits for now. */
  readonly waiting: readonly Waiting[];
}

export interface PillarOverview {
  readonly key: PillarKey;
  /** The worst finding in its documents. */
  readonly worst: Severity | undefined;
  readonly errors: number;
  readonly warnings: number;
  readonly documents: readonly DocumentOverview[];
  /** What its documents come to, the worst first. */
  readonly summaries: readonly PillarSummary[];
  /** Kinds that the phase asks for and that nobody has begun. */
  readonly missing: readonly KindKey[];
}

export interface DocumentOverview {
  readonly path: string;
  readonly title: string;
  readonly kind: KindKey;
  readonly status: Status;
  /** What sign-offs say of its present content; of ended documents nothing is said. */
  readonly signoff: (SignoffStanding & { readonly how: string }) | undefined;
  readonly worst: Severity | undefined;
  readonly errors: number;
  readonly warnings: number;
  readonly questions: number;
  /** What each of them asks, by place. */
  readonly lacking: readonly Lacking[];
  /** What the calendar asks for first in it, overdue or not. */
  readonly next: DueItem | undefined;
  /** Who works on its components, where rules in force count that. */
  readonly work: readonly ComponentBar[];
}

/** One thing that a draft lacks. */
export interface Lacking {
  readonly asks: readonly Said[];
  readonly range: Range;
}

/** The same of an overview. */
export const overviewFacts: ReadonlySet<string> = new Set([
  ...standingFacts,
  'credits-open',
  'suspect',
  'waiting-days',
]);

/** What waits for one side; `both` for things that wait for both, undefined for a third party or an unknown name. */
export interface Waiting {
  readonly on: Side | 'both' | undefined;
  readonly count: number;
  readonly longestDays: number;
}

/**
 * Brings together what the engine says of one engagement. The data may be of the whole workspace or of the
 * folder of the engagement alone: what is not its own is left out. `countsWork`: a rule has counted who works on components;
 * to count it for an overview alone would take too long.
 */
export function overviewOf(engagement: EngagementData, data: WorkspaceData, countsWork: boolean): Overview {
  const standing = standingOf(engagement, data);
  const paths = new Set(engagement.documents.map(({ path }) => path));
  const due = data.due.filter(({ path }) => paths.has(path));
  const facts = data.facts.filter(({ path }) => paths.has(path));
  const bars = countsWork ? componentBars(engagement.view) : new Map<string, readonly ComponentBar[]>();
  const documents = documentsOf(engagement, { ...data, due, facts }, bars);
  return {
    standing,
    pillars: (Object.keys(catalogue.pillars) as PillarKey[]).map((key) => pillarOf(key, documents, standing)),
    due,
    credits: creditsOf(facts),
    waiting: waitingOf(facts),
  };
}

function pillarOf(
  key: PillarKey,
  documents: readonly DocumentOverview[],
  { missing, pillars }: Standing,
): PillarOverview {
  const kinds = catalogue.pillars[key];
  const its = kinds.flatMap((kind) =>
    documents.filter((document) => document.kind === kind).sort(isNamedByDay(kind) ? newestFirst : byStatus),
  );
  return {
    key,
    worst: worstOf(its.flatMap(({ worst }) => worst ?? [])),
    errors: sum(its.map(({ errors }) => errors)),
    warnings: sum(its.map(({ warnings }) => warnings)),
    documents: its,
    summaries: pillars.find((pillar) => pillar.key === key)?.summaries ?? [],
    missing: kinds.filter((kind) => missing.includes(kind) && !isBegun(kind, its)),
  };
}

/**
 * Whether a document that would satisfy the phase is there and only has to be finished: a draft, or an active
 * exit plan without phases. A knowledge transfer plan in the other direction is a document of its own.
 */
function isBegun(kind: KindKey, documents: readonly DocumentOverview[]): boolean {
  return documents.some(
    (document) =>
      document.kind === kind &&
      (document.status === 'draft' || (document.status === 'active' && kind !== 'kt-plan')),
  );
}

function documentsOf(
  engagement: EngagementData,
  data: WorkspaceData,
  bars: ReadonlyMap<string, readonly ComponentBar[]>,
): readonly DocumentOverview[] {
  const findings = grouped(data.findings);
  const questions = grouped(data.questions);
  const due = grouped(data.due);
  const states = new Map(
    data.facts.filter(({ name }) => name === 'signoff-state').map((fact) => [fact.path, fact]),
  );
  const signoffs = signoffsByDocument(engagement);
  return engagement.documents
    .filter(({ kind }) => kind !== 'signoff')
    .map((document) => {
      const { path, title, kind, status } = document;
      const its = [path, ...(signoffs.get(path) ?? [])].flatMap((each) => findings.get(each) ?? []);
      const state = states.get(path);
      const standing = state && signoffStanding(document, engagement.view);
      return {
        path,
        title,
        kind,
        status,
        signoff: standing && state && { ...standing, how: state.how },
        worst: worstOf(its.map(({ severity }) => severity)),
        errors: its.filter(({ severity }) => severity === 'error').length,
        warnings: its.filter(({ severity }) => severity === 'warning').length,
        questions: questions.get(path)?.length ?? 0,
        lacking: (questions.get(path) ?? []).map((question) => ({
          asks: openValues(document, [question])[0]?.asks ?? [question.said.ask],
          range: question.range,
        })),
        next: due.get(path)?.[0],
        work: bars.get(path) ?? [],
      };
    });
}

/**
 * Paths of sign-offs by the document whose line tells what is wrong with them: the one that they sign, else
 * the engagement document, so that nothing is told nowhere.
 */
function signoffsByDocument({ documents, view }: EngagementData): ReadonlyMap<string, readonly string[]> {
  const signed = new Map(
    documents.flatMap((document) => view.signoffsOf(document).map(({ path }) => [path, document.path])),
  );
  const found = new Map<string, string[]>();
  for (const { path, kind } of documents) {
    if (kind !== 'signoff') continue;
    const home = signed.get(path) ?? leadOf(documents)?.path;
    if (home !== undefined) found.set(home, [...(found.get(home) ?? []), path]);
  }
  return found;
}

function creditsOf(facts: readonly Fact[]): Overview['credits'] {
  return facts
    .filter(({ name }) => name === 'credits-open')
    .map(({ said, data }) => ({ state: String(data['state']), amount: said }))
    .filter(({ state }) => state === 'due' || state === 'claimed');
}

/** The facts that stand at a row are about one wait; those without `since` are sums over months. */
function waitingOf(facts: readonly Fact[]): readonly Waiting[] {
  const open = facts.filter(
    ({ name, data }) => name === 'waiting-days' && 'since' in data && data['answered'] === null,
  );
  return (['client', 'supplier', 'both', undefined] as const).flatMap((on) => {
    const days = open
      .filter(({ data }) => (data['on'] ?? undefined) === on)
      .map(({ value }) => Number(value));
    return days.length === 0 ? [] : [{ on, count: days.length, longestDays: Math.max(...days) }];
  });
}

function grouped<T extends { readonly path: string }>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const byPath = new Map<string, T[]>();
  for (const one of all) addTo(byPath, one.path, one);
  return byPath;
}

const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

function worstOf(all: readonly Severity[]): Severity | undefined {
  return severities.find((severity) => all.includes(severity));
}

const statuses: readonly Status[] = ['active', 'draft', 'ended'];

/** What holds first, what is history last; within each by path, as people number their files. */
function byStatus(a: DocumentOverview, b: DocumentOverview): number {
  return statuses.indexOf(a.status) - statuses.indexOf(b.status) || naturalOrder(a.path, b.path);
}

function isNamedByDay(kind: KindKey): boolean {
  const { keys, namedBy } = catalogue.kinds[kind];
  return keys.some(({ key, type }) => key === namedBy[0] && type.is === 'plainDate');
}

/** The day begins the name. */
function newestFirst(a: DocumentOverview, b: DocumentOverview): number {
  return a.path < b.path ? 1 : -1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
