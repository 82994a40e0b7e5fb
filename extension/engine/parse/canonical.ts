import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { GovernedDocument } from '../model/document.ts';
import { contentParts, rowPart, type ContentPart } from './content-parts.ts';
import { createMarkdown, type Markdown } from './markdown.ts';

/** What of a document is no content to whoever asks. */
export interface LeftOut {
  readonly keys?: readonly string[];
  /** Where cells begin: the columns in which they stand are left out, with their headers. */
  readonly cells?: ReadonlySet<number>;
}

/** SHA-256 of a document's canonical content: "sha256-" and 64 hexadecimal digits. */
export function digestOf(document: Pick<GovernedDocument, 'text'>, leftOut?: LeftOut): string {
  return `sha256-${bytesToHex(sha256(utf8ToBytes(canonicalContent(document.text, createMarkdown(), leftOut))))}`;
}

/**
 * The content of a document without its form: lines of JSON for front matter (but `status` and `formerly`) and for
 * each block of the body (format-details.md item 1). Re-aligning, wrapping, line ends, marks of lists,
 * headings and emphasis, and quotes change nothing; a cell, a link's target or a word does.
 */
export function canonicalContent(
  text: string,
  markdown: Markdown = createMarkdown(),
  { keys: keysOut = [], cells }: LeftOut = {},
): string {
  const { keys, parts } = contentParts(text, markdown);
  const lines: unknown[] = ['outrigger 1'];
  for (const { key, value } of keys) if (!keysOut.includes(key)) lines.push([key, value]);
  for (const part of cells ? withoutColumns(parts, cells) : parts) lines.push(part.line);
  return lines.map(lineOf).join('');
}

function lineOf(line: unknown): string {
  return `${JSON.stringify(line).normalize('NFC')}\n`;
}

/** Without the columns of tables in which one of these cells stands. */
function withoutColumns(parts: readonly ContentPart[], begins: ReadonlySet<number>): readonly ContentPart[] {
  let columns = new Set<number>();
  return parts.map((part, at) => {
    if (part.is !== 'table') return part;
    if (part.isHeader) columns = columnsOf(parts, at, begins);
    return columns.size === 0
      ? part
      : rowPart(
          part,
          part.cells.filter((_cell, i) => !columns.has(i)),
        );
  });
}

/** The numbers of the columns, in the table whose head stands there, in which one of these cells begins. */
function columnsOf(parts: readonly ContentPart[], head: number, begins: ReadonlySet<number>): Set<number> {
  const columns = new Set<number>();
  for (let at = head; at === head || (parts[at]?.is === 'table' && !parts[at].isHeader); at++)
    for (const [i, { start }] of (parts[at]?.cells ?? []).entries()) if (begins.has(start)) columns.add(i);
  return columns;
}
