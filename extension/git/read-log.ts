import { textsEndedByNul } from './byte-text.ts';
import { LogParser, LogUnreadable, logFormat } from './parse-log.ts';
import type { RawLogWriter } from './raw-log.ts';
import type { Git } from './run-git.ts';

export interface LogRange {
  readonly head: string;
  /** What is reached from here is known already. */
  readonly since?: string;
  /** No contents can be compared: only files that were moved as they stood are followed. */
  readonly exactRenames: boolean;
}

/** More files at once that were moved and changed are not compared with each other. */
const renamesCompared = 1000;

/** Reads what `head` is reached from into a log. Rejects where Git does not print all of it. */
export async function readLog(
  git: Git,
  { head, since, exactRenames }: LogRange,
  writer: RawLogWriter,
): Promise<void> {
  const parser = new LogParser((commit) => writer.add(commit));
  let failed: LogUnreadable | undefined;
  await git.stream(
    [
      'log',
      '-z',
      '--name-status',
      exactRenames ? '-M100%' : '-M',
      `-l${renamesCompared}`,
      '--no-diff-merges',
      '--no-ext-diff',
      '--no-textconv',
      '--no-decorate',
      logFormat,
      '--end-of-options',
      ...(since === undefined ? [] : [`^${since}`]),
      head,
    ],
    (chunk) => {
      // Thrown here it would be an event's failure, and end the process.
      try {
        if (failed === undefined) parser.push(chunk);
      } catch (error) {
        failed = error instanceof LogUnreadable ? error : new LogUnreadable(String(error));
      }
    },
  );
  if (failed !== undefined) throw failed;
  parser.end();
}

/** The files of a commit, from the repository's root. */
export async function readTree(git: Git, head: string): Promise<readonly string[]> {
  return await readNames(git, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', head]);
}

/** Files that differ between two commits, from the repository's root. */
export async function readDifference(git: Git, from: string, to: string): Promise<readonly string[]> {
  return await readNames(git, [
    'diff-tree',
    '-r',
    '-z',
    '--name-only',
    '--no-renames',
    '--no-ext-diff',
    '--no-textconv',
    '--end-of-options',
    from,
    to,
  ]);
}

/** The names that a command ends by a NUL each, in order. */
async function readNames(git: Git, args: readonly string[]): Promise<readonly string[]> {
  const names = textsEndedByNul(await printedBy(git, args));
  return [...names].sort((a, b) => (a < b ? -1 : Number(a > b)));
}

/** All that a command prints, in bytes: names need not be text. */
export async function printedBy(git: Git, args: readonly string[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await git.stream(args, (chunk) => chunks.push(chunk));
  return Buffer.concat(chunks);
}
