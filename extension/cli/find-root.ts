import fs from 'node:fs';
import path from 'node:path';
import { UsageError } from './shell.ts';

/** The root: `--root`, else the nearest folder upwards that holds `.git`, else the current folder. No Git process runs. */
export function findRoot(cwd: string, given: string | undefined): string {
  if (given !== undefined) {
    const root = path.resolve(cwd, given);
    if (!fs.statSync(root, { throwIfNoEntry: false })?.isDirectory())
      throw new UsageError(`--root "${given}" is no folder. Name one that exists.`);
    return fs.realpathSync(root);
  }
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    if (fs.existsSync(path.join(folder, '.git'))) return folder;
    if (folder === path.dirname(folder)) return cwd;
  }
}

/**
 * A path of the command line relative to the root, with forward slashes; the root itself is "".
 * Throws a UsageError where it lies outside the root or, unless `mayBeNew`, where nothing is there.
 */
export function pathInRoot(cwd: string, root: string, given: string, mayBeNew = false): string {
  const full = path.resolve(cwd, given);
  if (!mayBeNew && !fs.existsSync(full)) throw new UsageError(`"${given}" does not exist.`);
  for (const candidate of [full, realPath(full)]) {
    const below = path.relative(root, candidate);
    if (below !== '..' && !below.startsWith(`..${path.sep}`) && !path.isAbsolute(below))
      return below.replaceAll(path.sep, '/');
  }
  throw new UsageError(
    `"${given}" lies outside the root, "${root}". Name a path below it, or another --root.`,
  );
}

/** The path with its symbolic links resolved as far as it exists. */
function realPath(full: string): string {
  try {
    return fs.realpathSync(full);
  } catch {
    const parent = path.dirname(full);
    return parent === full ? full : path.join(realPath(parent), path.basename(full));
  }
}
