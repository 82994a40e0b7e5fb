import type { Token } from 'markdown-it';
import type { References } from './blocks.ts';
import { destinationOf, type Destination } from './link-destination.ts';
import type { Markdown } from './markdown.ts';
import { remembered } from './remembered.ts';

interface LinkAt extends Destination {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly image: boolean;
}

interface CodeAt {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A text without its marks, each unit with its place in the source, and what it links to. */
interface Walked {
  readonly text: string;
  readonly map: readonly number[];
  readonly links: readonly LinkAt[];
  readonly codes: readonly CodeAt[];
}

/** Takes inline Markdown apart. The same links and paths are written again and again, mostly where no definition stands. */
export function walk(markdown: Markdown, source: string, references: References | undefined): Walked {
  if (references) return walkAnew(markdown, source, references);
  let known = walks.get(markdown);
  if (!known) walks.set(markdown, (known = remembered((text) => walkAnew(markdown, text, undefined))));
  return known(source);
}

const walks = new WeakMap<Markdown, (text: string) => Walked>();

function walkAnew(markdown: Markdown, source: string, references: References | undefined): Walked {
  let text = '';
  const map: number[] = [];
  const links: LinkAt[] = [];
  const codes: CodeAt[] = [];
  const open: {
    textFrom: number;
    from: number;
    to: number;
    labelEnd: number;
    href: string;
    isAuto: boolean;
    image: false;
  }[] = [];
  const append = (added: string, at: number, isOne: boolean): void => {
    for (let i = 0; i < added.length; i++) map.push(Math.min(isOne ? at : at + i, source.length));
    text += added;
  };
  for (const token of markdown.inline(source, references)) {
    const [from, to] = token.map ?? [0, 0];
    const link = open[open.length - 1];
    if (link && token.type !== 'link_close') link.labelEnd = Math.max(link.labelEnd, to);
    switch (token.type) {
      case 'text':
        if (link?.isAuto)
          append(token.content, link.from + 1, !source.startsWith(token.content, link.from + 1));
        else append(token.content, from, false);
        break;
      case 'text_special':
        append(token.content, from, true);
        break;
      case 'code_inline': {
        const code = codeAt(source, token, from, to);
        append(code.text, code.from, false);
        codes.push(code);
        break;
      }
      case 'softbreak':
      case 'hardbreak':
        append(' ', from, true);
        break;
      case 'html_inline':
        if (/^<br\s*\/?>$/i.test(token.content)) append('\n', from, true);
        break;
      case 'link_open':
        open.push({
          textFrom: text.length,
          from,
          to,
          labelEnd: from + 1,
          href: String(token.attrGet('href') ?? ''),
          isAuto: token.info === 'auto',
          image: false,
        });
        break;
      case 'link_close': {
        const closed = open.pop();
        if (!closed) break;
        const outer = open[open.length - 1];
        if (outer) outer.labelEnd = Math.max(outer.labelEnd, closed.to);
        links.push({
          ...destinationOf(markdown, source, closed, references),
          text: text.slice(closed.textFrom).trim(),
          from: closed.from,
          to: closed.to,
          image: false,
        });
        break;
      }
      case 'image':
        links.push(imageAt(markdown, source, token, [from, to], references));
        break;
    }
  }
  map.push(source.length);
  return { ...trimmedWalk(text, map, source.length), links, codes };
}

/** The characters of a code span, without the blank that may stand behind its ticks. */
function codeAt(source: string, { markup, content }: Token, from: number, to: number): CodeAt {
  const ticks = markup.length;
  const inner = source.slice(from + ticks, to - ticks).replace(/\n/g, ' ');
  const at = from + ticks + (inner === content ? 0 : 1);
  return { text: content, from: at, to: at + content.length };
}

function imageAt(
  markdown: Markdown,
  source: string,
  token: Token,
  [from, to]: readonly [number, number],
  references: References | undefined,
): LinkAt {
  const label = {
    from,
    to,
    labelEnd: from + 2 + token.content.length,
    href: String(token.attrGet('src') ?? ''),
    isAuto: false,
    image: true,
  };
  return {
    ...destinationOf(markdown, source, label, references),
    text: token.content,
    from,
    to,
    image: true,
  };
}

/** The text without blanks at its ends, which comments and images leave behind. */
function trimmedWalk(
  text: string,
  map: readonly number[],
  end: number,
): { text: string; map: readonly number[] } {
  const inner = text.trim();
  if (inner.length === text.length) return { text, map };
  const first = text.length - text.trimStart().length;
  const last = first + inner.length;
  const kept = map.slice(first, last);
  kept.push(inner === '' ? 0 : (map[last] ?? end));
  return { text: inner, map: kept };
}
