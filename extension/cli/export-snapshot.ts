import fs from 'node:fs';
import path from 'node:path';
import { isSnapshot, snapshotJson } from '../engine/reports.ts';
import { say } from '../engine/model/said.ts';
import { shownName } from '../engine/text.ts';
import { createFile } from './create-file.ts';
import { reasonOf, saysNothingThere } from './file-errors.ts';
import { isTaken, pathBelow, realPath } from './real-path.ts';
import { createFileReader } from './regular-file.ts';
import { replaceFile } from './replace-file.ts';
import { repositoriesGiven } from './repositories-given.ts';
import { openSession, type CommandContext } from './session.ts';
import { exitCode, UsageError, type ExitCode } from './shell.ts';

/**
 * `outrigger facts --export`: writes what the history says of components, for those who do not have it. Throws a UsageError
 * where there is nothing to write, or no place for it; then nothing was written.
 */
export async function exportSnapshot(context: CommandContext, target: string): Promise<ExitCode> {
  const { args, streams, environment, language } = context;
  const [given, other] = repositoriesGiven(args, environment.cwd);
  if (other) throw new UsageError(say('--export tells of one repository: give --repository once.'));
  const session = await openSession(context);
  const answer = await session.engine.snapshot(session.paths, given?.name);
  if (answer.is === 'none') throw new UsageError(say('Nothing is exported: {{why}}.', { why: answer.why }));
  if (session.exitCodeFor(exitCode.fine) !== exitCode.fine)
    throw new UsageError(say('Nothing is exported: not everything could be read.'));
  const text = snapshotJson(answer.snapshot);
  if (target === '-') {
    streams.stdout.write(text);
    return exitCode.fine;
  }
  writeSnapshot(target, text, [environment.cwd, session.root]);
  streams.stdout.write(
    `${language.say(
      say('{{file}}: {{n}} {{n|component|components}}.', {
        file: shownName(target),
        n: String(answer.snapshot.components.length),
      }),
    )}\n`,
  );
  return exitCode.fine;
}

/** Writes a file below one of these folders, in place of nothing or of another snapshot. */
function writeSnapshot(target: string, text: string, folders: readonly [cwd: string, root: string]): void {
  const full = realPath(path.dirname(path.resolve(folders[0], target)));
  const place = full && path.join(full, path.basename(target));
  const around = folders
    .map((folder) => fs.realpathSync(folder))
    .find((folder) => place !== undefined && (pathBelow(folder, place) ?? '') !== '');
  if (place === undefined || around === undefined)
    throw new UsageError(
      say('"{{file}}" lies outside of the current folder and of the root: nothing was written.', {
        file: target,
      }),
    );
  if (!isTaken(place)) {
    if (createFile(around, pathBelow(around, place) ?? '', text)) return;
    throw new UsageError(
      say('"{{file}}" has changed meanwhile: it was left alone. Run the command again.', { file: target }),
    );
  }
  const before = snapshotAt(place, target);
  if (before === text) return;
  const done = replaceFile(place, before, text);
  if (done.is === 'leftAlone') throw new UsageError(done.why(target));
}

const bytesAtMost = 8 * 1024 * 1024;

/** The text of the snapshot that stands at a place; throws a UsageError where something else does. */
function snapshotAt(place: string, target: string): string {
  try {
    const content = createFileReader(bytesAtMost)(place);
    if (content?.kind === 'bytes') {
      const text = Buffer.from(content.bytes).toString('utf8');
      if (isSnapshot(text)) return text;
    }
  } catch (error) {
    if (!saysNothingThere(error))
      throw new UsageError(
        say('{{what}} cannot be read: {{reason}}.', { what: `"${target}"`, reason: reasonOf(error) }),
      );
  }
  throw new UsageError(
    say('"{{file}}" exists already and is no snapshot: it was left alone. Name another file.', {
      file: target,
    }),
  );
}
