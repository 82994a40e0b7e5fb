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
  const columns = new Map<ContentPart, Set<number>>();
  let head: ContentPart | undefined;
  for (const part of parts) {
    if (part.is !== 'table') continue;
    if (part.isHeader) head = part;
    for (const [i, { start }] of part.cells.entries())
      if (head && begins.has(start)) columns.set(head, (columns.get(head) ?? new Set()).add(i));
  }
  return parts.map((part) => {
    if (part.isHeader) head = part;
    const its = part.is === 'table' && head ? columns.get(head) : undefined;
    const isKept = (_cell: unknown, i: number): boolean => !its?.has(i);
    return its ? rowPart(part, part.cells.filter(isKept)) : part;
  });
}
