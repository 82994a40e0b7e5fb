import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Said } from '../model/said.ts';
import type { IsoDate, Side } from '../model/value.ts';
import { absenceSaid } from '../resolve/absence-said.ts';
import type { ContentChange } from '../resolve/content-changes.ts';
import { dayOfAuthor } from '../resolve/day-of-author.ts';
import { documentHistory, type DocumentStep } from '../resolve/document-history.ts';
import { pathsEver } from '../resolve/documents-of-history.ts';
import { committedPath } from '../resolve/old-texts.ts';
import { signedSide } from '../resolve/signed-side.ts';
import { heldOf, lastReviewIn } from '../kinds/record/series.ts';
import { compareText } from '../values/compare-text.ts';
import { say } from '../values/say.ts';

/** From where on a log of changes goes back no further. */
export type Since =
  | { readonly is: 'beginning' }
  /** Commits that their authors made on this day or later. */
  | { readonly is: 'day'; readonly day: IsoDate }
  /** Commits that are none of these hashes: what `rev` was built on, as somebody wrote it. */
  | { readonly is: 'commit'; readonly rev: string; readonly known: ReadonlySet<string> }
  /** Commits after the day of the newest strategic review that is final. */
  | { readonly is: 'review' };

/** What was done with the documents of an engagement, the newest first; plain data. */
export interface ChangeLog {
  readonly folder: string;
  readonly title: string;
  readonly since: Exclude<Since, { readonly is: 'commit' | 'review' }> | SinceTold;
  readonly entries: readonly ChangeEntry[];
  /** Paths of documents of which a text cannot be read: nothing is told of them. */
  readonly unread: readonly string[];
}

type SinceTold =
  | { readonly is: 'commit'; readonly rev: string }
  | { readonly is: 'review'; readonly day: IsoDate; readonly path: string };

/** What one commit did with one document. */
export interface ChangeEntry {
  readonly path: string;
  readonly title: string;
  readonly is: DocumentStep['is'] | 'signed';
  /** Undefined of what is not committed yet. */
  readonly commit: { readonly hash: string; readonly authored: string } | undefined;
  readonly side: Side | undefined;
  readonly movedFrom: string | undefined;
  readonly changes: readonly EntryChange[];
  /** Of a new sign-off: what it says. */
  readonly signed: SignedEntry | undefined;
}

/** A change without the places of a text that is not there any more. */
export type EntryChange = Omit<ContentChange, 'section' | 'span' | 'of' | 'column'> & {
  readonly section: { readonly title: string } | undefined;
};

export interface SignedEntry {
  readonly document: string;
  readonly by: string;
  readonly side: Side | undefined;
  readonly means: string | undefined;
}

/** Or why there is none: a sentence without its end. */
export type ChangeLogAnswer = ChangeLog | { readonly is: 'none'; readonly why: Said };

/** The log of an engagement, as far as these paths are asked for; its view holds what became of every document. */
export function changeLog(
  { folder, title }: { readonly folder: string; readonly title: string },
  view: View,
  since: Since,
  isAsked: (path: string) => boolean,
): ChangeLogAnswer {
  const { history } = view;
  if (history?.kind !== 'read')
    return { is: 'none', why: history ? absenceSaid(history) : say('the Git history is being read') };
  const told = sinceTold(since, view);
  if (!told) return { is: 'none', why: say('no strategic review has been held and is final') };
  const present = new Map(view.everything.map((document) => [document.path, document]));
  // What was moved since is told where it stands now.
  const moved = new Set([...present.keys()].map((path) => committedPath(path, view)));
  const dated = pathsEver(view)
    .filter((path) => isAsked(path) && (present.has(path) || !moved.has(path)))
    .flatMap((path) =>
      (documentHistory(path, present.get(path), view) ?? [])
        .filter((step) => isSince(step, told, since) && isTold(step))
        .map((step) => ({
          at: step.commit?.commit ?? Infinity,
          entry: entryOf(path, step, present.get(path), view),
        })),
    );
  const sorted = dated.sort((a, b) =>
    a.at === b.at ? compareText(a.entry.path, b.entry.path) : b.at - a.at,
  );
  const unread = [...present.keys()].filter(
    (path) => isAsked(path) && history.texts.has(path) && !history.texts.get(path),
  );
  return { folder, title, since: told, entries: sorted.map(({ entry }) => entry), unread };
}

function sinceTold(since: Since, view: View): ChangeLog['since'] | undefined {
  if (since.is === 'commit') return { is: 'commit', rev: since.rev };
  if (since.is !== 'review') return since;
  const review = lastReviewIn(view);
  return review && { is: 'review', day: heldOf(review)!, path: review.path };
}

function isSince({ commit }: DocumentStep, told: ChangeLog['since'], since: Since): boolean {
  if (!commit) return true;
  const day = dayOfAuthor(commit);
  if (told.is === 'day') return day >= told.day;
  if (told.is === 'review') return day > told.day;
  return since.is !== 'commit' || !since.known.has(commit.hash);
}

/** What only looks otherwise is no change. */
function isTold({ is, movedFrom }: DocumentStep): boolean {
  return is !== 'form' || movedFrom !== undefined;
}

/** Without a title it is none of ours. */
function entryOf(
  path: string,
  step: DocumentStep,
  present: GovernedDocument | undefined,
  view: View,
): ChangeEntry {
  const { commit, by, is, movedFrom, changes, document } = step;
  const shown = document ?? present ?? before(step, path, view);
  const isNew = is === 'begun' && document?.kind === 'signoff';
  return {
    path,
    title: shown?.title ?? '',
    is: isNew ? 'signed' : is,
    commit: commit && { hash: commit.hash, authored: commit.authored },
    side: by?.side,
    movedFrom,
    changes: changes.map(entryChange),
    signed: isNew ? signedOf(document, view) : undefined,
  };
}

/** What a commit took away, as it was. */
function before({ commit }: DocumentStep, path: string, view: View): GovernedDocument | undefined {
  const [text] = commit?.before ?? [];
  return text === undefined ? undefined : view.readOld(path, { text });
}

export function entryChange({
  section,
  span: _place,
  of: _of,
  column: _column,
  ...change
}: ContentChange): EntryChange {
  return { ...change, section: section && { title: section.title } };
}

function signedOf(signoff: GovernedDocument, view: View): SignedEntry {
  const { document, by, means } = signoff.keys;
  return {
    document: document?.source.text ?? '',
    by: by?.source.text ?? '',
    side: signedSide(signoff, view),
    means: means?.value,
  };
}
