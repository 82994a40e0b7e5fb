import type { Finding, Severity } from '../model/finding.ts';
import { inEnglish, type Said } from '../model/said.ts';
import type { Range } from '../model/text.ts';
import type { CheckRule } from './define.ts';
import { severityOf, worded, type RuleSettings } from './findings.ts';

/** What is said of a place that belongs to no engagement. */
export interface WorkspaceRemark {
  readonly id: string;
  readonly data: Said['data'];
  readonly path: string;
  readonly range: Range;
  readonly related: readonly { readonly path: string; readonly range: Range; readonly said: Said }[];
}

/** The findings of a rule that speaks of a workspace, not of one engagement: in every profile, under the config's settings. */
export function workspaceFindings(
  code: string,
  remarks: readonly WorkspaceRemark[],
  rules: readonly CheckRule[],
  severities: RuleSettings['severities'],
): readonly Finding[] {
  const rule = rules.find((candidate) => candidate.code === code);
  const severity = rule && severityOf(rule, { profiles: new Set(['base']), severities });
  if (!rule || severity === undefined || severity === 'off') return [];
  return remarks.map((remark) => toFinding(rule, severity, remark));
}

function toFinding(
  { code, name, messages }: CheckRule,
  severity: Severity,
  { id, data, path, range, related }: WorkspaceRemark,
): Finding {
  return {
    code,
    name,
    severity,
    ...worded(id, { template: messages[id] ?? id, data }),
    path,
    range,
    at: '',
    related: related.map((one) => ({ ...one, message: inEnglish(one.said) })),
    fixes: [],
  };
}
