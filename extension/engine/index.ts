import type { CheckResult } from './model/check-result.ts';
import type { Holidays } from './model/ports.ts';
import type { BaseSide } from './workspace/check-against.ts';
import type { ImmediateOptions } from './workspace/engine.ts';

// The door of the engine: what everybody needs who reads a workspace. What is shown of the answers stands behind
// reports.ts, what begins and changes documents behind editing.ts, what needs no document behind text.ts; a shell
// comes in by these alone.

export { dayAt } from './calendar/day-at.ts';
export { createIgnoreRules } from './features/ignore-rules.ts';
export { languageOfConfig } from './features/language-of-config.ts';
export { checkRules, dueRules, facts as factDefinitions } from './kinds/generated/registry.ts';
export { configPath } from './model/config-path.ts';
export { severityOf } from './rules/findings.ts';
export { asOfBounds, isWithinBounds } from './values/far-dates.ts';
export { isRepositoryName } from './values/paths.ts';
export { checkOnce } from './workspace/check-once.ts';
export { createEngine } from './workspace/create-engine.ts';

/** Loads the calendar of public holidays, which is large; once its code is there the host may have its turn. */
export async function loadHolidays(pause?: () => Promise<void> | undefined): Promise<Holidays> {
  const { createHolidays } = await import('./calendar/holidays.ts');
  await pause?.();
  return createHolidays();
}

/** What `check` finds that a change adds; what compares is loaded by the first who asks. */
export async function checkAgainst(
  options: ImmediateOptions,
  base: BaseSide,
  asked: { readonly paths: readonly string[]; readonly withCoverage: boolean },
): Promise<CheckResult> {
  const against = await import('./workspace/check-against.ts');
  return await against.checkAgainst(options, base, asked);
}

export type { BaseSide };
export type { Definition } from './features/definition.ts';
export type { Hover, HoverFact, HoverKnowledge, HoverName, Title } from './features/hover.ts';
export type { IgnoreRules } from './features/ignore-rules.ts';
export type { CheckResult, NotRun } from './model/check-result.ts';
export type { Coverage, Free } from './model/coverage.ts';
export type { GovernedDocument } from './model/document.ts';
export type { View } from './model/engagement.ts';
export type { DueItem, Fact, Finding, Fix, Question, Severity, TextEdit } from './model/finding.ts';
export type { Cancellation, FileContent, Holidays, ImmediateWorkspace, Workspace } from './model/ports.ts';
export type { Position, Range } from './model/text.ts';
export type { LostDocuments } from './workspace/lost-documents.ts';
export type {
  DueQuery,
  EngagementInfo,
  Engine,
  EngineOptions,
  FactsQuery,
  FindingsPart,
  ImmediateOptions,
  Registry,
} from './workspace/engine.ts';
