import { pathInWorkspace } from '../engine/model/path-in-repository.ts';
import type { History } from '../engine/model/history.ts';
import { beforeEachNul, textOfBytes } from './byte-text.ts';
import { printedBy } from './read-log.ts';
import type { Git } from './run-git.ts';

/** A regular file of a commit. */
export interface BaseFile {
  /** The hash of what it holds. */
  readonly object: string;
  /** How large it is; undefined where Git cannot tell without fetching it. */
  readonly bytes: number | undefined;
}

/** What a commit holds below the root of the workspace, by paths from there. */
export interface BaseTree {
  readonly files: ReadonlyMap<string, BaseFile>;
  /** Symbolic links and submodules: they are there, and nobody follows them. */
  readonly others: readonly string[];
}

type Place = Pick<History, 'prefix' | 'below'>;

/** The tree of a commit. A name that is not UTF-8 is left out, as on the disk. */
export async function readBaseTree(git: Git, commit: string, place: Place): Promise<BaseTree> {
  const files = new Map<string, BaseFile>();
  const others: string[] = [];
  for (const entry of beforeEachNul(
    await printedBy(git, ['ls-tree', '-r', '-z', '-l', '--full-tree', commit]),
  )) {
    const tab = entry.indexOf(0x09);
    const [mode = '', , object = '', size = ''] = entry.toString('latin1', 0, tab).split(/ +/);
    const path = pathOf(entry.subarray(tab + 1), place);
    if (path === undefined) continue;
    // In a partial clone it is no number: nobody knows how large what is not there is.
    if (mode.startsWith('100'))
      files.set(path, { object, bytes: /^\d/.test(size) ? Number(size) : undefined });
    else others.push(path);
  }
  return { files, others };
}

/** What files of one commit are called in another, by paths from the root of the workspace; of two, the files as Git takes them for one. */
export async function renamesBetween(
  git: Git,
  { from, to, isExact }: { readonly from: string; readonly to: string; readonly isExact: boolean },
  place: Place,
): Promise<ReadonlyMap<string, string>> {
  const printed = await printedBy(git, [
    'diff-tree',
    '-r',
    '-z',
    isExact ? '-M100%' : '-M',
    '-l1000',
    '--name-status',
    '--diff-filter=R',
    '--no-ext-diff',
    '--no-textconv',
    from,
    to,
  ]);
  const fields = [...beforeEachNul(printed)];
  const renames = new Map<string, string>();
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const before = pathOf(fields[at + 1]!, place);
    const now = pathOf(fields[at + 2]!, place);
    if (before !== undefined && now !== undefined) renames.set(before, now);
  }
  return renames;
}

function pathOf(bytes: Buffer, place: Place): string | undefined {
  const text = textOfBytes(bytes);
  return text === bytes.toString('utf8') ? pathInWorkspace(text, place) : undefined;
}
