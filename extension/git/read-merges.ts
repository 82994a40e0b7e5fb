import { textsEndedByNul } from './byte-text.ts';
import { printedBy } from './read-log.ts';
import type { Git } from './run-git.ts';

/** No path in a repository begins so. */
const mark = '//';

/** The merges before a commit that left one of these files other than each of their parents had it, by hash with those files. */
export async function readMerges(
  git: Git,
  head: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const printed = await printedBy(git, [
    'log',
    '-z',
    '--merges',
    '-c',
    '--full-history',
    '--name-only',
    '--no-renames',
    '--no-ext-diff',
    '--no-textconv',
    '--no-decorate',
    `--format=format:${mark}%H`,
    '--end-of-options',
    head,
    '--',
    ...paths,
  ]);
  const merges = new Map<string, string[]>();
  let its: string[] = [];
  for (const token of textsEndedByNul(printed)) {
    const [, hash] = /^\n?\/\/([0-9a-f]{40,64})$/.exec(token) ?? [];
    if (hash !== undefined) merges.set(hash, (its = []));
    else if (token !== '') its.push(token.replace(/^\n/, ''));
  }
  return merges;
}
