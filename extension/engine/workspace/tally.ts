import type { Coverage, Free } from '../model/coverage.ts';
import type { Finding, Fix } from '../model/finding.ts';
import { inEnglish, type Said } from '../model/said.ts';
import type { CheckResult, NotGoverned, NotRun } from '../model/check-result.ts';
import { compareFindings, isSaidAccepted } from '../rules/findings.ts';
import { compareText } from '../values/compare-text.ts';
import { addRead } from './count-read.ts';
import { engagementNotRun } from './engagement-not-run.ts';
import type { CheckRule } from '../rules/define.ts';
import type { Remark } from '../rules/remark.ts';
import { strayFindings } from '../rules/stray-findings.ts';
import type { EngagementState } from './engagement-state.ts';
import type { GovernedWorkspace } from './governed-workspace.ts';
import type { WorkspaceConfig } from './config.ts';
import { isNamed, mayHold, namesIn, pathFilter } from './asked-paths.ts';
import { createLossTally, lostFindings } from './lost-findings.ts';

/** What a check has found so far; engagement by engagement, so that what one was read from can be let go. */
export interface CheckTally {
  /** Takes what everything that the index holds now has to say, and gives it. */
  add(index: GovernedWorkspace): readonly Finding[];
  /** What DOC027 says, once everything was taken; and of engagements alone where all Markdown was looked at. */
  addLost(isWholeSeen?: boolean): void;
  /** Fixes that are not safe, because an error follows them. */
  refuse(fixes: ReadonlySet<Fix>): void;
  /** Paths that were asked about by name, and at which nothing was checked and nothing is said. */
  unanswered(): readonly string[];
  /** Why one of them is not. */
  explain(path: string, why: Said): void;
  result(): CheckResult;
}

/** Somebody who hears what is said, and may know that some of it is nothing new. */
export interface Listener {
  /** Each engagement that is read, whether it is asked about or not. */
  see(state: EngagementState): void;
  hear(finding: Finding, remark: Remark, engagement: string): void;
  ask(question: Remark, engagement: string): void;
  /** Once all is said: what of it is new. */
  news?(findings: readonly Finding[]): News;
}

interface News {
  readonly findings: readonly Finding[];
  readonly knownQuestions: number;
}

export interface TallyOptions {
  readonly paths: readonly string[] | undefined;
  /** How much is read, and what is not, is told too. */
  readonly withCoverage?: boolean | undefined;
  readonly listener?: Listener | undefined;
}

/** Findings about these paths, which are files or folders relative to the root; none means all. */
export function createCheckTally(
  config: WorkspaceConfig,
  checkRules: readonly CheckRule[],
  { paths, withCoverage = false, listener }: TallyOptions,
): CheckTally {
  const isAsked = pathFilter(paths);
  const findings: Finding[] = config.findings.filter(({ path }) => isAsked(path));
  const unreadable: string[] = config.isUnreadable && isAsked(config.path) ? [config.path] : [];
  const refused = new Set<Fix>();
  const free: Free[] = [];
  const profiles = new Set<string>();
  const notRun = new Map<string, readonly NotRun[]>();
  const checked = new Set<string>();
  const notGoverned: NotGoverned[] = [];
  const isConcerned = mayHold(paths);
  const losses = createLossTally(isAsked, isNamed(paths));
  const summary = { engagements: 0, documents: 0, tables: 0, cells: 0, names: 0, accepted: 0, questions: 0 };

  function addEngagement(state: EngagementState): void {
    listener?.see(state);
    if (!isConcerned(state.folder)) return;
    const asked = state.documents().filter(({ path }) => isAsked(path));
    if (asked.length === 0) return;
    if (isNamed(paths)) for (const { path } of asked) checked.add(path);
    summary.engagements++;
    notRun.set(state.folder, engagementNotRun(state, checkRules));
    summary.documents += asked.length;
    for (const profile of state.settings().profiles) profiles.add(profile);
    const { viewWithDrafts } = state.evaluate();
    for (const document of asked) addRead(summary, document, viewWithDrafts);
    addSaid(state, { isAsked, summary, findings, listener });
  }

  return {
    add(index) {
      const before = findings.length;
      for (const state of index.engagements()) addEngagement(state);
      losses.add(index);
      for (const stray of index.strays()) {
        if (!isAsked(stray.path)) continue;
        findings.push(...strayFindings(stray, checkRules, config.config.rules));
        if (stray.unreadable) unreadable.push(stray.path);
      }
      if (withCoverage) for (const one of index.free(isAsked)) free.push(one);
      return findings.slice(before);
    },
    addLost(isWholeSeen) {
      findings.push(...lostFindings(losses.sum(isWholeSeen), config, checkRules));
    },
    refuse(fixes) {
      for (const fix of fixes) refused.add(fix);
    },
    unanswered() {
      const answered = [...checked, ...findings.map(({ path }) => path)];
      return namesIn(paths).filter((path) => path !== config.path && !answered.some(pathFilter([path])));
    },
    explain(path, said) {
      notGoverned.push({ path, said, reason: inEnglish(said) });
    },
    result() {
      findings.sort(compareFindings);
      profiles.delete('base');
      const { findings: told, knownQuestions } = listener?.news?.(findings) ?? {
        findings,
        knownQuestions: 0,
      };
      return {
        profiles: ['base', ...[...profiles].sort(compareText)],
        summary: { ...summary, questions: summary.questions - knownQuestions, ...countsOf(told) },
        notRun: [...notRun].sort(([a], [b]) => compareText(a, b)).flatMap(([, its]) => its),
        notGoverned,
        findings: refused.size === 0 ? told : told.map((one) => withoutRefused(one, refused)),
        ...(withCoverage && { coverage: coverageOf(summary, free) }),
        unreadable: unreadable.sort(compareText),
        failed: findings.some(({ messageId }) => messageId === 'failed'),
      };
    },
  };
}

/** Adds what is said of the documents of an engagement that are asked about. */
function addSaid(
  state: EngagementState,
  to: Pick<TallyOptions, 'listener'> & {
    readonly isAsked: (path: string) => boolean;
    readonly summary: { accepted: number; questions: number };
    readonly findings: Finding[];
  },
): void {
  const { isAsked, summary, findings, listener } = to;
  const { said, questions, deviations } = state.evaluate();
  for (const one of said) {
    if (!isAsked(one.place.document.path)) continue;
    if (isSaidAccepted(one, deviations)) summary.accepted++;
    else {
      const finding = state.finding(one);
      findings.push(finding);
      listener?.hear(finding, one, state.folder);
    }
  }
  for (const [draft, its] of questions) {
    if (!isAsked(draft.path)) continue;
    summary.questions += its.length;
    for (const one of its) listener?.ask(one, state.folder);
  }
}

/** How many findings there are of each severity. */
function countsOf(
  findings: readonly Finding[],
): Pick<CheckResult['summary'], 'errors' | 'warnings' | 'infos' | 'hints'> {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return { errors: counts.error, warnings: counts.warning, infos: counts.info, hints: counts.hint };
}

function withoutRefused(finding: Finding, refused: ReadonlySet<Fix>): Finding {
  if (!finding.fixes.some((fix) => refused.has(fix))) return finding;
  const fixes = finding.fixes.map((fix) => (refused.has(fix) ? { ...fix, safe: false } : fix));
  return { ...finding, fixes };
}

function coverageOf(
  { documents, tables, cells, names }: Omit<Coverage, 'free'>,
  free: readonly Free[],
): Coverage {
  return { documents, tables, cells, names, free };
}
