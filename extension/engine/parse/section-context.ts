import type { GovernedDocument, Heading, ReadingProblem } from '../model/document.ts';
import type { SectionSpec } from '../model/schema.ts';
import type { Block, Body } from './blocks.ts';
import type { Markdown } from './markdown.ts';
import type { FieldReader } from './read-field.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What the reader of sections needs to know of the document. */
export interface SectionContext {
  readonly document: GovernedDocument;
  /** The text that is read: that of the document, one side of each conflict taken. */
  readonly text: string;
  readonly body: Body;
  readonly headings: ReadonlyMap<Block, Heading>;
  readonly markdown: Markdown;
  readonly vocabulary: Vocabulary;
  readonly fields: FieldReader;
  readonly problems: ReadingProblem[];
}

/** A known heading and the blocks under it, as indexes into the body. */
export interface Occurrence {
  readonly spec: SectionSpec;
  readonly heading: Heading;
  readonly headingBlock: Block;
  readonly from: number;
  to: number;
  /** Headings of its level that are about the same, each with a table of its own, stand in it. */
  readonly gathers?: true;
  /** It is the section by its table and not by its heading; others of the same are read with it. */
  readonly isAdopted?: true;
}

/** A heading that is no section, with the first table below that is not of the section around it. */
export interface UnknownHeading {
  readonly heading: Heading;
  readonly table: Block;
  /** Whether it is the only heading of level 1 and stands first: no section begins there whatever it says. */
  readonly isTitle: boolean;
}
