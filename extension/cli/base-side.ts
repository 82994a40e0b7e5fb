import path from 'node:path';
import { checkAgainst, type BaseSide, type CheckResult } from '../engine/index.ts';
import { folderOf } from '../engine/model/file-paths.ts';
import type { NoBase } from '../git/index.ts';
import { say, type Said } from '../engine/model/said.ts';
import { absenceReason } from '../engine/reports.ts';
import { openBaseWorkspace } from './base-workspace.ts';
import type { Arguments } from './parse-arguments.ts';
import type { Place } from './session.ts';
import { UsageError } from './shell.ts';

/**
 * What a check finds that was not found where the branches part. Throws a UsageError where there is no repository, or nothing
 * of this name.
 */
export async function checkedAgainst(
  rev: string,
  place: Place,
  { args, withCoverage = false }: { readonly args: Arguments; readonly withCoverage?: boolean },
): Promise<CheckResult> {
  return await checkAgainst(place.options, await openBaseSide(rev, place, args), {
    paths: place.paths,
    withCoverage,
  });
}

/** What is compared with, in the repository around the paths that are named, else around the current folder or the root. */
async function openBaseSide(rev: string, place: Place, args: Arguments): Promise<BaseSide> {
  if (args.has('no-git'))
    throw new UsageError(
      say('--against reads the repository, and --no-git says not to: leave one of them out.'),
    );
  const { root, configPath } = place;
  const { findBase, repositoryAround } = await import('../git/index.ts');
  const tops = new Set(foldersOf(place).flatMap((folder) => repositoryAround(path.join(root, folder)) ?? []));
  const [top, another] = tops;
  if (another !== undefined)
    throw new UsageError(
      say(
        '--against compares with a commit of one repository, and the paths lie in several: name those of one.',
      ),
    );
  if (top === undefined) throw new UsageError(whyNot({ why: 'no-repository', isShallow: false }, rev));
  const base = await findBase(root, top, rev);
  if (base.kind === 'absent') throw new UsageError(whyNot(base, rev));
  const opened = await openBaseWorkspace(root, base, configPath);
  if (!opened) throw new UsageError(missingSaid(rev));
  const { commit, on, is, renamed, readHistory } = base;
  return { rev, commit, on, is, renamed, ...opened, historyOf: readHistory };
}

/** Where the repository is looked for, from the root. */
function foldersOf({ paths, here, workspace }: Place): readonly string[] {
  if (paths.length > 0) return paths.map((one) => (workspace.look?.(one).isFolder ? one : folderOf(one)));
  return [here ?? ''];
}

function whyNot({ why, isShallow }: Pick<NoBase, 'why' | 'isShallow'>, rev: string): Said {
  if (why === 'missing') return missingSaid(rev);
  if (why !== 'no-revision')
    return say('--against "{{rev}}" cannot be compared with: {{reason}}.', {
      rev,
      reason: absenceReason(why),
    });
  return isShallow
    ? say(
        '--against "{{rev}}" names no commit of this clone, which is shallow: correct the name, or fetch more (git fetch --unshallow).',
        { rev },
      )
    : say('--against "{{rev}}" names no commit. Write a branch, a tag or the hash of a commit.', { rev });
}

function missingSaid(rev: string): Said {
  return say(
    '--against "{{rev}}" names what is not all in this clone: fetch more (git fetch --unshallow, git fetch --refetch).',
    { rev },
  );
}
