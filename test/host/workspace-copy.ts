import { cp } from 'node:fs/promises';
import path from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';
import type { TemporaryFolder } from './temporary-folder.ts';

/** A temporary copy of a folder, under its own name and without one of those in it: tests change what they open. */
export async function copyWorkspace(original: string, without?: string): Promise<TemporaryFolder> {
  const parent = temporaryFolder('workspace');
  const folder = path.join(parent.folder, path.basename(original));
  const left = without === undefined ? undefined : path.join(original, without);
  await cp(original, folder, { recursive: true, filter: (source) => source !== left });
  return { folder, remove: () => parent.remove() };
}
