import MarkdownIt from 'markdown-it';
import type { MarkdownIt as Parser, Token } from 'markdown-it';
import { withBlockPlaces } from './block-rules.ts';
import type { Body, References } from './blocks.ts';
import { withInlinePlaces, type InlineEnv } from './inline-places.ts';
import { readBlocks } from './read-blocks.ts';

/** Markdown as markdown-it reads it, with the places that it does not keep. */
export interface Markdown {
  /** Loads the parser now, where nobody has needed it yet. */
  prepare(): void;
  /**
   * The blocks of a text from line `firstLine` on. The text has no NUL characters; `starts` are the
   * offsets of its lines.
   */
  blocks(text: string, starts: readonly number[], firstLine: number): Body;
  /** Inline tokens; `map` of each holds its start and end in the text. */
  inline(text: string, references: References | undefined): readonly Token[];
  /** The destination of a link at an offset, or undefined. */
  destination(text: string, at: number): { readonly text: string; readonly end: number } | undefined;
  /** The label of a reference as labels are compared. */
  label(text: string): string;
}

/**
 * Markdown-it takes long to load its tables and is needed for few documents: it is made when first used,
 * and bundles evaluate it no earlier (scripts/build.ts).
 */
export function createMarkdown(): Markdown {
  let blockParser: Parser | undefined;
  let inlineParser: Parser | undefined;
  const forInline = (): Parser => (inlineParser ??= withInlinePlaces(new MarkdownIt({ html: true })));
  return {
    prepare() {
      forInline();
    },
    blocks(text, starts, firstLine) {
      blockParser ??= withBlockPlaces(new MarkdownIt({ html: true }));
      return readBlocks(blockParser, text, starts, firstLine);
    },
    inline(text, references) {
      const parser = forInline();
      const tokens: Token[] = [];
      const env: InlineEnv = references ? { references, pendingFrom: 0 } : { pendingFrom: 0 };
      parser.inline.parse(text, parser, env as never, tokens);
      return tokens;
    },
    destination(text, at) {
      const { ok, pos, str } = forInline().helpers.parseLinkDestination(text, at, text.length);
      return ok ? { text: str, end: pos } : undefined;
    },
    label: (text) => forInline().utils.normalizeReference(text),
  };
}
