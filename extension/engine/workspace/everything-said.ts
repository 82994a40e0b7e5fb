import type { CheckRule } from '../rules/define.ts';
import { strayFindings } from '../rules/stray-findings.ts';
import type { WorkspaceConfig } from './config.ts';
import type { WorkspaceReading } from './workspace-reading.ts';
import type { Finding } from '../model/finding.ts';
import type { GovernedWorkspace } from './governed-workspace.ts';
import type { Stray } from './strays.ts';

/** All that is said of what a workspace holds; of its config nothing. */
export function everythingSaid(
  workspace: GovernedWorkspace,
  ofStray: (stray: Stray) => readonly Finding[],
): readonly Finding[] {
  return [
    ...workspace.engagements().flatMap((state) => [...state.findings().values()].flat()),
    ...workspace.strays().flatMap(ofStray),
  ];
}

/** What there would be to say of what is read under another config. */
export function saidUnder(
  config: WorkspaceConfig,
  reading: WorkspaceReading,
  checkRules: readonly CheckRule[],
): readonly Finding[] {
  const { rules } = config.config;
  const said = everythingSaid(reading.under(config), (stray) => strayFindings(stray, checkRules, rules));
  return [...config.findings, ...said];
}
