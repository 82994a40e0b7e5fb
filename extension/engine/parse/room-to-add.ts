import { lineStarts } from '../model/text.ts';
import type { Block } from './blocks.ts';
import { lineStartOf } from './lines.ts';
import type { Markdown } from './markdown.ts';
import { YamlFailure } from './yaml-nodes.ts';
import { readYaml } from './yaml.ts';

/** Whether a key at the end of front matter is one more key: not where the others are indented, or stand in braces. */
export function takesKey(matter: string): boolean {
  try {
    return readYaml(`${matter}key:`, 0, []).at(-1)?.keySpan.start === matter.length;
  } catch (thrown) {
    if (!(thrown instanceof YamlFailure)) throw thrown;
    return false;
  }
}

/** Whether what is added behind the last block, with an empty line between them, would be more of that block. */
export function isOpenAtEnd(markdown: Markdown, text: string, last: Block | undefined): boolean {
  // What stands in a list or a quote ends with it, and that ends at the margin.
  if ((last?.is !== 'code' && last?.is !== 'html') || last.nest !== '') return false;
  const tried = `${text.slice(lineStartOf(text, last.lines[0] ?? 0))}\n\n#`;
  return markdown.blocks(tried, lineStarts(tried), 0).blocks.at(-1)?.is !== 'heading';
}
