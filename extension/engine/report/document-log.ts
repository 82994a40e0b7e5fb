import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { pathInWorkspace } from '../model/path-in-repository.ts';
import { plainPath } from '../model/spelling.ts';
import type { Said } from '../model/said.ts';
import type { Side } from '../model/value.ts';
import { fateOf } from '../kinds/signoff/fate.ts';
import { absenceSaid } from '../resolve/absence-said.ts';
import { documentHistory, type DocumentStep } from '../resolve/document-history.ts';
import { pathsOfLog } from '../resolve/documents-of-history.ts';
import { oldTextsOf } from '../resolve/old-texts.ts';
import { isSameSignoff } from '../resolve/committed-signoff.ts';
import { signedSide } from '../resolve/signed-side.ts';
import { signoffState, type SignoffState } from '../resolve/signoff-state.ts';
import { movedTo, signedPath } from '../resolve/signoffs.ts';
import { say } from '../values/say.ts';
import { entryChange, type EntryChange } from './change-log.ts';

/** What became of one document, and who signed which content of it: the oldest first; plain data. */
export interface DocumentLog {
  readonly path: string;
  readonly title: string;
  readonly status: string;
  /** Of one that was taken away everything here is of what it said last. */
  readonly isThere: boolean;
  /** Of what it says now. */
  readonly digest: string;
  readonly state: SignoffState;
  readonly events: readonly LogEvent[];
}

/** Who made a commit and when, as far as the engagement says it; undefined of what is not committed. */
interface Made {
  readonly commit: { readonly hash: string; readonly authored: string } | undefined;
  readonly side: Side | undefined;
  readonly person: string | undefined;
}

export type LogEvent = Made &
  (
    | {
        readonly is: DocumentStep['is'];
        readonly movedFrom: string | undefined;
        readonly changes: readonly EntryChange[];
        /** Of what it said from then on; undefined where it was no document. */
        readonly digest: string | undefined;
      }
    | {
        readonly is: 'signed' | 'signoff changed' | 'signoff removed';
        readonly signoff: SignoffTold;
        readonly changes: readonly EntryChange[];
      }
    /** A merge took what an older commit made, and nothing of what others had made since. */
    | { readonly is: 'kept'; readonly of: string | undefined; readonly digest: string }
  );

export interface SignoffTold {
  readonly path: string;
  readonly by: string;
  readonly side: Side | undefined;
  readonly means: string | undefined;
  readonly via: string | undefined;
  readonly date: string | undefined;
  readonly digest: string | undefined;
  /** The commit that made what was signed, as far as one did; undefined where no version has that digest. */
  readonly of: string | undefined;
  /** Whether that is what the document says now. */
  readonly isPresent: boolean;
}

/** `moved`: it stands elsewhere now. */
export type DocumentLogAnswer =
  | DocumentLog
  | { readonly is: 'moved'; readonly to: string }
  | { readonly is: 'none'; readonly why: Said };

/**
 * The log of what stands at a path, or stood there; undefined where that never was a document. Its view holds what became of it
 * and of its sign-offs.
 */
export function documentLog(
  path: string,
  now: GovernedDocument | undefined,
  view: View,
): DocumentLogAnswer | undefined {
  const { history } = view;
  if (history?.kind === 'absent') return { is: 'none', why: absenceSaid(history) };
  const steps = documentHistory(path, now, view);
  if (!steps || !history)
    return now && { is: 'none', why: say('a former text of the document cannot be read') };
  const to = now ? undefined : placeNow(path, view);
  if (to !== undefined) return { is: 'moved', to };
  const document = now ?? steps.findLast((step) => step.document)?.document;
  return document && logOf(document, now !== undefined, steps, view);
}

/** Where a document stands that stood at this path, as it says itself or as the history says it. */
function placeNow(path: string, view: View): string | undefined {
  const said = movedTo(view.folder, view.everything).get(plainPath(path));
  if (said !== undefined) return said;
  const fate = fateOf(path, view);
  return fate.is === 'moved' ? fate.to.path : undefined;
}

function logOf(
  document: GovernedDocument,
  isThere: boolean,
  steps: readonly DocumentStep[],
  view: View,
): DocumentLog {
  const digest = view.digestOf(document);
  const digestAt = (step: DocumentStep): string | undefined => step.document && view.digestOf(step.document);
  const dated: { readonly at: number; readonly event: LogEvent }[] = steps.map((step) => ({
    at: step.commit?.commit ?? Infinity,
    event: {
      ...madeIn(step),
      is: step.is,
      movedFrom: step.movedFrom,
      changes: step.changes.map(entryChange),
      digest: digestAt(step),
    },
  }));
  const versionOf = (signed: string | undefined): string | undefined =>
    steps.findLast((step) => signed !== undefined && digestAt(step) === signed)?.commit?.hash;
  const kept = keptBy(document, steps, view);
  if (kept) dated.push({ at: Number.MAX_SAFE_INTEGER, event: { ...kept, of: versionOf(kept.digest) } });
  for (const { signoff, step, is } of signoffSteps(document, steps, view)) {
    const { by, means, via, date, digest: signed } = signoff.keys;
    dated.push({
      at: step.commit?.commit ?? Infinity,
      event: {
        ...madeIn(step),
        is,
        changes: is === 'signoff changed' ? step.changes.map(entryChange) : [],
        signoff: {
          path: signoff.path,
          by: by?.source.text ?? '',
          side: signedSide(signoff, view),
          means: means?.value,
          via: via?.value,
          date: date?.value,
          digest: signed?.value,
          of: versionOf(signed?.value),
          isPresent: isThere && signed?.value === digest,
        },
      },
    });
  }
  return {
    path: document.path,
    title: document.title,
    status: document.status,
    isThere,
    digest,
    state: signoffState(document, view),
    events: dated.sort((a, b) => compareNumbers(a.at, b.at)).map(({ event }) => event),
  };
}

/** What the commit that is checked out says, where that is not what was made last. */
function keptBy(
  document: GovernedDocument,
  steps: readonly DocumentStep[],
  view: View,
): Extract<LogEvent, { readonly is: 'kept' }> | undefined {
  const committed = oldTextsOf(document.path, view)?.committed;
  const last = steps.findLast(({ commit }) => commit)?.document;
  const kept = committed === undefined ? undefined : view.readOld(document.path, { text: committed });
  if (!kept || !last || view.digestOf(kept) === view.digestOf(last)) return undefined;
  const nobody = { commit: undefined, side: undefined, person: undefined, of: undefined };
  return { ...nobody, is: 'kept', digest: view.digestOf(kept) };
}

function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function madeIn({ commit, by }: DocumentStep): Made {
  return {
    commit: commit && { hash: commit.hash, authored: commit.authored },
    side: by?.side,
    person: by?.person,
  };
}

interface SignoffStep {
  readonly signoff: GovernedDocument;
  readonly step: DocumentStep;
  readonly is: 'signed' | 'signoff changed' | 'signoff removed';
}

/** What became of each sign-off of a document, of those that are gone too. */
function signoffSteps(
  document: GovernedDocument,
  steps: readonly DocumentStep[],
  view: View,
): readonly SignoffStep[] {
  const present = new Map(view.everything.map((one) => [one.path, one]));
  const before = steps.flatMap(({ movedFrom }) => placeBefore(movedFrom, view) ?? []);
  const names = new Set([document.path, ...before.filter((path) => !present.has(path))].map(plainPath));
  const moved = movedTo(view.folder, view.everything);
  const isOurs = (signoff: GovernedDocument): boolean => {
    const path = signedPath(view.folder, signoff);
    const plain = path === undefined ? '' : plainPath(path);
    return signoff.kind === 'signoff' && names.has(plainPath(moved.get(plain) ?? plain));
  };
  return pathsOfLog(document.path, view).flatMap((path) => {
    const its = documentHistory(path, present.get(path), view) ?? [];
    return its
      .flatMap((step, i) => changesOf(step, its[i - 1]?.document))
      .filter(({ signoff }) => isOurs(signoff));
  });
}

/** Where the history has it before, in the workspace: what was signed there is told, whether or not it still counts. */
function placeBefore(movedFrom: string | undefined, { history }: View): string | undefined {
  return movedFrom === undefined || history?.kind !== 'read'
    ? undefined
    : pathInWorkspace(movedFrom, history);
}

/** What a commit did with the file of a sign-off. */
function changesOf(step: DocumentStep, before: GovernedDocument | undefined): readonly SignoffStep[] {
  const { document, movedFrom, is } = step;
  if (is === 'form') return [];
  if (is === 'begun') return document ? [{ signoff: document, step, is: 'signed' }] : [];
  if (!document) return before ? [{ signoff: before, step, is: 'signoff removed' }] : [];
  // Sign-offs are much alike: where one goes and one comes, Git takes that for a new name of a changed file.
  return before && movedFrom !== undefined && !isSameSignoff(before.text, document.text)
    ? [
        { signoff: before, step, is: 'signoff removed' },
        { signoff: document, step, is: 'signed' },
      ]
    : [{ signoff: document, step, is: 'signoff changed' }];
}
