import type { GovernedDocument, Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { History } from '../model/history.ts';
import type { NameIn } from '../model/name-in.ts';
import type { Span } from '../model/text.ts';
import { onceEach, onceFor } from '../values/once-for.ts';
import { commitsBefore } from './commit-graph.ts';
import { committedSignoff } from './committed-signoff.ts';
import { contentChanges } from './content-changes.ts';
import { changesSinceVersion, type ChangeSince } from './changes-since.ts';
import { isHistory } from './is-history.ts';
import { meaningsOf } from './meanings-of.ts';
import { nameOfRow } from './names.ts';
import { namesIn, namesOfField } from './names-in.ts';
import { oldTextsOf } from './old-texts.ts';
import { presentSignoffs } from './signoff-state.ts';

/** Something that a signed document names and that is another than it was when that was signed. */
export interface Suspicion {
  /** What leads there, one naming the next: rows, and documents that links name. The last one has changed. */
  readonly chain: readonly NamedThing[];
  /** How it is another, with who did it. */
  readonly changes: readonly ChangeSince[];
}

/** A row, or without one a whole document, that is named somewhere. */
export interface NamedThing {
  readonly document: GovernedDocument;
  readonly row: Row | undefined;
  /** The characters that name it, in the document before it in the chain. */
  readonly span: Span;
  readonly name: string;
}

/** More are not looked for: one is enough to look again. */
const suspicionsAtMost = 12;

/** Rows of these may change without what names them saying anything else: people come and go. */
const taintNothing: ReadonlySet<string> = new Set(['people', 'teams']);

/**
 * What a document names, directly or by way of documents that nobody has signed since, and what has changed since its own
 * newest sign-off of what it says now. Empty where nothing has, where it is not signed so, and where that is not known.
 */
export function suspicionsOf(document: GovernedDocument, view: View): readonly Suspicion[] {
  const known = suspicionsKnown(view);
  let found = known.get(document);
  if (!found) known.set(document, (found = lookedFor(document, view)));
  return found;
}

const suspicionsKnown = onceFor((_view: View) => new Map<GovernedDocument, readonly Suspicion[]>());

function lookedFor(document: GovernedDocument, view: View): readonly Suspicion[] {
  const signed = isHistory(document) ? undefined : signedIn(document, view);
  if (signed === undefined) return [];
  const found: Suspicion[] = [];
  const seen = new Set<unknown>([document]);
  let open: readonly Trail[] = [{ chain: [], since: [signed], document, row: undefined }];
  while (open.length > 0 && found.length < suspicionsAtMost) {
    const next: Trail[] = [];
    for (const trail of open)
      for (const thing of namedBy(trail, view)) {
        const key = thing.row ?? thing.document;
        // What it says itself was signed with it.
        if (seen.has(key) || thing.document === document) continue;
        seen.add(key);
        const chain = [...trail.chain, thing];
        const changes = changedSinceAll(thing, trail.since, view);
        if (changes.length > 0) found.push({ chain, changes });
        // What a record names was true on its day.
        else if (!isHistory(thing.document))
          next.push({ chain, since: sinceBehind(thing, trail.since, view), ...thing });
      }
    open = next;
  }
  return found.slice(0, suspicionsAtMost);
}

interface Trail {
  readonly chain: readonly NamedThing[];
  /** Commits of sign-offs that have confirmed what lies behind: only what is newer than all of them is of interest. */
  readonly since: readonly number[];
  readonly document: GovernedDocument;
  readonly row: Row | undefined;
}

/** Whoever signed the document on the way has seen what it names. */
function sinceBehind({ document }: NamedThing, since: readonly number[], view: View): readonly number[] {
  const signed = signedIn(document, view);
  return signed === undefined ? since : [...since, signed];
}

function namedBy({ document, row }: Trail, view: View): readonly NamedThing[] {
  const names = row ? fieldsOf(row).flatMap((field) => namesOfField(field, view)) : namesIn(document, view);
  return names.flatMap((name) => thingsOf(name, document, view));
}

function fieldsOf(row: Row): GovernedDocument['fields'] {
  return row.section.document.fields.filter((field) => field.row === row);
}

function thingsOf(name: NameIn, from: GovernedDocument, view: View): readonly NamedThing[] {
  if (name.does !== 'use') return [];
  return meaningsOf(name, from, view).flatMap((meaning): readonly NamedThing[] => {
    const { span } = name;
    if (meaning.is === 'row' && !taintNothing.has(meaning.row.section.key)) {
      const { row } = meaning;
      return [{ document: row.section.document, row, span, name: nameOfRow(row) ?? name.text }];
    }
    return meaning.is === 'document' && meaning.document.kind !== 'signoff'
      ? [{ document: meaning.document, row: undefined, span, name: meaning.document.title }]
      : [];
  });
}

/** What is another than it was at each of these commits; empty where one of them had it as it is, or did not have it. */
function changedSinceAll(
  { document, row }: NamedThing,
  since: readonly number[],
  view: View,
): readonly ChangeSince[] {
  let changes: readonly ChangeSince[] = [];
  for (const commit of since) {
    const before = documentAt(document, commit, view);
    if (!before || !isChanged(before, document, row)) return [];
    changes = changesSinceVersion(document, before, view).filter(({ change }) => isOf(change.span, row));
  }
  return changes;
}

function isChanged(before: GovernedDocument, now: GovernedDocument, row: Row | undefined): boolean {
  return contentChanges(before, now).some(({ isContent, span }) => isContent && isOf(span, row));
}

/** Whether a place is in a row; every place is in its document. */
function isOf(span: Span | undefined, row: Row | undefined): boolean {
  return !row || (span !== undefined && span.start >= row.span.start && span.end <= row.span.end);
}

/** A document as it stood in a commit; undefined where it did not, or where that is not known. */
function documentAt({ path }: GovernedDocument, commit: number, view: View): GovernedDocument | undefined {
  const { history } = view;
  if (history?.kind !== 'read') return undefined;
  const isBefore = ancestorsIn(history)(commit);
  const version = oldTextsOf(path, view)?.versions.findLast((one) => isBefore(one.commit));
  return version && view.readOld(path, version);
}

/** The commit that added the newest sign-off of what a document says now; undefined where there is none, or it is not committed. */
function signedIn(document: GovernedDocument, view: View): number | undefined {
  const commits = presentSignoffs(document, view).map(
    (signoff) => committedSignoff(signoff, view)?.first.commit,
  );
  // What is signed and not committed yet has been signed now.
  return commits.length === 0 || commits.includes(undefined) ? undefined : Math.max(...(commits as number[]));
}

/** Kept with the history: one look through it for each commit. */
const ancestorsIn = onceFor((history: History) =>
  onceEach((commit: number) => commitsBefore(commit, history)),
);

/** Documents whose history tells what has changed since something was signed: none where nothing is. */
export function textsOfSigned(view: View): readonly string[] {
  return isSignedAnywhere(view) ? view.everything.map(({ path }) => path) : [];
}

/** Whether a document in force or in the making has ever been signed. */
export const isSignedAnywhere = onceFor((view: View): boolean =>
  view.documents.some((document) => view.signoffsOf(document).length > 0),
);
