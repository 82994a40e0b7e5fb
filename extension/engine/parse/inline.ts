import type { Token } from 'markdown-it';
import type { Link, Source } from '../model/document.ts';
import type { Block, References } from './blocks.ts';
import { destinationOf, type Destination } from './link-destination.ts';
import type { Markdown } from './markdown.ts';
import { remembered } from './remembered.ts';
import { isSpace } from './split-row.ts';

/** Inline Markdown taken out of its cell or paragraph. */
export interface Content {
  readonly text: string;
  /** Offset in the document of its first character, where all stand in one stretch. */
  readonly start: number;
  readonly end: number;
  /** Offset of each unit and of the end, where they do not. */
  readonly places: readonly number[] | undefined;
}

/** The characters of a cell; `\|` stands for a pipe. */
export function contentOfCell(text: string, start: number, end: number): Content {
  const raw = text.slice(start, end).trim();
  if (raw === '') return { text: '', start, end, places: undefined };
  if (!raw.includes('\\|')) return { text: raw, start, end, places: undefined };
  let content = '';
  const places: number[] = [];
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) === 92 && text.charCodeAt(at + 1) === 124 && at + 1 < end) at++;
    content += text.charAt(at);
    places.push(at);
  }
  places.push(end);
  return { text: content, start, end, places };
}

/** The lines of a paragraph or heading joined by line feeds. */
export function contentOfBlock(text: string, { lines }: Block): Content {
  const start = lines[0] ?? 0;
  const end = lines[lines.length - 1] ?? start;
  if (lines.length <= 2) return { text: text.slice(start, end), start, end, places: undefined };
  let content = '';
  const places: number[] = [];
  for (let i = 0; i + 1 < lines.length; i += 2) {
    const from = lines[i] ?? 0;
    const to = lines[i + 1] ?? from;
    if (i > 0) {
      content += '\n';
      places.push(lines[i - 1] ?? from);
    }
    content += text.slice(from, to);
    for (let at = from; at < to; at++) places.push(at);
  }
  places.push(end);
  return { text: content, start, end, places };
}

/** What in a text may be inline Markdown; anything else stands for itself. */
const marks = /[\\`*_[\n]|<[A-Za-z/!?]|&[A-Za-z#]|~~/;

/** The parser holds several tokens a mark: no text that a person writes comes near this. */
export const unitsAtMost = 65_536;
/** The parser looks for the end of each open bracket within the others, and no deeper than 100. */
export const bracketsAtMost = 50;

/** Why the inline Markdown of a text is not read. */
export type TooMuch = 'longText' | 'deepBrackets';

/** Whether a text may have inline Markdown at all. */
export function mayHoldMarks(text: string): boolean {
  return marks.test(text);
}

/** Whether a text has inline Markdown that is read. */
export function hasMarks(text: string): boolean {
  return marks.test(text) && tooMuchIn(text) === undefined;
}

/** Why the inline Markdown of a text is taken as it stands; undefined where it is read, or where there is none. */
export function tooMuchOf(text: string): TooMuch | undefined {
  return text.length > bracketsAtMost && marks.test(text) ? tooMuchIn(text) : undefined;
}

function tooMuchIn(text: string): TooMuch | undefined {
  if (text.length > unitsAtMost) return 'longText';
  let open = 0;
  for (let at = text.indexOf('['); at >= 0 && at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 93) open = Math.max(0, open - 1);
    else if (code === 91 && ++open > bracketsAtMost) return 'deepBrackets';
  }
  return undefined;
}

/**
 * A cell, heading or paragraph as a person reads it: marks, comments and images removed, entities and
 * escapes resolved, `<br>` a line feed, a wrapped line a space, links as their text (format-details.md item 2).
 */
export function readInline(markdown: Markdown, content: Content, references?: References): Source {
  const { start, end, places } = content;
  const span = { start, end };
  if (!hasMarks(content.text)) {
    if (!places) return { text: content.text, span };
    const text = content.text.replace(/\n/g, ' ');
    return { text, span, map: places };
  }
  if (places && isWrappedOnly(content.text))
    return { text: content.text.replace(/\n/g, ' '), span, map: places };
  const read = references ? walk(markdown, content.text, references) : walked(markdown, content.text);
  const offset = (at: number): number =>
    places?.[Math.min(at, places.length - 1)] ?? Math.min(start + at, end);
  const spanOf = (from: number, to: number): { start: number; end: number } => {
    const first = offset(from);
    return {
      start: first,
      end: Math.max(first, to === 0 ? first : to >= content.text.length ? end : offset(to)),
    };
  };
  const source: { -readonly [K in keyof Source]: Source[K] } = { text: read.text, span };
  if (places || read.text !== content.text) source.map = read.map.map(offset);
  if (read.links.length > 0) {
    source.links = read.links.map((link) => ({
      text: link.text,
      target: link.target,
      span: spanOf(link.from, link.to),
      targetSpan: spanOf(link.targetFrom, link.targetTo),
      image: link.image,
      ...(link.definedAt && { definedAt: link.definedAt }),
    }));
  }
  if (read.codes.length > 0) {
    source.codes = read.codes.map(({ text, from, to }) => ({ text, span: spanOf(from, to) }));
  }
  return source;
}

/** Whether a text has no other mark than the ends of its lines, and no blanks there that would be left out. */
function isWrappedOnly(text: string): boolean {
  return !/[\\`*_[]|<[A-Za-z/!?]|&[A-Za-z#]|~~|[ \t]\n|\n[ \t]|^\s|\s$/.test(text);
}

/** What a text holds where no definition stands. The same links and paths are written again and again. */
function walked(markdown: Markdown, text: string): Walked {
  let known = walks.get(markdown);
  if (!known) walks.set(markdown, (known = remembered((one) => walk(markdown, one, undefined))));
  return known(text);
}

const walks = new WeakMap<Markdown, (text: string) => Walked>();

/** The same of a cell in whose row nothing may be Markdown. */
export function readPlainCell(text: string, start: number, end: number): Source {
  // An empty cell is the gap between its pipes.
  const isEmpty = start >= end || isSpace(text.charCodeAt(start));
  return { text: isEmpty ? '' : text.slice(start, end), span: { start, end } };
}

/** Links and images of a text, without its other inline content. */
export function linksIn(markdown: Markdown, content: Content, references?: References): readonly Link[] {
  return /[[<]/.test(content.text) ? (readInline(markdown, content, references).links ?? []) : [];
}

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

interface Walked {
  readonly text: string;
  readonly map: readonly number[];
  readonly links: readonly LinkAt[];
  readonly codes: readonly CodeAt[];
}

function walk(markdown: Markdown, source: string, references: References | undefined): Walked {
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
