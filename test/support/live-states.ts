import { createHolidays } from '../../extension/engine/calendar/holidays.ts';
import { readWorkspaceConfig } from '../../extension/engine/workspace/config.ts';
import type { EngagementState } from '../../extension/engine/workspace/engagement-state.ts';
import { GovernedWorkspace } from '../../extension/engine/workspace/governed-workspace.ts';
import { registryOf } from '../../extension/engine/workspace/registry.ts';
import { memoryWorkspace } from './memory-workspace.ts';

/** The engagements of files as the engine holds them, with their live views: for tests of what the engine is made of. */
export async function liveStates(
  files: ReadonlyMap<string, string>,
  profile = 'base',
): Promise<readonly EngagementState[]> {
  const workspace = memoryWorkspace(files);
  const holidays = createHolidays();
  const governed = new GovernedWorkspace({
    workspace,
    config: readWorkspaceConfig('outrigger.yml', workspace.read('outrigger.yml')).config,
    profiles: profile.split(','),
    checkRules: registryOf({ workspace }).checkRules,
    holidays: () => holidays,
    snapshots: () => [],
  });
  await governed.load();
  return governed.engagements();
}
