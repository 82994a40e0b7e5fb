import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onProcessEnd } from './process-end.ts';

export interface TemporaryFolder {
  readonly folder: string;
  remove(): void;
}

/** A new folder below the system's temporary one. What is not removed goes when the process ends. */
export function temporaryFolder(name: string): TemporaryFolder {
  // The real path: on macOS the temporary folder is a link, and VS Code would show two addresses for one file.
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), `outrigger-${name}-`)));
  const erase = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const forget = onProcessEnd(erase);
  return {
    folder,
    remove() {
      erase();
      forget();
    },
  };
}
