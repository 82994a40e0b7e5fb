import fs from 'node:fs';
import path from 'node:path';
import { saysNothingThere } from './file-errors.ts';

/**
 * A path with its symbolic links resolved as far as it exists: what may be made at it will stand there.
 * Undefined where one of its links leads nowhere, in a circle, or where nobody can tell.
 */
export function realPath(full: string): string | undefined {
  try {
    return fs.realpathSync(full);
  } catch (error) {
    if (!saysNothingThere(error) || isTaken(full)) return undefined;
    const parent = path.dirname(full);
    const real = parent === full ? full : realPath(parent);
    return real === undefined ? undefined : path.join(real, path.basename(full));
  }
}

/** Where a path lies below a folder, with forward slashes, the folder itself being ""; undefined where it does not. */
export function pathBelow(folder: string, full: string): string | undefined {
  const below = path.relative(folder, full);
  if (below === '..' || below.startsWith(`..${path.sep}`) || path.isAbsolute(below)) return undefined;
  return below.replaceAll(path.sep, '/');
}

/** Whether anything has that name, be it a link that leads nowhere. */
export function isTaken(full: string): boolean {
  try {
    return fs.lstatSync(full, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    return !saysNothingThere(error);
  }
}
