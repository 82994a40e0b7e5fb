import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { codeOf } from './file-errors.ts';

/**
 * Writes a text into a new file in a folder, down to the disk, and gives the path of it. The name is short, so that
 * it fits where the name of a document just does, and nobody else's. `prepare` sets what it needs beside its text.
 * What a run that was killed has left in the folder is taken away.
 */
export function writeTemporary(folder: string, text: string, prepare?: (handle: number) => void): string {
  const full = path.join(folder, `.outrigger-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
  const handle = fs.openSync(full, 'wx', prepare ? 0o600 : 0o666);
  try {
    fs.writeFileSync(handle, text);
    prepare?.(handle);
    fs.fsyncSync(handle);
  } catch (error) {
    fs.closeSync(handle);
    fs.rmSync(full, { force: true });
    throw error;
  }
  fs.closeSync(handle);
  removeStale(folder, full);
  return full;
}

/** Makes what was renamed or linked in a folder last, where the system can. */
export function syncFolder(folder: string): void {
  let handle: number | undefined;
  try {
    handle = fs.openSync(folder, 'r');
    fs.fsyncSync(handle);
  } catch {
    // Windows opens no folder; what was written is there all the same.
  } finally {
    if (handle !== undefined) fs.closeSync(handle);
  }
}

const oneDay = 24 * 60 * 60 * 1000; // milliseconds

/**
 * Regular files of ours by name and owner, whose process has ended or which are older than a day. A process has
 * one at a time, so that of ours there is only `own`. Whatever cannot be taken away stays.
 */
function removeStale(folder: string, own: string): void {
  try {
    const { uid, mtimeMs } = fs.lstatSync(own);
    for (const name of fs.readdirSync(folder)) {
      const [, pid = ''] = /^\.outrigger-(\d{1,10})-[0-9a-f]{12}\.tmp$/.exec(name) ?? [];
      const full = path.join(folder, name);
      if (pid === '' || full === own) continue;
      const stat = fs.lstatSync(full);
      if (!stat.isFile() || stat.uid !== uid) continue;
      if (Number(pid) === process.pid || !isRunning(Number(pid)) || stat.mtimeMs < mtimeMs - oneDay)
        fs.unlinkSync(full);
    }
  } catch {
    // It may have gone meanwhile; none of them is in anybody's way.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}
