import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onProcessEnd } from './process-end.ts';

export interface WorkspaceCopy {
  /** The copy, named as the original is. */
  readonly folder: string;
  remove(): void;
}

/**
 * A copy of a folder below the system's temporary one, or an empty folder of that name: tests change what they open.
 * What is not removed goes when the process ends.
 */
export async function copyWorkspace(original: string): Promise<WorkspaceCopy> {
  // The real path: on macOS the temporary folder is a link, and VS Code would show two addresses for one file.
  const parent = realpathSync(mkdtempSync(path.join(tmpdir(), 'outrigger-workspace-')));
  const erase = (): void => rmSync(parent, { recursive: true, force: true });
  const forget = onProcessEnd(erase);
  const folder = path.join(parent, path.basename(original));
  await cp(original, folder, { recursive: true });
  return {
    folder,
    remove() {
      erase();
      forget();
    },
  };
}
