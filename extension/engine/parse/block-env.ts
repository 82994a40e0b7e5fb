import type { StateBlock } from 'markdown-it';
import type { References } from './blocks.ts';

/** Reads the block that begins at a line, if it is one of the rule; where it is `silent` it only tells whether. */
export type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

/** What the rules of blocks share while they read one text. */
export interface BlockEnv {
  /** From an offset in a line of the normalised text to the offset in the document. */
  readonly shift: (line: number) => number;
  /** How many lists and quotes are open. */
  depth: number;
  /** Start and end of the lines where the bound on them was met, in pairs. */
  readonly tooDeep: number[];
  isNoted: boolean;
  /** Where the parser leaves what one definition defines. */
  references: References | undefined;
  /** Targets by their label, and the labels in the order in which they came. */
  readonly targets: Map<string, References[string]>;
  readonly defined: string[];
  readonly quoteLines: Map<number, number>;
}

export function envOf(state: StateBlock): BlockEnv {
  return state.env as unknown as BlockEnv;
}
