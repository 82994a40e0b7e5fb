import { daysBetween } from '../calendar/plain-date.ts';
import type { GovernedDocument, Status } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { DueItem, Fact, Finding, Question } from '../model/finding.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { KindKey, PillarKey } from '../model/schema.ts';
import { inEnglish, say, type Said } from '../model/said.ts';
import { rangeOf, type Range } from '../model/text.ts';
import type { IsoDate } from '../model/value.ts';
import { yearlyFee } from '../kinds/engagement/yearly-fee.ts';
import { hasHandoverBegun } from '../kinds/exit-plan/handover-begun.ts';
import { knowledgeOf, topicSections, type Knowledge } from '../kinds/kt-plan/knowledge.ts';
import { historySaid } from '../resolve/absence-said.ts';
import { pillarSummaries, type PillarSummary } from './pillar-summaries.ts';
import { missingKinds } from '../resolve/phase-documents.ts';

/** One engagement as the engine gives it. */
export interface EngagementData {
  readonly folder: string;
  readonly title: string;
  readonly lead: GovernedDocument | undefined;
  readonly documents: readonly GovernedDocument[];
  readonly view: View;
}

/** What the engine says of the whole workspace as of a day. */
export interface WorkspaceData {
  readonly asOf: IsoDate;
  readonly facts: readonly Fact[];
  readonly due: readonly DueItem[];
  readonly findings: readonly Finding[];
  readonly questions: readonly Question[];
}

/** A date after which something cannot be undone. */
export interface FinalDate {
  readonly name: string;
  readonly date: IsoDate;
  readonly daysLeft: number;
  readonly what: string;
  readonly said: Said;
  /** The same without what it is for. */
  readonly inShort: Said;
  /** Where the value stands that it follows from. */
  readonly path: string;
  readonly range: Range;
}

/** Where one engagement stands as of a day. */
export interface Standing {
  readonly folder: string;
  readonly title: string;
  readonly phase: string | undefined;
  readonly status: Status | undefined;
  readonly client: string | undefined;
  readonly supplier: string | undefined;
  /** Whether the business depends on it. */
  readonly isCritical: boolean;
  /** What it costs in a year, as "582000.00 EUR". */
  readonly yearlyFee: string | undefined;
  /** What to tell first: the worst of the passed dates, else the next one. */
  readonly first: FinalDate | undefined;
  /** The next date that cannot be undone. */
  readonly next: FinalDate | undefined;
  /** Such dates that have passed, the worst first: the end, beside which nothing else counts, else the latest by days. */
  readonly passed: readonly FinalDate[];
  /** What silence commits, with its working. */
  readonly silence:
    | { readonly amount: string; readonly said: Said; readonly how: string; readonly working: Said }
    | undefined;
  readonly overdue: readonly DueItem[];
  readonly overdueClient: number;
  readonly overdueSupplier: number;
  readonly questions: number;
  readonly errors: number;
  readonly warnings: number;
  readonly documents: readonly KindCount[];
  /** Kinds that the phase asks for and that are not there. */
  readonly missing: readonly KindKey[];
  /** What the documents of each pillar come to, all six in their order. */
  readonly pillars: readonly { readonly key: PillarKey; readonly summaries: readonly PillarSummary[] }[];
  /** How far each knowledge transfer has come. */
  readonly knowledge: readonly Knowledge[];
  /** Why the Git history is not known that something asks for, or what restricts what is told of it. */
  readonly history: readonly Said[];
}

export interface KindCount {
  readonly kind: KindKey;
  readonly active: number;
  readonly draft: number;
  readonly ended: number;
  /** Documents by what sign-offs say of their present content. */
  readonly approved: number;
  readonly changedSince: number;
}

/** Brings together what the engine says of one engagement. */
export function standingOf(engagement: EngagementData, data: WorkspaceData): Standing {
  const { folder, title, lead, documents, view } = engagement;
  const paths = new Set(documents.map(({ path }) => path));
  const isIts = ({ path }: { readonly path: string }): boolean => paths.has(path);
  const facts = data.facts.filter(isIts);
  const findings = data.findings.filter(isIts);
  const overdue = data.due.filter((item) => isIts(item) && item.overdue);
  const dates = finalDates(engagement, facts, data.asOf);
  const next = dates.find(({ daysLeft }) => daysLeft >= 0);
  const passed = dates.filter(({ daysLeft }) => daysLeft < 0).sort(worstFirst);
  const silence = facts.find(({ name }) => name === 'committed-by-silence');
  const knowledge = topicSections(view).map((section) => knowledgeOf(section, view, data.asOf));
  const summaries = pillarSummaries(view, knowledge, data.asOf);
  return {
    folder,
    title,
    phase: lead?.keys.phase?.value,
    status: lead?.status,
    client: lead?.keys.client?.value,
    supplier: lead?.keys.supplier?.value,
    isCritical: lead?.keys.importance?.value === 'critical',
    yearlyFee: yearlyFee(view),
    first: passed[0] ?? next,
    next,
    passed,
    silence: silence && {
      amount: silence.value,
      said: silence.said,
      how: silence.how,
      working: silence.working,
    },
    overdue,
    overdueClient: overdue.filter(({ party }) => party !== 'supplier').length,
    overdueSupplier: overdue.filter(({ party }) => party !== 'client').length,
    questions: data.questions.filter(isIts).length,
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
    documents: kindCounts(documents, facts),
    missing: missingKinds(view, lead?.keys.phase?.value),
    pillars: (Object.keys(catalogue.pillars) as PillarKey[]).map((key) => ({
      key,
      summaries: summaries.get(key) ?? [],
    })),
    knowledge,
    history: historySaid(view.history),
  };
}

/** Facts that are such dates, with what must be done by then. */
const whatFinalDatesAskFor: ReadonlyMap<string, readonly [said: Said, inShort: Said]> = new Map([
  ['exit-latest-start', [say('start leaving, to be out when the contract ends'), say('start leaving')]],
  [
    'exit-latest-handover',
    [say('begin the handover, to leave when the contract ends'), say('begin the handover')],
  ],
  ['last-opt-out-date', [say('refuse renewal'), say('refuse renewal')]],
  ['last-notice-date', [say('give notice'), say('give notice')]],
]);

/** The facts that a standing is made of: of all others nobody needs to know for it. */
export const standingFacts: ReadonlySet<string> = new Set([
  ...whatFinalDatesAskFor.keys(),
  'committed-by-silence',
  'signoff-state',
]);

/** The dates of an engagement that cannot be undone, by date. Notice counts where nothing is agreed on renewal (rules.md ENG006). */
function finalDates(
  { lead, view }: EngagementData,
  facts: readonly Fact[],
  asOf: IsoDate,
): readonly FinalDate[] {
  const { phase, renewal, end } = lead?.keys ?? {};
  if (phase?.value === 'closed') return [];
  const found = new Map<string, FinalDate>();
  for (const { name, value: date, at, path, range } of facts) {
    const asked = whatFinalDatesAskFor.get(name);
    if (asked === undefined) continue;
    if (name === 'last-notice-date' && (renewal?.value !== undefined || at === 'notice_supplier')) continue;
    if (name === 'exit-latest-start' && phase?.value === 'exit') continue;
    if (name === 'exit-latest-handover' && phase?.value === 'exit' && hasHandoverBegun(view)) continue;
    const known = found.get(name);
    if (known && known.date <= date) continue;
    found.set(name, { ...timeOf(name, date, asOf), ...textOf(...asked), path, range });
  }
  if (end?.value !== undefined) {
    const date = end.value;
    const { document, source } = end;
    found.set('end', {
      ...timeOf('end', date, asOf),
      ...textOf(say('the contract ends')),
      path: document.path,
      range: rangeOf(document.lineStarts, source.span),
    });
  }
  return [...found.values()].sort((a, b) => a.daysLeft - b.daysLeft);
}

function timeOf(name: string, date: IsoDate, asOf: IsoDate): Pick<FinalDate, 'name' | 'date' | 'daysLeft'> {
  return { name, date, daysLeft: daysBetween(asOf, date) };
}

function textOf(said: Said, inShort = said): Pick<FinalDate, 'what' | 'said' | 'inShort'> {
  return { what: inEnglish(said), said, inShort };
}

function worstFirst(a: FinalDate, b: FinalDate): number {
  return Number(b.name === 'end') - Number(a.name === 'end') || a.daysLeft - b.daysLeft;
}

function kindCounts(documents: readonly GovernedDocument[], facts: readonly Fact[]): readonly KindCount[] {
  const states = new Map(
    facts.filter(({ name }) => name === 'signoff-state').map(({ path, value }) => [path, value]),
  );
  const present = new Set(documents.map(({ kind }) => kind));
  const kinds = Object.values(catalogue.kinds).map(({ key }) => key);
  // Sign-offs are counted with the documents that they sign.
  return kinds
    .filter((kind) => kind !== 'signoff' && present.has(kind))
    .map((kind) => {
      const its = documents.filter((document) => document.kind === kind);
      const countOf = (status: Status): number => its.filter((document) => document.status === status).length;
      const stateCount = (state: string): number =>
        its.filter(({ path }) => states.get(path) === state).length;
      return {
        kind,
        active: countOf('active'),
        draft: countOf('draft'),
        ended: countOf('ended'),
        approved: stateCount('approved'),
        changedSince: stateCount('changed since'),
      };
    });
}
