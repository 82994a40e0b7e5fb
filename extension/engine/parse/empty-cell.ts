import { contentOfCell, readInline } from './inline.ts';
import type { SectionContext } from './section-context.ts';
import { isSpace } from './split-row.ts';

/** What a cell without a text may begin with: a comment, an image, the entity of a space. */
const emptyStarts = '<!&';

/** Whether a cell has no text: nothing, a comment, an image (format-details.md item 2). */
export function isEmptyCell(
  { text, markdown, body }: Pick<SectionContext, 'text' | 'markdown' | 'body'>,
  start: number,
  end: number,
): boolean {
  if (start >= end || isSpace(text.charCodeAt(start))) return true;
  // Nearly every cell begins otherwise and is not read twice.
  if (!emptyStarts.includes(text.charAt(start))) return false;
  const source = readInline(markdown, contentOfCell(text, start, end), body.references);
  return source.text === '' && !source.links?.some((link) => !link.image);
}
