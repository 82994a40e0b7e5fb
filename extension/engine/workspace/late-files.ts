import type { Workspace } from '../model/ports.ts';
import type { GovernedWorkspace } from './governed-workspace.ts';

/** Reads the files beside the documents that rules in force look at, where nobody has; whether there were any. */
export async function loadFilesLacked(
  governed: Pick<GovernedWorkspace, 'engagements' | 'version'>,
  workspace: Pick<Workspace, 'read'>,
): Promise<boolean> {
  let isNew = false;
  for (const state of governed.engagements())
    for (const path of state.filesLacked()) {
      const version = governed.version();
      const content = await workspace.read(path);
      // What has changed meanwhile may be this file: it is read again by the next look.
      if (governed.version() === version) state.setFile(path, content);
      isNew = true;
    }
  return isNew;
}
