import { GitFailed } from './run-git.ts';
import type { Git } from './run-git.ts';

/** A commit or the contents of a file. */
export interface GitObject {
  /** Its hash: equal contents have the same. */
  readonly id: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/**
 * The objects of these names, such as `<hash>` and `<hash>:<path>`, in one process. Undefined for what is missing, or cannot be
 * asked for: a name ends with its line.
 */
export async function readObjects(
  git: Git,
  names: readonly string[],
): Promise<readonly (GitObject | undefined)[]> {
  const askable = [...new Set(names)].filter((name) => !name.includes('\n'));
  if (askable.length === 0) return names.map(() => undefined);
  let objects: readonly (GitObject | undefined)[];
  try {
    objects = parseObjects(await git.objects(askable));
  } catch (error) {
    if (error instanceof GitFailed && error.exitCode > 0) return names.map(() => undefined);
    throw error;
  }
  const found = new Map(askable.map((name, i) => [name, objects[i]]));
  return names.map((name) => found.get(name));
}

const lineEnd = 0x0a;

/**
 * What `git cat-file --batch` prints, an answer for each name: `<hash> blob <bytes>`, a new line, the bytes and a new line.
 * Undefined for what is missing, and for all behind a place at which it ends too early.
 */
function parseObjects(printed: Buffer): readonly (GitObject | undefined)[] {
  const objects: (GitObject | undefined)[] = [];
  let at = 0;
  while (at < printed.length) {
    const end = printed.indexOf(lineEnd, at);
    if (end < 0) break;
    const line = printed.toString('latin1', at, end);
    const [, id, type, size] = /^([0-9a-f]{40,64}) ([a-z]+) (\d+)$/.exec(line) ?? [];
    at = end + 1;
    if (id === undefined || type === undefined) {
      objects.push(undefined);
      continue;
    }
    const last = at + Number(size);
    if (printed[last] !== lineEnd) break;
    objects.push({ id, type, bytes: printed.subarray(at, last) });
    at = last + 1;
  }
  return objects;
}
