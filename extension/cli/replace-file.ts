import fs from 'node:fs';
import path from 'node:path';
import { say, type Said } from '../engine/model/said.ts';
import { codeOf, reasonOf, saysNothingThere } from './file-errors.ts';
import { openPlain } from './regular-file.ts';
import { syncFolder, writeTemporary } from './temporary-file.ts';

/** What became of a file that was to be replaced, as it is told of the name of the file. */
export type Replaced =
  | { readonly is: 'written'; readonly note?: OfFile }
  | { readonly is: 'leftAlone'; readonly why: OfFile };

type OfFile = (file: string) => Said;

/**
 * Replaces the text of a file: through a temporary file beside it, so that nobody ever reads half of it. Keeps
 * its permissions and owner. Leaves it alone where it is no longer what was read, where a symbolic link has come
 * into its way, and where it may not be written. Of a file with several names on the disk only this one changes.
 */
export function replaceFile(place: string, expected: string, text: string): Replaced {
  const folder = path.dirname(place);
  let temporary: string | undefined;
  try {
    const before = statOfPlain(place);
    if (!before || !holds(place, expected)) return leftAlone(changed);
    if (isReadOnly(place, before))
      return leftAlone((file) => say('"{{file}}" is read-only: it was left alone.', { file }));
    temporary = writeTemporary(folder, text, (handle) => takeOver(handle, before));
    // Looked at again right before it is replaced: somebody may have saved it, or put a link in its place.
    const now = statOfPlain(place);
    if (!now || !isSameFile(before, now) || !holds(place, expected)) return leftAlone(changed);
    fs.renameSync(temporary, place);
    temporary = undefined;
    syncFolder(folder);
    return before.nlink > 1n
      ? {
          is: 'written',
          note: (file) =>
            say('"{{file}}" has another name on the disk (a hard link), and that one keeps the old text.', {
              file,
            }),
        }
      : { is: 'written' };
  } catch (error) {
    if (saysNothingThere(error) && codeOf(error) !== 'ENAMETOOLONG') return leftAlone(changed);
    if (error instanceof OwnerLost)
      return leftAlone((file) => say('"{{file}}" belongs to somebody else: it was left alone.', { file }));
    const reason = reasonOf(error, 'write');
    return leftAlone((file) => say('"{{file}}" cannot be written: {{reason}}.', { file, reason }));
  } finally {
    if (temporary !== undefined) fs.rmSync(temporary, { force: true });
  }
}

const changed: OfFile = (file) =>
  say('"{{file}}" has changed meanwhile: it was left alone. Run the command again.', { file });

function leftAlone(why: OfFile): Replaced {
  return { is: 'leftAlone', why };
}

/** Of a regular file with no symbolic link on its way; of anything else nothing. */
function statOfPlain(place: string): fs.BigIntStats | undefined {
  const stat = fs.lstatSync(place, { bigint: true });
  return stat.isFile() && fs.realpathSync(place) === place ? stat : undefined;
}

/** Whether a plain file holds this text still. Throws what the file system says. */
export function isUnchanged(place: string, expected: string): boolean {
  return statOfPlain(place) !== undefined && holds(place, expected);
}

/** Byte for byte. */
function holds(place: string, expected: string): boolean {
  const handle = openPlain(place);
  if (handle === undefined) return false;
  try {
    return fs.fstatSync(handle).isFile() && fs.readFileSync(handle).equals(Buffer.from(expected));
  } finally {
    fs.closeSync(handle);
  }
}

function isSameFile(a: fs.BigIntStats, b: fs.BigIntStats): boolean {
  return (
    a.dev === b.dev &&
    a.ino === b.ino &&
    a.size === b.size &&
    a.mtimeNs === b.mtimeNs &&
    a.ctimeNs === b.ctimeNs &&
    a.mode === b.mode
  );
}

/** Whether nobody may write a file, which does not hinder an administrator, or whoever runs this may not. */
function isReadOnly(place: string, { mode }: fs.BigIntStats): boolean {
  if ((mode & 0o222n) === 0n) return true;
  try {
    fs.accessSync(place, fs.constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

class OwnerLost extends Error {}

/** Permissions and owner of the file that is to be replaced. */
function takeOver(handle: number, { uid, gid, mode }: fs.BigIntStats): void {
  const own = fs.fstatSync(handle, { bigint: true });
  if (own.uid !== uid || own.gid !== gid) {
    try {
      fs.fchownSync(handle, Number(uid), Number(gid));
    } catch {
      throw new OwnerLost();
    }
  }
  fs.fchmodSync(handle, Number(mode & 0o7777n));
}
