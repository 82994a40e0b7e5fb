import fs from 'node:fs';
import path from 'node:path';
import { UsageError } from './shell.ts';

const byteOrderMark = '\u{FEFF}';

/**
 * Replaces the text of a file: through a temporary file beside it, so that nobody ever reads half of it.
 * Keeps its permissions and a byte order mark; writes to the file that a symbolic link leads to. Throws a
 * UsageError where the file is no longer what was read, or may not be written.
 */
export function replaceFile(full: string, expected: string, text: string): void {
  const target = fs.realpathSync(full);
  const present = fs.readFileSync(target, 'utf8');
  const mark = present.startsWith(byteOrderMark) ? byteOrderMark : '';
  if (present !== mark + expected)
    throw new UsageError(`"${full}" has changed meanwhile: it was left alone. Run the command again.`);
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    fs.writeFileSync(temporary, mark + text, { flag: 'wx', mode: fs.statSync(target).mode });
    fs.renameSync(temporary, target);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw new UsageError(
      `"${full}" cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

/**
 * Writes a file that does not exist yet, with the folders it needs; all of it or nothing. Gives false, and
 * touches nothing, where something has the name already.
 */
export function createFile(full: string, text: string): boolean {
  let handle: number | undefined;
  try {
    fs.mkdirSync(path.dirname(full), { recursive: true });
    handle = fs.openSync(full, 'wx');
    fs.writeFileSync(handle, text);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    if (handle !== undefined) fs.rmSync(full, { force: true });
    throw new UsageError(
      `"${full}" cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
    );
  } finally {
    if (handle !== undefined) fs.closeSync(handle);
  }
}
