import type { Span } from '../model/text.ts';

/**
 * The block structure of a Markdown body, flat and in order. Offsets count in the text of the whole
 * document. `scan-blocks.ts` and `markdown.ts` give the same blocks for the same text.
 */
export interface Block {
  readonly is: 'heading' | 'paragraph' | 'item' | 'table' | 'code' | 'html' | 'rule';
  /** What it stands in, outermost first: `u>`, `o>` for lists, `q>` for a quote; empty at the margin. */
  readonly nest: string;
  /**
   * Start and end of each line without its indentation and trailing blanks, in pairs: of a heading its
   * text, of a table its header, its line of dashes and its rows, of code and HTML the whole in one pair.
   */
  readonly lines: readonly number[];
  /** Of a heading 1 to 6, otherwise 0. */
  readonly level: number;
  /** The info string of fenced code. */
  readonly info: string;
  /** The text of code and HTML. */
  readonly content: string;
}

/** What reference links such as `[text][label]` point at, by normalised label. */
export type References = Record<string, { title: string; href: string; defined?: Defined }>;

/** A target as a definition writes it, and its characters in the document. */
export interface Defined {
  readonly target: string;
  readonly at: Span;
}

export interface Body {
  readonly blocks: readonly Block[];
  readonly references: References | undefined;
  /** Start and end, in pairs, of lines where lists and quotes are nested too deep, so that their marks are text. */
  readonly tooDeep: readonly number[];
}

export function blockOf(is: Block['is'], nest: string, lines: readonly number[], level = 0): Block {
  return { is, nest, lines, level, info: '', content: '' };
}

/** The tables at the margin from one block to another. */
export function tablesBetween(blocks: readonly Block[], from: number, to: number): Block[] {
  const tables: Block[] = [];
  for (let i = from; i < to; i++) {
    const block = blocks[i];
    if (block?.is === 'table' && block.nest === '') tables.push(block);
  }
  return tables;
}
