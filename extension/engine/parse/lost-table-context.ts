import type { ReadingProblem } from '../model/document.ts';
import type { Body } from './blocks.ts';
import type { Markdown } from './markdown.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is needed of the document to see a table that is none. */
export interface LostTableContext {
  readonly text: string;
  readonly body: Body;
  readonly markdown: Markdown;
  readonly vocabulary: Vocabulary;
  readonly problems: ReadingProblem[];
}

/** The table of a section above some lines: how many columns it has, where it ends, and whether it stands without outer pipes. */
export interface LastTable {
  readonly end: number;
  readonly count: number;
  readonly isBare: boolean;
}
