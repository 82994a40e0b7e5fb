import { mayNameThePast } from '../resolve/called-now.ts';
import { formerNamesOf, type FormerNames } from '../resolve/former-names.ts';
import { leadOf } from '../resolve/lead.ts';
import type { GovernedDocument } from '../model/document.ts';
import type { IsoDate } from '../model/value.ts';
import { boundsAround, type DateBounds } from '../values/far-dates.ts';

/** Reads documents otherwise than they stand. */
export interface ReadOtherwise {
  /** So that a date outside of the bounds is none. */
  readonly within: (document: GovernedDocument, bounds: DateBounds) => GovernedDocument;
  /** With the names that rows have now. */
  readonly calledNow: (
    document: GovernedDocument,
    bounds: DateBounds,
    former: FormerNames,
  ) => GovernedDocument;
}

/** The documents of an engagement as they hold in it; one that nothing has changed for is the same object each time. */
export class EffectiveDocuments {
  readonly #read: ReadOtherwise;
  readonly #ended = new WeakMap<GovernedDocument, GovernedDocument>();
  readonly #within = new WeakMap<
    GovernedDocument,
    { readonly bounds: DateBounds; readonly document: GovernedDocument }
  >();
  readonly #now = new WeakMap<
    GovernedDocument,
    { readonly bounds: DateBounds; readonly former: FormerNames; readonly document: GovernedDocument }
  >();
  #former: FormerNames | undefined;
  #around = { start: undefined as IsoDate | undefined, bounds: boundsAround(undefined) };

  constructor(read: ReadOtherwise) {
    this.#read = read;
  }

  of(documents: readonly GovernedDocument[]): readonly GovernedDocument[] {
    const lead = leadOf(documents);
    // `phase: closed` ends every document (rules.md 1.3.8), but nothing active depends on a draft (1.3.7).
    const isClosed = lead?.keys.phase?.value === 'closed' && lead.status !== 'draft';
    const bounds = this.#boundsFrom(lead?.keys.start?.value);
    const alone = boundsAround(undefined);
    const boundsOf = ({ status }: GovernedDocument): DateBounds =>
      lead?.status === 'draft' && status !== 'draft' ? alone : bounds;
    const former = this.#formerNamesIn(documents);
    return documents
      .map((document) => this.#withinBounds(document, boundsOf(document)))
      .map((document) => (former ? this.#calledNow(document, boundsOf(document), former) : document))
      .map((document) => (isClosed ? this.#asEnded(document) : document));
  }

  /** The same object as long as they are the same. */
  #formerNamesIn(documents: readonly GovernedDocument[]): FormerNames | undefined {
    const former = formerNamesOf(documents);
    if (this.#former?.key !== former?.key) this.#former = former;
    return former && this.#former;
  }

  #calledNow(document: GovernedDocument, bounds: DateBounds, former: FormerNames): GovernedDocument {
    if (!mayNameThePast(document)) return document;
    const known = this.#now.get(document);
    if (known?.bounds === bounds && known.former === former) return known.document;
    const its = this.#read.calledNow(document, bounds, former);
    this.#now.set(document, { bounds, former, document: its });
    return its;
  }

  /** The same object as long as the engagement starts on the same day. */
  #boundsFrom(start: IsoDate | undefined): DateBounds {
    if (this.#around.start !== start) this.#around = { start, bounds: boundsAround(start) };
    return this.#around.bounds;
  }

  #withinBounds(document: GovernedDocument, bounds: DateBounds): GovernedDocument {
    const known = this.#within.get(document);
    if (known?.bounds === bounds) return known.document;
    const its = this.#read.within(document, bounds);
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
