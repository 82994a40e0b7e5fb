import type { ListItem } from '../model/document.ts';
import type { Block } from './blocks.ts';
import { contentOfBlock, readInline, type Content } from './inline.ts';
import { isPlaceholder } from './read-field.ts';
import type { SectionContext } from './section-context.ts';

/** The first paragraph of an item, without its task mark; undefined where nothing or a placeholder stands. */
export function itemOf(
  { text, markdown, body }: SectionContext,
  { nest }: Block,
  paragraph: Block | undefined,
): ListItem | undefined {
  if (paragraph?.is !== 'paragraph' || nest.length !== 2 || nest === 'q>' || paragraph.nest !== nest)
    return undefined;
  const content = contentOfBlock(text, paragraph);
  const mark = /^\[[ xX]\](?:[ \t]+|$)/.exec(content.text)?.[0].length ?? 0;
  const start = content.start + mark;
  const rest: Content = {
    text: content.text.slice(mark),
    start,
    end: Math.max(content.end, start),
    places: content.places?.slice(mark),
  };
  const source = readInline(markdown, rest, body.references);
  if (source.text === '' || isPlaceholder(source)) return undefined;
  return { text: source.text, span: source.span };
}
