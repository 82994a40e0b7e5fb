import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { contentChanges, type ContentChange } from './content-changes.ts';
import { stepsOf, type DocumentStep } from './document-history.ts';

/** Something that is another than it was, and the commit that did it last. */
export interface ChangeSince {
  readonly change: ContentChange;
  /** Undefined where none did it by itself, as where two branches did. */
  readonly step: DocumentStep | undefined;
}

/**
 * What a document says otherwise than when this was its digest; undefined where it never was, as far as the history is known.
 * What was done and undone is not among it.
 */
export function changesSinceDigest(
  document: GovernedDocument,
  digest: string,
  view: View,
): readonly ChangeSince[] | undefined {
  const before = lastBefore(document, view, (one) => view.digestOf(one) === digest);
  return before && changesSinceVersion(document, before, view);
}

/** The last version of a document that a condition holds for. */
export function lastBefore(
  document: GovernedDocument,
  view: View,
  isIt: (version: GovernedDocument, step: DocumentStep) => boolean,
): GovernedDocument | undefined {
  const steps = stepsOf(document.path, document, view);
  for (let i = (steps?.count ?? 0) - 1; i >= 0; i--) {
    const step = steps?.at(i);
    if (step?.commit && step.document && isIt(step.document, step)) return step.document;
  }
  return undefined;
}

/** The same since one of its versions. */
export function changesSinceVersion(
  document: GovernedDocument,
  before: GovernedDocument,
  view: View,
): readonly ChangeSince[] {
  return contentChanges(before, document)
    .filter(({ isContent }) => isContent)
    .map((change) => ({ change, step: doneBy(change, document, before, view) }));
}

/** From what says the same of the same place to what says it of a row that had another name, or was away in between. */
const ways: readonly ((done: ContentChange, net: ContentChange) => boolean)[] = [
  (done, net) => done.of === net.of && done.is === net.is && isSameEnd(done, net),
  (done, net) =>
    done.is === net.is && done.column !== undefined && done.column === net.column && isSameEnd(done, net),
  (done, net) => done.is === 'row' && net.of.startsWith(`${done.of} `),
  (done, net) => done.of === net.of && done.is === net.is,
];

/** What is there afterwards; of what went, what it was. */
function isSameEnd(done: ContentChange, net: ContentChange): boolean {
  return done.to === net.to && (net.to !== undefined || done.from === net.from);
}

function doneBy(
  net: ContentChange,
  document: GovernedDocument,
  before: GovernedDocument,
  view: View,
): DocumentStep | undefined {
  const steps = stepsOf(document.path, document, view);
  for (const isDone of ways)
    for (let i = (steps?.count ?? 0) - 1; i >= 0; i--) {
      const step = steps?.at(i);
      if (step?.commit && step.document === before) break;
      if (step?.changes.some((done) => isDone(done, net))) return step;
    }
  return undefined;
}
