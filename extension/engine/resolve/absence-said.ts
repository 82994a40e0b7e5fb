import type { History, HistoryAbsence, HistoryRemark, NoHistory } from '../model/history.ts';
import { say } from '../values/say.ts';
import type { Said } from '../model/said.ts';

/** Why nothing is known of the history, in words that go on after "did not run: ". */
export function absenceSaid({ why }: NoHistory): Said {
  return texts[why];
}

const texts: Readonly<Record<HistoryAbsence, Said>> = {
  'not-asked': say('no Git history: --no-git was given'),
  'no-host': say('no Git history: no program can be started where the files are, as in a browser'),
  untrusted: say('no Git history: Git is started in trusted workspaces alone, and this one is not trusted'),
  'no-git': say('no Git history: the program git is not installed, or is not on the path'),
  'no-repository': say('no Git history: the folder lies in no Git repository'),
  'other-work-tree': say('no Git history: the repository says that its files lie in another folder'),
  'unsafe-owner': say(
    'no Git history: the repository belongs to another user, and Git refuses it (see safe.directory in its manual)',
  ),
  'no-commits': say('no Git history: nothing has been committed yet'),
  shallow: say(
    'no Git history: this is a shallow clone, in which older commits are missing (git fetch --unshallow)',
  ),
  damaged: say('no Git history: an object of the repository is missing or damaged (git fsck names it)'),
  failed: say('no Git history: Git could not read it'),
};

/** Why nothing is known of a history that something asked for, or what restricts what is told of it; nothing where nobody asked. */
export function historySaid(history: History | NoHistory | undefined): readonly Said[] {
  if (history?.kind === 'absent') return [absenceSaid(history)];
  return (history?.remarks ?? []).flatMap((remark) => remarks[remark] ?? []);
}

/** Of a sparse checkout everything is told: files are those of the commit. */
const remarks: Readonly<Record<HistoryRemark, Said | undefined>> = {
  'exact-renames': say(
    'this is a partial clone: a file that was moved and changed in one commit counts as a new one',
  ),
  detached: say('no branch is checked out: commits made after the one that is are not counted'),
  sparse: undefined,
};
