import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { CommitOfDocument, OldText, OldTexts } from '../model/history.ts';
import { pathInRepository } from '../model/path-in-repository.ts';
import type { Side } from '../model/value.ts';
import { onceFor } from '../values/once-for.ts';
import { committersIn } from './committers.ts';
import { contentChanges, type ContentChange } from './content-changes.ts';
import { committedPath, oldTextsOf } from './old-texts.ts';
import { nameOfRow } from './names.ts';

/** What one commit did with a document; without a commit, what stands in the files and is not committed yet. */
export interface DocumentStep {
  readonly commit: CommitOfDocument | undefined;
  /** Undefined of what is not committed. */
  readonly by: Author | undefined;
  /** `form`: nothing that anybody would read is another. */
  readonly is: 'begun' | 'changed' | 'form' | 'removed';
  /** Where it lay before, from the root of the repository. */
  readonly movedFrom: string | undefined;
  readonly changes: readonly ContentChange[];
  /** As it was left; undefined where it was taken away, or was none of ours. */
  readonly document: GovernedDocument | undefined;
}

/** Who made a commit, as far as the engagement says it: nothing else of anybody is told. */
export interface Author {
  readonly side: Side | undefined;
  /** Key of the person; undefined of one whom nobody names, and where nothing of people is to be told. */
  readonly person: string | undefined;
}

/**
 * What became of a document that is there or was, by its path from the root of the workspace, the oldest first; undefined
 * where that is not known.
 */
export function documentHistory(
  path: string,
  now: GovernedDocument | undefined,
  view: View,
): readonly DocumentStep[] | undefined {
  const steps = stepsOf(path, now, view);
  return steps && Array.from({ length: steps.count }, (_, i) => steps.at(i)).flatMap((step) => step ?? []);
}

/** The same, each looked at when it is first asked for: to read all versions of a document takes its time. */
export interface DocumentSteps {
  readonly count: number;
  /** Undefined where the file was no document of ours before a commit, nor after it. */
  at(i: number): DocumentStep | undefined;
}

/** The commits of a document as steps, and what is not committed as the last one; undefined where they are not known. */
export function stepsOf(
  path: string,
  now: GovernedDocument | undefined,
  view: View,
): DocumentSteps | undefined {
  const known = stepsKnown(view);
  if (!known.has(path)) known.set(path, lazySteps(path, now, view));
  return known.get(path);
}

/** By path: several rules and facts ask for the same. */
const stepsKnown = onceFor((_view: View) => new Map<string, DocumentSteps | undefined>());

function lazySteps(path: string, now: GovernedDocument | undefined, view: View): DocumentSteps | undefined {
  const { history } = view;
  const its = oldTextsOf(path, view);
  if (history?.kind !== 'read' || !its) return undefined;
  const made = madeOf(its);
  const known = new Map<number, DocumentStep | undefined>();
  const read = (i: number): DocumentStep | undefined => {
    const one = made[i];
    if (!one) return uncommitted(its.committed, now, path, view);
    return stepOf(path, one, authorsIn(view)[history.commits.author[one.commit] ?? 0], view);
  };
  return {
    count: made.length + 1,
    at(i) {
      if (!known.has(i)) known.set(i, read(i));
      return known.get(i);
    },
  };
}

/** All that commits did with a document, the oldest first by the graph. */
const madeOf = onceFor(({ versions, removals }: OldTexts): readonly (CommitOfDocument | OldText)[] =>
  [...versions, ...removals].sort((a, b) => a.commit - b.commit),
);

function stepOf(
  path: string,
  made: CommitOfDocument | OldText,
  by: Author | undefined,
  view: View,
): DocumentStep | undefined {
  const document = 'text' in made ? view.readOld(path, made) : undefined;
  const before = made.before.flatMap((text) => view.readOld(path, { text }) ?? []);
  const [first, ...others] = before;
  const step = { commit: made, by, movedFrom: made.movedFrom, changes: [], document };
  if (!document) return first && { ...step, is: 'removed' };
  if (!first) return { ...step, is: 'begun' };
  const changes = contentChanges(first, document).filter((change) =>
    others.every((other) => contentChanges(other, document).some((one) => isSame(one, change))),
  );
  return { ...step, is: changes.length > 0 ? 'changed' : 'form', changes };
}

/** What a merge did itself is what it made otherwise than each of its parents. */
function isSame(one: ContentChange, other: ContentChange): boolean {
  return one.of === other.of && one.is === other.is && one.to === other.to;
}

/** What stands in the files and not in the commit that is checked out. */
function uncommitted(
  committed: string | undefined,
  now: GovernedDocument | undefined,
  path: string,
  view: View,
): DocumentStep | undefined {
  const movedFrom = movedSinceCommit(path, view);
  if (committed === now?.text && movedFrom === undefined) return undefined;
  const nothing = { commit: undefined, by: undefined, movedFrom, document: now };
  const before = committed === undefined ? undefined : view.readOld(path, { text: committed });
  if (!now) return before && { ...nothing, is: 'removed', changes: [] };
  if (!before) return { ...nothing, is: 'begun', changes: [] };
  const changes = contentChanges(before, now);
  return { ...nothing, is: changes.length > 0 ? 'changed' : 'form', changes };
}

/** From the root of the repository, as of a commit. */
function movedSinceCommit(path: string, view: View): string | undefined {
  const before = committedPath(path, view);
  return before === path || view.history?.kind !== 'read'
    ? undefined
    : pathInRepository(before, view.history);
}

/** By their number in the history. */
const authorsIn = onceFor((view: View): readonly Author[] =>
  view.history?.kind === 'read'
    ? committersIn(view, view.history.people).map(({ side, person }) => ({
        side,
        person: person && view.countsPeople ? nameOfRow(person) : undefined,
      }))
    : [],
);
