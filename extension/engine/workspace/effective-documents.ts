import { leadOf } from '../resolve/lead.ts';
import type { GovernedDocument } from '../model/document.ts';
import type { IsoDate } from '../model/value.ts';
import { boundsAround, type DateBounds } from '../values/far-dates.ts';

/** Reads a document so that a date outside of the bounds is none. */
export type ReadWithin = (document: GovernedDocument, bounds: DateBounds) => GovernedDocument;

/** The documents of an engagement as they hold in it; one that nothing has changed for is the same object each time. */
export class EffectiveDocuments {
  readonly #readWithin: ReadWithin;
  readonly #ended = new WeakMap<GovernedDocument, GovernedDocument>();
  readonly #within = new WeakMap<
    GovernedDocument,
    { readonly bounds: DateBounds; readonly document: GovernedDocument }
  >();
  #around = { start: undefined as IsoDate | undefined, bounds: boundsAround(undefined) };

  constructor(readWithin: ReadWithin) {
    this.#readWithin = readWithin;
  }

  of(documents: readonly GovernedDocument[]): readonly GovernedDocument[] {
    const lead = leadOf(documents);
    // `phase: closed` ends every document (rules.md 1.3.8), but nothing active depends on a draft (1.3.7).
    const isClosed = lead?.keys.phase?.value === 'closed' && lead.status !== 'draft';
    const bounds = this.#boundsFrom(lead?.keys.start?.value);
    const alone = boundsAround(undefined);
    return documents
      .map((document) =>
        this.#withinBounds(
          document,
          lead?.status === 'draft' && document.status !== 'draft' ? alone : bounds,
        ),
      )
      .map((document) => (isClosed ? this.#asEnded(document) : document));
  }

  /** The same object as long as the engagement starts on the same day. */
  #boundsFrom(start: IsoDate | undefined): DateBounds {
    if (this.#around.start !== start) this.#around = { start, bounds: boundsAround(start) };
    return this.#around.bounds;
  }

  #withinBounds(document: GovernedDocument, bounds: DateBounds): GovernedDocument {
    const known = this.#within.get(document);
    if (known?.bounds === bounds) return known.document;
    const its = this.#readWithin(document, bounds);
    this.#within.set(document, { bounds, document: its });
    return its;
  }

  #asEnded(document: GovernedDocument): GovernedDocument {
    if (document.status === 'ended') return document;
    let copy = this.#ended.get(document);
    if (!copy) this.#ended.set(document, (copy = { ...document, status: 'ended' }));
    return copy;
  }
}
