import type { Heading } from '../model/document.ts';
import type { Block, References } from './blocks.ts';
import { contentOfBlock, readInline } from './inline.ts';
import type { Markdown } from './markdown.ts';

/** The headings of a body, in order, with GitHub's anchors; and each by its block. */
export function readHeadings(
  markdown: Markdown,
  text: string,
  blocks: readonly Block[],
  references: References | undefined,
): ReadonlyMap<Block, Heading> {
  const headings = new Map<Block, Heading>();
  const used = new Map<string, number>();
  for (const block of blocks) {
    if (block.is !== 'heading') continue;
    const source = readInline(markdown, contentOfBlock(text, block), references);
    const plain = source.text.replace(/\s+/g, ' ');
    headings.set(block, {
      text: plain,
      level: block.level,
      span: source.span,
      slug: unusedSlug(slugOf(plain), used),
    });
  }
  return headings;
}

/** GitHub's anchor of a heading: lower case, letters, digits, "-" and "_" only, blanks as "-". */
function slugOf(text: string): string {
  const lower = text.toLowerCase();
  return (/[^a-z0-9 _-]/.test(lower) ? lower.replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '') : lower).replace(
    / /g,
    '-',
  );
}

function unusedSlug(slug: string, used: Map<string, number>): string {
  let candidate = slug;
  for (let count = used.get(slug) ?? 0; used.has(candidate);) {
    count++;
    candidate = `${slug}-${count}`;
    used.set(slug, count);
  }
  used.set(candidate, 0);
  return candidate;
}
