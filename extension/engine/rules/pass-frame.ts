import type { GovernedDocument } from '../model/document.ts';
import type { Holidays } from '../model/ports.ts';
import { tokensIn } from './tokens.ts';

/** What answers depend on beside the documents themselves. */
export interface Frame {
  readonly profiles: ReadonlySet<string>;
  readonly holidays: Holidays | undefined;
  readonly targetsVersion: number;
  /** Every document by path. Two frames are the same if they define the same, so those have the same paths. */
  readonly documents: readonly GovernedDocument[];
}

/** What documents define is asked only of those that changed, so a first run never asks. */
export function isSameFrame(
  a: Frame,
  b: Frame,
  definitionsOf: (document: GovernedDocument) => string,
): boolean {
  return (
    a.profiles === b.profiles &&
    a.holidays === b.holidays &&
    a.targetsVersion === b.targetsVersion &&
    a.documents.length === b.documents.length &&
    a.documents.every((old, i) => {
      const now = b.documents[i]!;
      return old === now || definitionsOf(old) === definitionsOf(now);
    })
  );
}

/** What rules must depend on to see the change from one frame to another that has documents of the same paths. */
export function touchedTokens(before: Frame, now: Frame): ReadonlySet<string> {
  const touched = new Set<string>();
  now.documents.forEach((document, i) => {
    const old = before.documents[i]!;
    if (old === document) return;
    for (const token of tokensIn(document)) touched.add(token);
    for (const token of tokensIn(old)) touched.add(token);
  });
  return touched;
}
