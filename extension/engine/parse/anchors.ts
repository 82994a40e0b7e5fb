import type { Block, References } from './blocks.ts';
import { contentOfBlock, contentOfCell, hasMarks, type Content } from './inline.ts';
import type { Markdown } from './markdown.ts';
import { splitRow } from './split-row.ts';

/** What each anchor that a text sets has: an attribute `id` or `name`. */
const mayHold = /[\s"'/](?:id|name)\s*=/i;

/** The anchors that HTML in a block sets: the `id` of any element and the `name` of an `a`; what stands in code sets none. */
export function anchorsOfBlock(
  markdown: Markdown,
  text: string,
  block: Block,
  references: References | undefined,
): readonly string[] {
  switch (block.is) {
    case 'html':
      return mayHold.test(block.content) ? anchorsOfHtml(block.content) : none;
    case 'heading':
    case 'paragraph':
      return anchorsOfInline(markdown, contentOfBlock(text, block), references);
    case 'table':
      return anchorsOfTable(markdown, text, block, references);
    default:
      return none;
  }
}

const none: readonly never[] = [];

function anchorsOfTable(
  markdown: Markdown,
  text: string,
  { lines }: Block,
  references: References | undefined,
): readonly string[] {
  const whole = text.slice(lines[0], lines.at(-1));
  // Nearly every table holds no HTML, which is found faster.
  if (!whole.includes('<') || !mayHold.test(whole)) return none;
  const found: string[] = [];
  for (let i = 0; i + 1 < lines.length; i += 2) {
    const cells = splitRow(text, lines[i] ?? 0, lines[i + 1] ?? 0);
    for (let cell = 0; cell < cells.length; cell += 2) {
      const content = contentOfCell(text, cells[cell] ?? 0, cells[cell + 1] ?? 0);
      found.push(...anchorsOfInline(markdown, content, references));
    }
  }
  return found;
}

function anchorsOfInline(
  markdown: Markdown,
  { text }: Content,
  references: References | undefined,
): readonly string[] {
  if (!text.includes('<') || !mayHold.test(text) || !hasMarks(text)) return none;
  return markdown
    .inline(text, references)
    .flatMap(({ type, content }) => (type === 'html_inline' ? anchorsOfHtml(content) : none));
}

const tag = /<([a-z][a-z0-9-]*)/giy;
const attribute = /[\s/]+([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y;

function anchorsOfHtml(html: string): readonly string[] {
  const found: string[] = [];
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4);
      if (end < 0) break;
      at = end;
      continue;
    }
    tag.lastIndex = at;
    const element = tag.exec(html)?.[1]?.toLowerCase();
    at = element === undefined ? at + 1 : readAttributes(html, tag.lastIndex, element, found);
  }
  return found;
}

/** Adds the anchors that an element sets; where its attributes end. */
function readAttributes(html: string, from: number, element: string, found: string[]): number {
  let at = from;
  for (;;) {
    attribute.lastIndex = at;
    const match = attribute.exec(html);
    if (!match) return at;
    at = attribute.lastIndex;
    const name = match[1]!.toLowerCase();
    const value = match[2] ?? match[3] ?? match[4] ?? '';
    if (value !== '' && (name === 'id' || (name === 'name' && element === 'a'))) found.push(value);
  }
}

/** The id at the end of a heading, as `Incidents {#inc}` gives it one. */
export function idOfHeading(text: string): string | undefined {
  return /\{[^{}#]{0,100}#([^\s{}#]{1,200})[^{}]{0,200}\}$/.exec(text.trimEnd())?.[1];
}

/** The texts of headings in HTML, without their tags: GitHub gives them anchors as it does those of Markdown. */
export function headingsOfHtml(html: string): readonly string[] {
  if (!/<h[1-6][\s>]/i.test(html)) return none;
  const found: string[] = [];
  for (const part of html.split(/<(?=h[1-6][\s>])/i).slice(1)) {
    const start = part.indexOf('>') + 1;
    const end = part.toLowerCase().indexOf(`</${part.slice(0, 2).toLowerCase()}`, start);
    if (start > 0 && end > 0)
      found.push(
        part
          .slice(start, end)
          .replace(/<[^<>]*>/g, '')
          .trim(),
      );
  }
  return found;
}
