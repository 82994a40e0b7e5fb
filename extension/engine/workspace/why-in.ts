import type { Said } from '../model/said.ts';
import { whyHere } from '../report/why-here.ts';
import type { Rule } from '../rules/define.ts';
import type { EngagementState } from './engagement-state.ts';
import { inForceIn } from './standings.ts';
import type { WorkspaceReading } from './workspace-reading.ts';

/** Sentences that say what turns a rule on or off in an engagement, or where there is none. */
export function whyIn(
  rule: Rule,
  state: EngagementState | undefined,
  reading: WorkspaceReading,
  profilesGiven: readonly string[] | undefined,
): readonly Said[] {
  const { config, pathOfConfig } = reading;
  return whyHere(rule, {
    engagement: state && inForceIn(state),
    profilesGiven,
    config: {
      path: pathOfConfig,
      text: reading.textOf(pathOfConfig) ?? '',
      profiles: config.config.profiles,
      rules: config.config.rules,
    },
  });
}
