import path from 'node:path';
import type { FileChange, Restructured } from '../engine/editing.ts';
import { say, type Said } from '../engine/model/said.ts';
import { shownName } from '../engine/text.ts';
import { createFile } from './create-file.ts';
import { pathBelow } from './real-path.ts';
import { removeFile } from './remove-file.ts';
import { replaceFile } from './replace-file.ts';
import type { CommandContext, Session } from './session.ts';
import { exitCode, tell, UsageError, type ExitCode } from './shell.ts';
import { asInFile, damagedSaid, printPatch } from './write-changes.ts';

/**
 * Writes what several files become: all of them, or none. Without `--write` they are printed as a patch. Throws a
 * UsageError where there is a problem; then nothing was written.
 */
export async function writeTogether(
  context: CommandContext,
  session: Session,
  { changes, problems, notes }: Restructured,
): Promise<ExitCode> {
  const { args, streams, language } = context;
  const note = (said: Said): void => tell(streams.stderr, language.say(said));
  for (const said of [...problems, ...notes]) note(said);
  if (problems.length > 0) throw new UsageError(say('Nothing was written.'));
  const damaged = changes.find((one) => session.workspace.damaged.has(one.path));
  if (damaged) throw new UsageError(damagedSaid(damaged.path));
  const written = changes.map((change) => asOnDisk(session, change));
  if (args.has('write')) {
    writeAll(session.root, written, note);
    for (const { path: file } of changes) streams.stdout.write(`${shownName(file)}\n`);
  } else {
    await printPatch(written, context);
    note(say('Nothing was written: --write writes it.'));
  }
  return session.exitCodeFor(exitCode.fine);
}

/** A change as the file on the disk has it, at the place where it lies. */
interface Written extends FileChange {
  readonly place: string;
  /** What a patch calls it: no program patches through a symbolic link. */
  readonly inPatch: string;
}

function asOnDisk(session: Session, { path: file, before, after }: FileChange): Written {
  const { root, workspace } = session;
  const place = before === undefined ? path.join(root, file) : workspace.placeOf(file);
  if (after === undefined && place !== path.join(root, file))
    throw new UsageError(
      say('"{{file}}" is a symbolic link: remove it by hand once its text stands elsewhere.', { file }),
    );
  return {
    path: file,
    place,
    inPatch: pathBelow(root, place) ?? file,
    before: before === undefined ? undefined : asInFile(session, file, before),
    after: after === undefined ? undefined : asInFile(session, file, after),
  };
}

/** New files come first and go last: whatever fails, no text is in fewer files than before. */
function writeAll(root: string, changes: readonly Written[], note: (said: Said) => void): void {
  const turn = ({ before, after }: Written): number =>
    before === undefined ? 0 : after === undefined ? 2 : 1;
  const done: Written[] = [];
  for (const change of [...changes].sort((a, b) => turn(a) - turn(b))) {
    try {
      writeOne(root, change, note);
    } catch (error) {
      for (const earlier of done.reverse()) takeBack(root, earlier, note);
      throw error;
    }
    done.push(change);
  }
}

/** Throws a UsageError where the file was left alone. */
function writeOne(
  root: string,
  { path: file, place, before, after }: Omit<Written, 'inPatch'>,
  note: (said: Said) => void,
): void {
  if (before === undefined) {
    if (!createFile(root, file, after ?? ''))
      throw new UsageError(say('"{{file}}" exists already and was left alone.', { file }));
    return;
  }
  const done = after === undefined ? removeFile(place, before) : replaceFile(place, before, after);
  if (done.is === 'leftAlone') throw new UsageError(done.why(file));
  if (done.note !== undefined) note(done.note(file));
}

/** Undoes what was written, as far as nobody has changed it since; what cannot be undone is told. */
function takeBack(
  root: string,
  { path: file, place, before, after }: Written,
  note: (said: Said) => void,
): void {
  try {
    writeOne(root, { path: file, place, before: after, after: before }, () => undefined);
  } catch {
    note(say('"{{file}}" is written already and could not be taken back.', { file }));
  }
}
