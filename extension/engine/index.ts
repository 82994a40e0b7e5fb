export { checkRules, dueRules, facts as factDefinitions } from './kinds/generated/registry.ts';
export { configPath } from './model/config-path.ts';
export { severityOf } from './rules/findings.ts';
export { templatesOf } from './templates-of.ts';
export { checkOnce } from './workspace/check-once.ts';
export { createEngine } from './workspace/create-engine.ts';

export type { Definition } from './features/definition.ts';
export type { Hover, HoverFact, HoverName, Title } from './features/hover.ts';
export type { CheckResult, NotRun } from './model/check-result.ts';
export type { GovernedDocument } from './model/document.ts';
export type { View } from './model/engagement.ts';
export type { DueItem, Fact, Finding, Fix, Question, Severity, TextEdit } from './model/finding.ts';
export type { Cancellation, FileContent, Holidays, ImmediateWorkspace, Workspace } from './model/ports.ts';
export type { Position, Range } from './model/text.ts';
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
