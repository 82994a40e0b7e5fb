import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { GovernedDocument } from '../model/document.ts';
import { lineStarts } from '../model/text.ts';
import type { Block, References } from './blocks.ts';
import { isFormerHeader } from './former-column.ts';
import { readFrontMatter } from './front-matter.ts';
import { contentOfBlock, contentOfCell, hasMarks } from './inline.ts';
import { createMarkdown, type Markdown } from './markdown.ts';
import { readBody } from './read-document.ts';
import { splitRow } from './split-row.ts';

/** SHA-256 of a document's canonical content: "sha256-" and 64 hexadecimal digits. */
export function digestOf(document: Pick<GovernedDocument, 'text'>): string {
  return `sha256-${bytesToHex(sha256(utf8ToBytes(canonicalContent(document.text))))}`;
}

/** Keys that say where a document stands and stood, and nothing that anybody agrees to (settled 17). */
const noContent: ReadonlySet<string> = new Set(['status', 'formerly']);

/**
 * The content of a document without its form: lines of JSON for front matter (but `status` and `formerly`) and for
 * each block of the body (format-details.md item 1). Re-aligning, wrapping, line ends, marks of lists,
 * headings and emphasis, and quotes change nothing; a cell, a link's target or a word does.
 */
export function canonicalContent(text: string, markdown: Markdown = createMarkdown()): string {
  const whole = text.replaceAll('\0', '\ufffd');
  const starts = lineStarts(whole);
  const matter = readFrontMatter(whole, starts);
  const { blocks, references } = readBody(markdown, whole, starts, matter?.bodyLine ?? 0);
  const lines: unknown[] = ['outrigger 1'];
  const entries = (matter?.entries ?? []).filter(({ key }) => !noContent.has(key));
  for (const { key, text: value } of entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)))
    lines.push([key, value]);
  for (const block of blocks) lines.push(...linesOf(markdown, whole, block, references));
  return lines.map((line) => `${JSON.stringify(line).normalize('NFC')}\n`).join('');
}

function linesOf(
  markdown: Markdown,
  text: string,
  block: Block,
  references: References | undefined,
): unknown[] {
  const { nest } = block;
  const inline = (): unknown => inlineOf(markdown, contentOfBlock(text, block).text, references);
  switch (block.is) {
    case 'heading':
      return [[`${nest}h${block.level}`, inline()]];
    case 'paragraph':
      return [[`${nest}p`, inline()]];
    case 'item':
      return [[`${nest}li`]];
    case 'code':
      return [[`${nest}code`, reduced(block.info), withoutLineEnds(block.content)]];
    case 'html':
      return [[`${nest}html`, withoutLineEnds(block.content)]];
    case 'rule':
      return [[`${nest}hr`]];
    case 'table':
      return rowsOf(markdown, text, block, references);
  }
}

function rowsOf(
  markdown: Markdown,
  text: string,
  { lines, nest }: Block,
  references: References | undefined,
): unknown[] {
  const rows: unknown[] = [];
  let former = -1;
  for (let i = 0; i + 1 < lines.length; i += 2) {
    if (i === 2) continue;
    const cells = splitRow(text, lines[i] ?? 0, lines[i + 1] ?? 0);
    const row: (readonly unknown[])[] = [];
    for (let at = 0; at < cells.length; at += 2) {
      const content = contentOfCell(text, cells[at] ?? 0, cells[at + 1] ?? 0).text;
      const inline = inlineOf(markdown, content, references);
      // What something was called before is nothing that anybody agrees to (settled 17).
      if (i === 0 && former < 0 && isFormerHeader(textOf(inline))) former = at;
      if (at !== former) row.push(inline);
    }
    while (row.length > 0 && row[row.length - 1]?.length === 0) row.pop();
    rows.push([`${nest}row`, row]);
  }
  return rows;
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

/** What is left without marks. */
function textOf(inline: readonly unknown[]): string {
  return inline.filter((token) => typeof token === 'string').join('');
}

function reduced(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').trim();
}

function withoutLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[ \t]+$/gm, '');
}
