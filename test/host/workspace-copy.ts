import { cp } from 'node:fs/promises';
import path from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';
import type { TemporaryFolder } from './temporary-folder.ts';

/** A temporary copy of a folder, under its own name: tests change what they open. */
export async function copyWorkspace(original: string): Promise<TemporaryFolder> {
  const parent = temporaryFolder('workspace');
  const folder = path.join(parent.folder, path.basename(original));
  await cp(original, folder, { recursive: true });
  return { folder, remove: () => parent.remove() };
}
