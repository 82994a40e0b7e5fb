import type { Field, Link } from '../model/document.ts';
import type { Block } from './blocks.ts';
import { contentOfBlock, contentOfCell, linksIn } from './inline.ts';
import type { SectionContext } from './section-context.ts';
import { splitRow } from './split-row.ts';
import { rowCount, rowsAtMost } from './tables.ts';

/** Links of everything but cells that were read: in a table of a section its free columns are prose. */
export function linksOfProse(
  { text, body, markdown }: SectionContext,
  read: ReadonlySet<Block>,
  fields: readonly Field[],
): readonly Link[] {
  const links: Link[] = [];
  if (!text.includes('[') && !text.includes('<')) return links;
  let readFrom: Set<number> | undefined;
  for (const block of body.blocks) {
    if (block.is === 'paragraph' || block.is === 'heading') {
      const whole = text.slice(block.lines[0], block.lines[block.lines.length - 1]);
      if (/[[<]/.test(whole)) links.push(...linksIn(markdown, contentOfBlock(text, block), body.references));
    } else if (block.is === 'table' && rowCount(block) <= rowsAtMost) {
      if (!/[[<]/.test(text.slice(block.lines[0], block.lines[block.lines.length - 1]))) continue;
      if (read.has(block)) readFrom ??= new Set(fields.map(({ source }) => source.span.start));
      for (let i = 0; i + 1 < block.lines.length; i += 2) {
        const start = block.lines[i] ?? 0;
        const end = block.lines[i + 1] ?? start;
        if (!/[[<]/.test(text.slice(start, end))) continue;
        const cells = splitRow(text, start, end);
        for (let cell = 0; cell < cells.length; cell += 2) {
          const content = contentOfCell(text, cells[cell] ?? 0, cells[cell + 1] ?? 0);
          if (read.has(block) && readFrom?.has(content.start)) continue;
          links.push(...linksIn(markdown, content, body.references));
        }
      }
    }
  }
  return links;
}
