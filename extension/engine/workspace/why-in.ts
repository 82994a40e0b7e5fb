import { foldersAround } from '../model/file-paths.ts';
import type { Said } from '../model/said.ts';
import { whyHere } from '../report/why-here.ts';
import type { Rule } from '../rules/define.ts';
import { inForceIn } from './standings.ts';
import type { WorkspaceReading } from './workspace-reading.ts';

/** Sentences that say what turns a rule on or off in the engagement that a path lies in, or where there is none. */
export function whyIn(
  rule: Rule,
  path: string,
  reading: WorkspaceReading,
  profilesGiven: readonly string[] | undefined,
): readonly Said[] {
  const { config, pathOfConfig, governed } = reading;
  const [state] = [path, ...foldersAround(path)].flatMap((folder) => governed.engagementIn(folder) ?? []);
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
