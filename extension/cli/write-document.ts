import type { Said } from '../engine/model/said.ts';
import { replaceFile } from './replace-file.ts';
import type { Session } from './session.ts';
import { UsageError } from './shell.ts';
import { asInFile, damagedSaid } from './write-changes.ts';

/**
 * Writes the new text of a document that was read, and tells the engine of it. Throws a UsageError where it was left
 * alone; `note` is told what else there is to say.
 */
export function writeDocument(
  session: Session,
  file: string,
  text: string,
  note: (said: Said) => void,
): void {
  const { engine, workspace } = session;
  if (workspace.damaged.has(file)) throw new UsageError(damagedSaid(file));
  const [before, after] = [engine.textOf(file) ?? '', text].map((one) => asInFile(session, file, one));
  const done = replaceFile(workspace.placeOf(file), before!, after!);
  if (done.is === 'leftAlone') throw new UsageError(done.why(file));
  if (done.note !== undefined) note(done.note(file));
  engine.update(file, { kind: 'text', text });
}
