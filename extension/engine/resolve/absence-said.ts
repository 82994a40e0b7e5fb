import type { History, HistoryAbsence, HistoryRemark, NoHistory } from '../model/history.ts';
import { say } from '../values/say.ts';
import type { Said } from '../model/said.ts';

/** Why nothing is known of the history, in words that go on after "did not run: ". */
export function absenceSaid({ why }: NoHistory): Said {
  return say('no Git history: {{reason}}', { reason: reasons[why] });
}

/** The reason alone, in words that go on after a colon. */
export function absenceReason(why: HistoryAbsence): Said {
  return reasons[why];
}

const reasons: Readonly<Record<HistoryAbsence, Said>> = {
  'not-asked': say('--no-git was given'),
  'no-host': say('no program can be started where the files are, as in a browser'),
  untrusted: say('Git is started in trusted workspaces alone, and this one is not trusted'),
  'no-git': say('the program git is not installed, or is not on the path'),
  'no-repository': say('the folder lies in no Git repository'),
  'other-work-tree': say('the repository says that its files lie in another folder'),
  'unsafe-owner': say(
    'the repository belongs to another user, and Git refuses it (see safe.directory in its manual)',
  ),
  'no-commits': say('nothing has been committed yet'),
  shallow: say('this is a shallow clone, in which older commits are missing (git fetch --unshallow)'),
  damaged: say('an object of the repository is missing or damaged (git fsck names it)'),
  failed: say('Git could not read it'),
};

/** Behind the word "History": why nothing is known of one that something asked for, or what restricts what is told of it. */
export function historySaid(history: History | NoHistory | undefined): readonly Said[] {
  if (history?.kind === 'absent') return [say('unknown ({{reason}})', { reason: reasons[history.why] })];
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
