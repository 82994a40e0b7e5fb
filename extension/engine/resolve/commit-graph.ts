import { changeKinds, type History } from '../model/history.ts';

const moved = changeKinds.indexOf('moved');
const renamed = changeKinds.indexOf('renamed');

/**
 * The commit that changed what a tracked file says last; of two that know nothing of each other the one that was made later.
 * To move it says nothing new.
 */
export function lastChangeOf(path: string, { files, fileOf, commits }: History): number | undefined {
  const file = fileOf[files.indexOf(path)] ?? -1;
  if (file < 0) return undefined;
  let last: number | undefined;
  for (let commit = 0; commit < commits.count; commit++)
    for (let at = commits.firstChange[commit] ?? 0; at < (commits.firstChange[commit + 1] ?? 0); at++)
      if (
        commits.file[at] === file &&
        commits.change[at] !== moved &&
        isLater(commit, last, commits.committed)
      )
        last = commit;
  return last;
}

/** Whether a commit gave a tracked file another name and changed it: what stands there then may be another thing. */
export function renamesOf(path: string, { files, fileOf, commits }: History): (commit: number) => boolean {
  const file = fileOf[files.indexOf(path)] ?? -1;
  return (commit) => {
    const changes = commits.file.subarray(commits.firstChange[commit], commits.firstChange[commit + 1]);
    return changes.some(
      (one, i) => one === file && commits.change[(commits.firstChange[commit] ?? 0) + i] === renamed,
    );
  };
}

function isLater(commit: number, last: number | undefined, committed: Float64Array): boolean {
  return last === undefined || (committed[commit] ?? 0) >= (committed[last] ?? 0);
}

/** Whether a commit is this one, or one that it was built on. */
export function commitsBefore(commit: number, { commits }: History): (other: number) => boolean {
  const found = new Uint8Array(commits.count);
  found[commit] = 1;
  // Parents stand before their children, so one way back finds them all.
  for (let i = commit; i >= 0; i--) {
    if (found[i] === 0) continue;
    for (let at = commits.firstParent[i] ?? 0; at < (commits.firstParent[i + 1] ?? 0); at++)
      found[commits.parents[at] ?? 0] = 1;
  }
  return (other) => found[other] === 1;
}
