import type { Said } from './said.ts';
import type { Range, Span } from './text.ts';

/** What a part that is not read is: prose, code, lists and the like are texts. */
export type FreeIs = 'document' | 'section' | 'table' | 'column' | 'row' | 'key' | 'text';

/** A part of a document that is not read. */
export interface FreePart {
  readonly is: FreeIs;
  /** Its heading, header or key; empty where it has none. */
  readonly text: string;
  /** The whole of it; of a column its header. */
  readonly span: Span;
  /** Why it is not read. */
  readonly why: Said;
  /** Tables within it. */
  readonly tables: number;
  /** Cells within it that are not empty, headers left out. */
  readonly cells: number;
  /** The rule that says what is wrong with it, where one does. */
  readonly code?: string;
}

/** A heading, header or key that is not read, for whoever points at it. */
export interface FreeHead {
  readonly span: Span;
  readonly why: Said;
}

/** What of a document is not read. */
export interface FreeParts {
  /** In the order in which they stand; none lies in another. */
  readonly parts: readonly FreePart[];
  readonly heads: readonly FreeHead[];
}

/** Something below an engagement that is not read. */
export interface Free extends Omit<FreePart, 'span'> {
  readonly path: string;
  readonly range: Range;
  /** `why` in English. */
  readonly reason: string;
}

/** How much was read, and what was not. */
export interface Coverage {
  readonly documents: number;
  /** Tables of sections. */
  readonly tables: number;
  /** Cells of these that hold something. */
  readonly cells: number;
  /** Names that values and headers refer to. */
  readonly names: number;
  /** What lies below the engagements and is not read, by path and place. */
  readonly free: readonly Free[];
}
