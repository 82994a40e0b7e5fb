import { existsSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { HistoryRemark, NoHistory } from '../engine/model/history.ts';
import { GitFailed } from './run-git.ts';
import type { Git } from './run-git.ts';

/** A repository whose history can be read. */
export interface Repository {
  /** The folder that holds its files, without symbolic links. */
  readonly top: string;
  /** Where objects and refs lie, shared by all its work trees. */
  readonly commonFolder: string;
  /** The hash of the commit that is checked out. */
  readonly head: string;
  readonly remarks: readonly HistoryRemark[];
}

/**
 * The nearest folder at or above this one that holds a `.git`, without symbolic links. Undefined where none does, or the
 * folder is gone.
 */
export function topAbove(folder: string): string | undefined {
  for (let at = realPath(folder); at !== undefined; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return at;
    if (path.dirname(at) === at) return undefined;
  }
  return undefined;
}

/** Asks Git about the repository whose files lie at `top`; `git` works there. */
export async function findRepository(git: Git, top: string): Promise<Repository | NoHistory> {
  try {
    const known = await placesOf(git, ['HEAD^{commit}', '--symbolic-full-name', 'HEAD']).catch(passed);
    const [shown = '', gitFolder = '', commonFolder = '', shallow = '', whole, name] =
      known ?? (await placesOf(git, []));
    // `core.worktree` and the like: what is beside this `.git` would not be what its commits hold.
    if (!isSame(shown, top)) return { kind: 'absent', why: 'other-work-tree', detail: shown };
    if (shallow !== 'false') return { kind: 'absent', why: 'shallow' };
    if (whole === undefined || whole === '') {
      const named = await hashOf(git, 'HEAD');
      return named === undefined
        ? { kind: 'absent', why: 'no-commits' }
        : { kind: 'absent', why: 'damaged', detail: named };
    }
    return {
      top,
      commonFolder,
      head: whole,
      remarks: remarksOn({ gitFolder, commonFolder }, name === 'HEAD'),
    };
  } catch (error) {
    return absenceFor(error);
  }
}

/** What it means that a command of Git's failed, or that a file may not be looked at; throws on what is neither. */
export function absenceFor(error: unknown): NoHistory {
  if (error instanceof Error && 'syscall' in error)
    return { kind: 'absent', why: 'failed', detail: error.message };
  if (!(error instanceof GitFailed)) throw error;
  const detail = error.message;
  if (error.isMissing) return { kind: 'absent', why: 'no-git', detail };
  if (detail.includes('dubious ownership')) return { kind: 'absent', why: 'unsafe-owner', detail };
  if (/not a git repository|must be run in a work tree/i.test(detail))
    return { kind: 'absent', why: 'no-repository', detail };
  if (damage.test(detail)) return { kind: 'absent', why: 'damaged', detail };
  return { kind: 'absent', why: 'failed', detail };
}

/** How Git says, in the locale of its authors, that objects are missing or are not what they should be. */
const damage =
  /bad object|bad tree|unable to read|could not read|could not parse|missing|corrupt|loose object|unable to find|inflate|packfile/i;

/** What Git says of where it works and of these names, a line each, in one call: to start it takes longest. */
async function placesOf(git: Git, names: readonly string[]): Promise<readonly string[]> {
  const asked = ['--show-toplevel', '--git-dir', '--git-common-dir', '--is-shallow-repository', ...names];
  return (await git.text(['rev-parse', '--path-format=absolute', ...asked])).split('\n');
}

/** Of a branch that is not born, or whose commit is damaged, it says nothing at all: it is asked once more without. */
function passed(error: unknown): undefined {
  if (!(error instanceof GitFailed) || error.isMissing) throw error;
}

/** The whole hash of what a name stands for; undefined where there is no such thing. */
export async function hashOf(git: Git, name: string): Promise<string | undefined> {
  try {
    const hash = (await git.text(['rev-parse', '--verify', '--quiet', '--end-of-options', name])).trim();
    return hash === '' ? undefined : hash;
  } catch (error) {
    // With --quiet it says nothing where there is no such thing.
    if (error instanceof GitFailed && error.exitCode > 0 && error.message === '') return undefined;
    if (error instanceof GitFailed && damage.test(error.message)) return undefined;
    if (error instanceof GitFailed && error.message.includes('expected commit type')) return undefined;
    throw error;
  }
}

function remarksOn(
  { gitFolder, commonFolder }: Readonly<Record<'gitFolder' | 'commonFolder', string>>,
  isDetached: boolean,
): readonly HistoryRemark[] {
  return [
    ...(isPartial(commonFolder) ? (['exact-renames'] as const) : []),
    ...(isDetached ? (['detached'] as const) : []),
    ...(existsSync(path.join(gitFolder, 'info', 'sparse-checkout')) ? (['sparse'] as const) : []),
  ];
}

/** A partial clone marks its packs as promised by somebody else. */
function isPartial(commonFolder: string): boolean {
  const packs = path.join(commonFolder, 'objects', 'pack');
  return existsSync(packs) && readdirSync(packs).some((name) => name.endsWith('.promisor'));
}

/** Whether two ways to write it lead to one folder. */
function isSame(shown: string, top: string): boolean {
  const real = realPath(shown);
  return real !== undefined && real === realPath(top);
}

function realPath(file: string): string | undefined {
  try {
    return realpathSync.native(file);
  } catch {
    return undefined;
  }
}
