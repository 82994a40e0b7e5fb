import type { Link, Source } from '../model/document.ts';
import type { Block, References } from './blocks.ts';
import type { Markdown } from './markdown.ts';
import { isSpace } from './split-row.ts';
import { walk } from './walk-inline.ts';

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
  const read = walk(markdown, content.text, references);
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
