import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { ownCacheFolder } from '../../bin/compile-cache.mjs';
import type { RawLog } from './raw-log.ts';

/** What is kept of a history between runs, so that only new commits are read. */
export interface KeptLog {
  /** The commit that it was read up to. */
  readonly head: string;
  readonly log: RawLog;
}

/** What decides which of them may be used. */
export interface CacheKey {
  /** Where objects and refs lie. */
  readonly commonFolder: string;
  /** A hash of the `.mailmap` that identities were merged with. */
  readonly mailmap: string;
  readonly exactRenames: boolean;
}

/** Another way to keep or to read a log: what an earlier version wrote is not read. */
const format = 2;
const digestBytes = 32;

/**
 * The folder for it in the user's caches; undefined where they have none that is closed to others.
 */
export function historyCacheFolder(): string | undefined {
  return ownCacheFolder({ platform: process.platform, variables: process.env }, 'history');
}

/**
 * Logs kept in a folder that is closed to others. What lies there could still have been put there by somebody else, or
 * be half written, so it is believed only where the file is the user's own and holds what it says it holds. Where nothing
 * can be kept, nothing is lost but time.
 */
export class HistoryCache {
  readonly #folder: string | undefined;

  /** Without a folder nothing is kept. */
  constructor(folder: string | undefined) {
    this.#folder = folder;
  }

  read(key: CacheKey): KeptLog | undefined {
    const file = this.#fileOf(key);
    if (file === undefined) return undefined;
    try {
      const bytes = readOwn(file);
      const content = bytes.subarray(digestBytes);
      if (!digestOf(content).equals(bytes.subarray(0, digestBytes))) return undefined;
      const { version, kept } = deserialize(content) as {
        readonly version: string;
        readonly kept: KeptLog;
      };
      return version === versionOf(key) ? kept : undefined;
    } catch {
      return undefined;
    }
  }

  /** Written beside its place and moved there: whoever reads meanwhile has the old one or the new one. */
  write(key: CacheKey, kept: KeptLog): void {
    const file = this.#fileOf(key);
    if (file === undefined) return;
    const beside = `${file}.${randomUUID()}`;
    try {
      const content = serialize({ version: versionOf(key), kept });
      fs.writeFileSync(beside, Buffer.concat([digestOf(content), content]), { mode: 0o600, flag: 'wx' });
      fs.renameSync(beside, file);
    } catch {
      fs.rmSync(beside, { force: true });
    }
  }

  #fileOf({ commonFolder }: CacheKey): string | undefined {
    const name = createHash('sha256').update(commonFolder).digest('hex').slice(0, 32);
    return this.#folder === undefined ? undefined : path.join(this.#folder, `${name}.log`);
  }
}

function versionOf({ commonFolder, mailmap, exactRenames }: CacheKey): string {
  return JSON.stringify([format, commonFolder, mailmap, exactRenames]);
}

function digestOf(content: Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}

function isOwn(stat: fs.Stats): boolean {
  // Windows keeps such folders to their user by itself and tells no owner.
  if (process.getuid === undefined) return true;
  return stat.uid === process.getuid() && (stat.mode & 0o022) === 0;
}

/** The bytes of a regular file of the user's own; throws where it is another's, or a link. */
function readOwn(file: string): Buffer {
  const descriptor = fs.openSync(file, fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0));
  try {
    const stat = fs.fstatSync(descriptor);
    if (!stat.isFile() || !isOwn(stat)) throw new Error('It is not of this user.');
    return fs.readFileSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}
