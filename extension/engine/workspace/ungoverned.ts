import { fileName, foldersAround } from '../model/file-paths.ts';
import type { GovernedDocument } from '../model/document.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { KindKey } from '../model/schema.ts';
import { lineStarts, rangeOf, type Range } from '../model/text.ts';
import { kindInFrontMatter } from '../parse/front-matter-head.ts';
import type { ReadDocument } from '../parse/read-document.ts';
import type { Documents } from './documents.ts';
import type { Engagements } from './engagements.ts';

/** A file without an engagement around it, as far as its front matter tells of it. */
export interface Ungoverned {
  readonly path: string;
  /** Where its kind stands; the beginning of the file where it gives none. */
  readonly range: Range;
  /** The kind that it is read as. */
  readonly kind: KindKey | undefined;
  /** The kind that is written there, whatever it is. */
  readonly written: string | undefined;
  /** An active or final document with two keys of its kind: whoever wrote it takes it to be checked. */
  readonly isInForce: boolean;
  /** It is called as the document of an engagement is. */
  readonly isCalledEngagement: boolean;
  /** Another rule says what is wrong with it. */
  readonly isSpokenOf: boolean;
}

/** Whether a file is called as the document of an engagement is, in any case. */
export function isCalledEngagement(path: string): boolean {
  return /^engagement\.md$/i.test(fileName(path));
}

/** Those of the documents and other files that were read. */
export function ungovernedIn(documents: Documents, engagements: Engagements): readonly Ungoverned[] {
  return [...documents.all()].flatMap(([path, one]) =>
    engagements.around(path) ? [] : (ungoverned(path, one, documents.textOf(path) ?? '') ?? []),
  );
}

/** What there is to know of such a file; undefined where nobody would take it for a document of an engagement. */
export function ungoverned(path: string, read: ReadDocument, text: string): Ungoverned | undefined {
  const isNamed = isCalledEngagement(path);
  const isSpokenOf = read.is !== 'governed' && read.problems.some(isLoud);
  const common = { path, isCalledEngagement: isNamed, isSpokenOf };
  const { document } = read;
  if (document) {
    const range = rangeOf(document.lineStarts, document.kindSpan);
    const { kind } = document;
    return { ...common, range, kind, written: kind, isInForce: isInForce(document) };
  }
  if (!isNamed) return undefined;
  const written = kindInFrontMatter(text);
  const range = rangeOf(lineStarts(text.slice(0, written?.span.end ?? 0)), written?.span ?? nowhere);
  return { ...common, range, kind: undefined, written: written?.text, isInForce: false };
}

const nowhere = { start: 0, end: 0 };

/** Whether a problem of a file that is no document is said although no engagement is around it, if it is called as one. */
export function isLoud({ code, id }: { readonly code: string; readonly id: string }): boolean {
  return (code === 'DOC001' || code === 'DOC026') && id !== 'languageTag';
}

/** Keys that documents of other people have too, and those that tell of no kind. */
const saysNothing: ReadonlySet<string> = new Set(['kind', 'title', 'status', 'language', 'formerly']);

function isInForce({ kind, status, path, keyPlaces }: GovernedDocument): boolean {
  if (status !== 'active' || !keyPlaces.has('status')) return false;
  if (foldersAround(path).some((folder) => fileName(folder) === 'templates')) return false;
  const own = catalogue.kinds[kind].keys.filter(({ key }) => !saysNothing.has(key) && keyPlaces.has(key));
  return own.length >= 2;
}
