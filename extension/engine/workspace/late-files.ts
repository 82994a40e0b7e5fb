import type { Workspace } from '../model/ports.ts';
import { onceEach } from '../values/once-for.ts';
import type { GovernedWorkspace } from './governed-workspace.ts';

/** Reads each file once: of many engagements most name the same. For a check that asks at one time. */
export function readingOnce(workspace: Pick<Workspace, 'read'>): Pick<Workspace, 'read'> {
  return { read: onceEach((path) => workspace.read(path)) };
}

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
