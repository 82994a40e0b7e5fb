/**
 * What the history of one repository says, up to the commit that is checked out. Plain columns: what a commit is, who made
 * it, and which files it changed, after identities were merged and renames followed. Built once by whoever reads it.
 */
export interface History {
  readonly kind: 'read';
  /** Another one wherever anything below is another. */
  readonly version: string;
  /** Where the root of the workspace lies in the repository: empty, or `sub/folder/`. */
  readonly prefix: string;
  /** Where the repository lies below the root of the workspace: empty, or `sub/folder/`. One of the two is empty. */
  readonly below: string;
  /** The hash of the commit that is checked out, in hexadecimal digits. */
  readonly commit: string;
  /** What restricts what can be told, without making it wrong. */
  readonly remarks: readonly HistoryRemark[];
  /** The files of that commit, from the repository's root, by code unit. A name that is not UTF-8 has `\xe5` for a byte. */
  readonly files: readonly string[];
  /** Which of `paths` each of them is; -1 where no commit is known to have made it, as what only a merge has. */
  readonly fileOf: Int32Array;
  /** Whoever is named as author of a commit, as `.mailmap` has it. */
  readonly people: readonly Committer[];
  /** Every file that ever was, under its last path; one that was moved is one file. */
  readonly paths: readonly string[];
  readonly commits: CommitColumns;
  /**
   * What became of the documents that were asked for, by the path of each from the root of the workspace; undefined where one of
   * the texts cannot be read.
   */
  readonly texts: ReadonlyMap<string, OldTexts | undefined>;
  /**
   * Of documents whose commits were to be checked, by path: what became of the signature of each signed commit, by its hash.
   * Absent where nobody asked.
   */
  readonly signatures?: ReadonlyMap<string, ReadonlyMap<string, Signature>>;
}

/** What checking the signature of a commit came to, with keys that the repository has no part in. */
export type Signature =
  /** `by`: the addresses that the key is known by. */
  | { readonly is: 'good'; readonly by: readonly string[] }
  | { readonly is: 'bad' }
  | { readonly is: 'unchecked'; readonly why: Unchecked };

/**
 * `no-signers`: the user names no file of allowed signers, or one that lies in the repository. `no-key`: the key is not among
 * those of the user. `untrusted`: it is there, and nobody has said whose it is. `expired`: it, or what it signed, is too old.
 * `failed`: there is no program for it, or it did not answer.
 */
export type Unchecked = 'no-signers' | 'no-key' | 'untrusted' | 'expired' | 'failed';

/** What became of one document. */
export interface OldTexts {
  /** What commits made of it, the oldest first by the graph. */
  readonly versions: readonly OldText[];
  /** Where it was taken away, likewise. */
  readonly removals: readonly CommitOfDocument[];
  /** What it says in the commit that is checked out; undefined where it is not there. */
  readonly committed: string | undefined;
}

/** A commit that did something with a document. */
export interface CommitOfDocument {
  /** Index into the commits. */
  readonly commit: number;
  /** In hexadecimal digits. */
  readonly hash: string;
  /** When its author made it, by their own clock: `2026-11-03T10:22:31+01:00`. */
  readonly authored: string;
  /** Whether it holds a signature, good or bad. */
  readonly isSigned: boolean;
  /** What its parents said, in their order; none where it made the document. A merge has several, and says something else than each. */
  readonly before: readonly string[];
  /** Where the document lay once it was made, from the root of the repository. */
  readonly path: string;
  /** Where it lay in the parent, where the commit renamed or moved it. */
  readonly movedFrom?: string;
}

/** What one commit made of a document. */
export interface OldText extends CommitOfDocument {
  readonly text: string;
}

export interface Committer {
  readonly name: string;
  readonly email: string;
}

/** One entry a commit, parents before their children: the order depends on the graph alone. */
export interface CommitColumns {
  readonly count: number;
  /** Index into `people`. */
  readonly author: Int32Array;
  /** When it was committed, in seconds since 1970. */
  readonly committed: Float64Array;
  /** Indexes of the parents of commit i: those from `firstParent[i]` up to `firstParent[i + 1]`. */
  readonly firstParent: Int32Array;
  readonly parents: Int32Array;
  /** What commit i changed: from `firstChange[i]` up to `firstChange[i + 1]`. A merge changes nothing. */
  readonly firstChange: Int32Array;
  /** Index into `paths`. */
  readonly file: Int32Array;
  /** What was done to it, as `changeKinds` says. */
  readonly change: Uint8Array;
}

/** By the number that stands in `CommitColumns.change`; `moved` is renamed with every byte as it was. */
export const changeKinds = ['added', 'modified', 'deleted', 'renamed', 'moved'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/**
 * `exact-renames`: a partial clone has no contents to compare, so a file that was moved and changed in one commit is two.
 * `detached`: no branch is checked out. `sparse`: files of the commit may be missing on the disk.
 */
export type HistoryRemark = 'exact-renames' | 'detached' | 'sparse';

/** That nothing is known of the history, and why. */
export interface NoHistory {
  readonly kind: 'absent';
  readonly why: HistoryAbsence;
  /** What Git said, or a path: for reading, not for deciding. */
  readonly detail?: string;
}

/**
 * `not-asked`: the caller wants none. `no-host`: no program can be started where the files are, as in a browser.
 * `untrusted`: nobody has said yet that the workspace is trusted.
 * `no-git`: there is no Git, or one that is too old. `no-repository`: no `.git` at or above the folder. `other-work-tree`:
 * the repository says that its files lie elsewhere. `unsafe-owner`: somebody else owns it and Git refuses. `no-commits`:
 * its branch is not born. `shallow`: older commits are not there. `damaged`: an object is missing or unreadable.
 * `failed`: Git ended otherwise.
 */
export type HistoryAbsence =
  | 'not-asked'
  | 'no-host'
  | 'untrusted'
  | 'no-git'
  | 'no-repository'
  | 'other-work-tree'
  | 'unsafe-owner'
  | 'no-commits'
  | 'shallow'
  | 'damaged'
  | 'failed';
