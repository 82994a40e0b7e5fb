import fs from 'node:fs';
import path from 'node:path';
import { say } from '../engine/model/said.ts';
import { reasonOf, saysNothingThere } from './file-errors.ts';
import { pathBelow, realPath } from './real-path.ts';
import { UsageError } from './shell.ts';
import { spelledOnDisk } from './spelled-on-disk.ts';

/**
 * The root without symbolic links: `--root`, else the nearest folder upwards that holds `.git`, else the current
 * folder. No Git process runs.
 */
export function findRoot(cwd: string, given: string | undefined): string {
  if (given === undefined) return fs.realpathSync(aboveWithGit(cwd) ?? cwd);
  const root = spelledOnDisk(path.resolve(cwd, given));
  if (!statOf(root, `--root "${given}"`)?.isDirectory())
    throw new UsageError(say('--root "{{given}}" is no folder. Name one that exists.', { given }));
  return fs.realpathSync(root);
}

function aboveWithGit(cwd: string): string | undefined {
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    if (fs.existsSync(path.join(folder, '.git'))) return folder;
    if (folder === path.dirname(folder)) return undefined;
  }
}

/**
 * A path of the command line relative to the root, with forward slashes; the root itself is "". Where it really
 * lies counts: a link to a folder stands for that folder, while a file keeps the name that it was given.
 * Throws a UsageError where that is outside the root or, unless `mayBeNew`, where nothing is there.
 */
export function pathInRoot(cwd: string, root: string, given: string, mayBeNew = false): string {
  const full = spelledOnDisk(path.resolve(cwd, given));
  const stat = statOf(full, `"${given}"`);
  if (!stat && !mayBeNew) throw new UsageError(say('"{{given}}" does not exist.', { given }));
  const real = realPath(full);
  if (real === undefined)
    throw new UsageError(
      say('"{{given}}" lies behind a symbolic link that leads nowhere. Name another path.', { given }),
    );
  const below = pathBelow(root, real);
  if (below === undefined)
    throw new UsageError(
      say('"{{given}}" lies outside the root, "{{root}}". Name a path below it, or another --root.', {
        given,
        root,
      }),
    );
  if (!stat || stat.isDirectory()) return below;
  const folder = realPath(path.dirname(full));
  const named = folder === undefined ? undefined : pathBelow(root, path.join(folder, path.basename(full)));
  return named ?? below;
}

/** What is there, links followed; undefined where nothing is. Throws a UsageError that begins so where nobody can tell. */
function statOf(full: string, what: string): fs.Stats | undefined {
  try {
    return fs.statSync(full, { throwIfNoEntry: false });
  } catch (error) {
    if (saysNothingThere(error)) return undefined;
    throw new UsageError(say('{{what}} cannot be looked at: {{reason}}.', { what, reason: reasonOf(error) }));
  }
}
