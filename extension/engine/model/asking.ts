import type { Language } from './language.ts';
import type { Said } from './said.ts';
import type { FieldSpec } from './schema.ts';
import type { Range } from './text.ts';

/** One question of a draft as it is put to a person. */
export interface Asking {
  /** Names the question from one answer to the next; of a key or a cell its place. */
  readonly key: string;
  /** The rule that asks. */
  readonly code: string;
  /** One sentence after the other, in plain words. */
  readonly asks: readonly Said[];
  /** What the answer is good for. */
  readonly why: Said;
  /** Where the answer goes and what it looks like. */
  readonly how: Said;
  /** Of the document that asks. */
  readonly range: Range;
  /** Undefined: the answer is no value, and a person writes it into the document. */
  readonly answer: ExpectedAnswer | undefined;
}

/** What is to be typed or chosen. */
export interface ExpectedAnswer {
  readonly spec: FieldSpec;
  /** In the language of the document, as they would be written. */
  readonly suggestions: readonly string[];
  /** Of the document that the answer goes to. */
  readonly language: Language;
}
