import type { Heading } from '../model/document.ts';
import { plainAnchor } from '../values/plain-anchor.ts';
import { anchorsOfBlock, headingsOfHtml, idOfHeading } from './anchors.ts';
import type { Block, References } from './blocks.ts';
import { contentOfBlock, readInline } from './inline.ts';
import type { Markdown } from './markdown.ts';
import { remembered } from './remembered.ts';

/** The headings of a body, each by its block in their order, and everything that a link into the body may name. */
export interface Headings {
  readonly byBlock: ReadonlyMap<Block, Heading>;
  /** As anchors are compared: those that GitHub gives to headings, and those that the text sets itself. */
  readonly anchors: ReadonlySet<string>;
}

export function readHeadings(
  markdown: Markdown,
  text: string,
  blocks: readonly Block[],
  references: References | undefined,
): Headings {
  const byBlock = new Map<Block, Heading>();
  const anchors = new Set<string>();
  const used = new Map<string, number>();
  const hasHtml = text.includes('<');
  for (const block of blocks) {
    const ids = hasHtml ? anchorsOfBlock(markdown, text, block, references).map(plainAnchor) : [];
    if (block.is === 'heading') {
      const source = readInline(markdown, contentOfBlock(text, block), references);
      const { plain, id, slug: wanted } = wordsOf(source.text);
      if (id !== undefined) ids.push(plainAnchor(id));
      const slug = unusedSlug(wanted, used);
      byBlock.set(block, { text: plain, level: block.level, span: source.span, slug, ids });
      anchors.add(plainAnchor(slug));
    } else if (block.is === 'html')
      for (const heading of headingsOfHtml(block.content))
        anchors.add(plainAnchor(unusedSlug(slugOf(heading.replace(/\s+/g, ' ')), used)));
    for (const id of ids) anchors.add(id);
  }
  return { byBlock, anchors };
}

/** A heading on one line with the anchors that it asks for: most documents have the headings of others. */
const wordsOf = remembered((text) => {
  const plain = text.replace(/\s+/g, ' ');
  return { plain, id: idOfHeading(plain), slug: slugOf(plain) };
});

/** GitHub's anchor of a heading: lower case, letters, digits, "-" and "_" only, blanks as "-". */
export function slugOf(text: string): string {
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
