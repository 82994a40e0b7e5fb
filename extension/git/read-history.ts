import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { History, NoHistory } from '../engine/model/history.ts';
import { absenceFor, findRepository, topAbove } from './find-repository.ts';
import type { Repository } from './find-repository.ts';
import { followFiles } from './follow-files.ts';
import type { CacheKey, HistoryCache, KeptLog } from './history-cache.ts';
import { OpenHistory } from './open-history.ts';
import { orderCommits } from './order-commits.ts';
import { LogUnreadable } from './parse-log.ts';
import { RawLogWriter } from './raw-log.ts';
import { readLog, readTree } from './read-log.ts';
import { GitFailed, gitIn } from './run-git.ts';
import type { Git } from './run-git.ts';

export interface HistoryOptions {
  /** The root of the workspace: paths of its documents begin there. */
  readonly root: string;
  readonly cache: HistoryCache;
  /** The hash of a commit up to which it is read, in the place of the one that is checked out. */
  readonly upTo?: string;
  /** One that was read before: it is given back where nothing is new. */
  readonly known?: OpenHistory | undefined;
  /** Ends what is under way; the promise then rejects. */
  readonly signal?: AbortSignal;
}

/**
 * Reads the history of the repository in which a folder lies, up to the commit that is checked out: as much of it as is not
 * in the cache. Rejects only where it is ended, or where something is wrong with Outrigger.
 */
export async function readHistory(folder: string, options: HistoryOptions): Promise<History | NoHistory> {
  const { history } = await openHistory(folder, options);
  return history;
}

/** The same, with what more of it can be read. */
export async function openHistory(
  folder: string,
  { root, cache, known, signal, upTo }: HistoryOptions,
): Promise<OpenHistory> {
  try {
    const top = topAbove(folder);
    if (top === undefined) return new OpenHistory({ kind: 'absent', why: 'no-repository' });
    const git = gitIn(top, signal);
    const repository = await findRepository(git, top);
    if ('kind' in repository) return new OpenHistory(repository);
    return await historyOf(git, repository, placeBetween(top, fs.realpathSync(root)), { cache, known, upTo });
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof LogUnreadable)
      return new OpenHistory({ kind: 'absent', why: 'failed', detail: error.message });
    return new OpenHistory(absenceFor(error));
  }
}

/** Reads a history, with the texts that commits gave to documents, which are named by their paths from the root of the workspace. */
export type ReadHistory = (
  folder: string,
  documents?: readonly string[],
  signed?: readonly string[],
) => Promise<History | NoHistory>;

/** The histories of one workspace, each read once however many folders, given from its root or in full, lie in a repository. */
export function historiesBelow(options: HistoryOptions): ReadHistory {
  const known = new Map<string | undefined, Promise<OpenHistory>>();
  return async (folder, documents = [], signed = []) => {
    const full = path.resolve(options.root, folder);
    const top = topAbove(full);
    let history = known.get(top);
    if (!history) known.set(top, (history = openHistory(full, options)));
    const opened = await history;
    return await opened.with(documents, signed);
  };
}

/** Where the root lies in the repository, or the repository below the root. */
export function placeBetween(top: string, root: string): Pick<History, 'prefix' | 'below'> {
  const inside = (from: string, to: string): string => {
    const way = path.relative(from, to);
    return way === '' || way.startsWith('..') || path.isAbsolute(way)
      ? ''
      : `${way.split(path.sep).join('/')}/`;
  };
  return { prefix: inside(top, root), below: inside(root, top) };
}

async function historyOf(
  git: Git,
  repository: Repository,
  place: Pick<History, 'prefix' | 'below'>,
  {
    cache,
    known: before,
    upTo,
  }: Pick<HistoryOptions, 'cache' | 'known'> & { readonly upTo?: string | undefined },
): Promise<OpenHistory> {
  const { remarks, top, commonFolder } = repository;
  const head = upTo ?? repository.head;
  const key: CacheKey = {
    commonFolder,
    mailmap: mailmapHash(top),
    exactRenames: remarks.includes('exact-renames'),
  };
  const version = createHash('sha256')
    .update(JSON.stringify([key, head, place, remarks]))
    .digest('hex');
  if (before?.history.kind === 'read' && before.history.version === version) return before;
  const known = cache.read(key);
  // Git takes its time over each of them, and neither waits for the other.
  const [files, whole] = await Promise.all([readTree(git, head), wholeLog(git, known, key, head)]);
  if (whole === undefined) return new OpenHistory({ kind: 'absent', why: 'damaged' });
  // What is kept is that of the branch: the next run begins where it ends.
  if (upTo === undefined && known?.head !== head) cache.write(key, { head, log: whole.log });
  const followed = followFiles(whole.log, whole.ordered);
  const history: History = {
    kind: 'read',
    version,
    ...place,
    commit: head,
    remarks,
    files,
    fileOf: Int32Array.from(files, followed.fileAt),
    people: followed.people,
    paths: followed.paths,
    commits: followed.commits,
    texts: new Map(),
  };
  return new OpenHistory(history, { git, top, followed, head });
}

type WholeLog = { readonly log: KeptLog['log'] } & {
  readonly ordered: NonNullable<ReturnType<typeof orderCommits>>;
};

async function wholeLog(
  git: Git,
  known: KeptLog | undefined,
  key: CacheKey,
  head: string,
): Promise<WholeLog | undefined> {
  return (known && (await extended(git, known, key, head))) ?? (await readWhole(git, key, head));
}

/** The log that is known with what is new; undefined where its commit is gone or it turns out not to be whole. */
async function extended(
  git: Git,
  { head: since, log }: KeptLog,
  { exactRenames }: CacheKey,
  head: string,
): Promise<WholeLog | undefined> {
  if (since !== head)
    try {
      await readLog(git, { head, since, exactRenames }, new RawLogWriter(log));
    } catch (error) {
      // After a rewrite the commit may be no more.
      if (error instanceof GitFailed && error.exitCode > 0) return undefined;
      throw error;
    }
  const ordered = orderCommits(log, head);
  return ordered && { log, ordered };
}

async function readWhole(git: Git, { exactRenames }: CacheKey, head: string): Promise<WholeLog | undefined> {
  const writer = new RawLogWriter();
  await readLog(git, { head, exactRenames }, writer);
  const ordered = orderCommits(writer.log, head);
  return ordered && { log: writer.log, ordered };
}

/** Git reads the one in the folder of the files, and follows no link there. */
function mailmapHash(top: string): string {
  try {
    const file = path.join(top, '.mailmap');
    if (!fs.lstatSync(file).isFile()) return '';
    return createHash('sha256').update(fs.readFileSync(file)).digest('hex');
  } catch {
    return '';
  }
}
