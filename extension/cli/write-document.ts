import type { Said } from '../engine/model/said.ts';
import { say } from '../engine/model/said.ts';
import { replaceFile } from './replace-file.ts';
import type { Session } from './session.ts';
import { UsageError } from './shell.ts';

const byteOrderMark = '\u{FEFF}';

/**
 * Writes the new text of a document that was read, and tells the engine of it. Throws a UsageError where it was left
 * alone; `note` is told what else there is to say.
 */
export function writeDocument(
  { engine, workspace }: Session,
  file: string,
  text: string,
  note: (said: Said) => void,
): void {
  const before = engine.textOf(file) ?? '';
  if (workspace.damaged.has(file))
    throw new UsageError(say('"{{file}}" holds bytes that are not UTF-8: it is left alone.', { file }));
  const mark = workspace.marked.has(file) ? byteOrderMark : '';
  const done = replaceFile(workspace.placeOf(file), mark + before, mark + text);
  if (done.is === 'leftAlone') throw new UsageError(done.why(file));
  if (done.note !== undefined) note(done.note(file));
  engine.update(file, { kind: 'text', text });
}
