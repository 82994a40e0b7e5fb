import { lineStarts } from '../model/text.ts';
import type { Block, References } from './blocks.ts';
import type { Entry } from './entry.ts';
import { isFormerHeader } from './former-column.ts';
import { readFrontMatter } from './front-matter.ts';
import { contentOfBlock, contentOfCell, hasMarks } from './inline.ts';
import { createMarkdown, type Markdown } from './markdown.ts';
import { readBody } from './read-document.ts';
import { splitRow } from './split-row.ts';

/** The content of a document without its form, part by part: what its digest is made of. */
export interface ContentParts {
  /** Front matter but `status` and `formerly`, by key. */
  readonly keys: readonly { readonly key: string; readonly value: Entry['text'] }[];
  readonly parts: readonly ContentPart[];
}

/** A block of the body, or a row of a table. */
export interface ContentPart {
  readonly is: Block['is'];
  /** Of a heading 1 to 6, otherwise 0. */
  readonly level: number;
  /** What it stands in, as of a block. */
  readonly nest: string;
  /** As canonical content has it, to be written as JSON. */
  readonly line: unknown;
  /** As a person reads it, without marks. */
  readonly text: string;
  /** The offset of its first character in the document. */
  readonly start: number;
  readonly end: number;
  /** Of a row of a table, without the column of former names. */
  readonly cells: readonly ContentCell[];
  /** Of a row that is the head of its table. */
  readonly isHeader: boolean;
}

export interface ContentCell {
  /** As canonical content has it. */
  readonly inline: readonly unknown[];
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Keys that say where a document stands and stood, and nothing that anybody agrees to (settled 17). */
const noContent: ReadonlySet<string> = new Set(['status', 'formerly']);

/** Takes a document apart. */
export function contentParts(text: string, markdown: Markdown = createMarkdown()): ContentParts {
  const whole = text.replaceAll('\0', '\ufffd');
  const starts = lineStarts(whole);
  const matter = readFrontMatter(whole, starts);
  const { blocks, references } = readBody(markdown, whole, starts, matter?.bodyLine ?? 0);
  const entries = (matter?.entries ?? []).filter(({ key }) => !noContent.has(key));
  return {
    keys: entries
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
      .map(({ key, text: value }) => ({ key, value })),
    parts: blocks.flatMap((block) =>
      block.is === 'table'
        ? rowsOf(markdown, whole, block, references)
        : [partOf(markdown, whole, block, references)],
    ),
  };
}

function partOf(
  markdown: Markdown,
  text: string,
  block: Block,
  references: References | undefined,
): ContentPart {
  const { is, nest, level, lines } = block;
  const [line, shown] = lineAndText(markdown, text, block, references);
  const [start = 0, end = start] = [lines[0], lines.at(-1)];
  return { is, level, nest, line, text: shown, start, end, cells: [], isHeader: false };
}

function lineAndText(
  markdown: Markdown,
  text: string,
  block: Block,
  references: References | undefined,
): readonly [unknown, string] {
  const { nest } = block;
  const inline = (): readonly unknown[] => inlineOf(markdown, contentOfBlock(text, block).text, references);
  switch (block.is) {
    case 'heading': {
      const its = inline();
      return [[`${nest}h${block.level}`, its], textOf(its)];
    }
    case 'item':
      return [[`${nest}li`], ''];
    case 'code': {
      const content = withoutLineEnds(block.content);
      return [[`${nest}code`, reduced(block.info), content], content];
    }
    case 'html': {
      const content = withoutLineEnds(block.content);
      return [[`${nest}html`, content], content];
    }
    case 'rule':
      return [[`${nest}hr`], ''];
    default: {
      const its = inline();
      return [[`${nest}p`, its], textOf(its)];
    }
  }
}

function rowsOf(
  markdown: Markdown,
  text: string,
  { lines, nest }: Block,
  references: References | undefined,
): readonly ContentPart[] {
  const rows: ContentPart[] = [];
  let former = -1;
  for (let i = 0; i + 1 < lines.length; i += 2) {
    if (i === 2) continue;
    const [start = 0, end = 0] = [lines[i], lines[i + 1]];
    const places = splitRow(text, start, end);
    const cells: ContentCell[] = [];
    for (let at = 0; at < places.length; at += 2) {
      const [from = 0, to = 0] = [places[at], places[at + 1]];
      const inline = inlineOf(markdown, contentOfCell(text, from, to).text, references);
      const shown = textOf(inline);
      // What something was called before is nothing that anybody agrees to (settled 17).
      if (i === 0 && former < 0 && isFormerHeader(unmarked(inline))) former = at;
      if (at !== former) cells.push({ inline, text: shown, start: from, end: to });
    }
    rows.push(rowPart({ nest, start, end, isHeader: i === 0 }, cells));
  }
  return rows;
}

/** A row of these cells; what is empty at its end is not there. */
export function rowPart(
  { nest, start, end, isHeader }: Pick<ContentPart, 'nest' | 'start' | 'end' | 'isHeader'>,
  cells: readonly ContentCell[],
): ContentPart {
  const row = cells.map(({ inline }) => inline);
  while (row.length > 0 && row[row.length - 1]?.length === 0) row.pop();
  const text = cells.flatMap((cell) => cell.text || []).join(' | ');
  return { is: 'table', level: 0, nest, line: [`${nest}row`, row], text, start, end, cells, isHeader };
}

function inlineOf(
  markdown: Markdown,
  written: string,
  references: References | undefined,
): readonly unknown[] {
  const content = reduced(written);
  if (content === '') return [];
  if (!hasMarks(content)) return [content];
  const tokens: unknown[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') tokens.push(text);
    text = '';
  };
  const mark = (...token: unknown[]): void => {
    flush();
    tokens.push(token);
  };
  for (const token of markdown.inline(content, references)) {
    switch (token.type) {
      case 'text':
      case 'text_special':
        text += token.content;
        break;
      case 'code_inline':
        mark('code', token.content);
        break;
      case 'html_inline':
        mark('html', token.content);
        break;
      case 'link_open':
        mark('a', token.attrGet('href') ?? '');
        break;
      case 'image':
        mark('img', token.attrGet('src') ?? '', token.content);
        break;
      case 'softbreak':
      case 'hardbreak':
        mark('br');
        break;
      default:
        mark(token.nesting < 0 ? `/${token.tag}` : token.tag);
    }
  }
  flush();
  return tokens;
}

/** Texts alone, as digests have always been made of them. */
function unmarked(inline: readonly unknown[]): string {
  return inline.filter((token) => typeof token === 'string').join('');
}

/** What is left without marks: the words of code and the descriptions of pictures too. */
function textOf(inline: readonly unknown[]): string {
  if (inline.length === 1 && typeof inline[0] === 'string') return inline[0];
  return inline.map(wordsIn).join('').replace(/ {2,}/g, ' ').trim();
}

function wordsIn(token: unknown): string {
  if (typeof token === 'string') return token;
  const [mark, words, more] = token as readonly string[];
  if (mark === 'code') return words ?? '';
  if (mark === 'img') return more ?? '';
  return mark === 'br' || /^<br\b/i.test(mark === 'html' ? (words ?? '') : '') ? ' ' : '';
}

function reduced(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').trim();
}

function withoutLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[ \t]+$/gm, '');
}
