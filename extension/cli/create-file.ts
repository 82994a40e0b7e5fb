import fs from 'node:fs';
import path from 'node:path';
import { say } from '../engine/model/said.ts';
import { codeOf, reasonOf } from './file-errors.ts';
import { isTaken, pathBelow, realPath } from './real-path.ts';
import { UsageError } from './shell.ts';
import { syncFolder, writeTemporary } from './temporary-file.ts';

/**
 * Writes a file below the root that does not exist yet, with the folders it needs; all of it or nothing, also where
 * the run is killed. Gives false, and touches nothing, where something has the name already. Throws a UsageError
 * where its folder really lies outside the root, or where it cannot be written.
 */
export function createFile(root: string, file: string, text: string): boolean {
  const full = path.join(root, file);
  if (isTaken(full)) return false;
  const folder = path.dirname(full);
  const real = realPath(folder);
  if (real === undefined || pathBelow(root, real) === undefined) throw outside(file);
  let made: string | undefined;
  try {
    made = fs.mkdirSync(real, { recursive: true });
    // A link may have come in while the folders were made.
    if (fs.realpathSync(real) !== real) throw outside(file);
    const isWritten = writeBeside(path.join(real, path.basename(full)), text);
    if (!isWritten) removeEmpty(made, real);
    return isWritten;
  } catch (error) {
    removeEmpty(made, real);
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      say('"{{file}}" cannot be written: {{reason}}.', { file, reason: reasonOf(error, 'write') }),
    );
  }
}

function outside(file: string): UsageError {
  return new UsageError(
    say('"{{file}}" lies behind a symbolic link that leads out of the root: nothing was written.', { file }),
  );
}

/** Gives a file its name once it is whole; false where the name is taken. */
function writeBeside(full: string, text: string): boolean {
  const folder = path.dirname(full);
  const temporary = writeTemporary(folder, text);
  try {
    // A link overwrites nothing, where a rename would.
    fs.linkSync(temporary, full);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!cannotLink.has(codeOf(error))) throw error;
    if (!renameOntoReserved(temporary, full)) return false;
  } finally {
    fs.rmSync(temporary, { force: true });
  }
  syncFolder(folder);
  return true;
}

/** What file systems without hard links say, such as those of memory sticks. */
const cannotLink: ReadonlySet<string> = new Set([
  'EPERM',
  'EACCES',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EINVAL',
  'EISDIR',
  'UNKNOWN',
]);

/** The name is taken by an empty file first, and that one is what the rename overwrites. */
function renameOntoReserved(temporary: string, full: string): boolean {
  try {
    fs.closeSync(fs.openSync(full, 'wx'));
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    fs.renameSync(temporary, full);
    return true;
  } catch (error) {
    fs.rmSync(full, { force: true });
    throw error;
  }
}

/** Takes away the folders that were made, from the inmost to the first one, as long as they are empty. */
function removeEmpty(first: string | undefined, last: string): void {
  if (first === undefined) return;
  try {
    for (let folder = last; pathBelow(first, folder) !== undefined; folder = path.dirname(folder))
      fs.rmdirSync(folder);
  } catch {
    // Somebody has put something into it meanwhile.
  }
}
