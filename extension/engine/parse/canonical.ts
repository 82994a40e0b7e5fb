import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { GovernedDocument } from '../model/document.ts';
import { contentParts } from './content-parts.ts';
import { createMarkdown, type Markdown } from './markdown.ts';

/** SHA-256 of a document's canonical content: "sha256-" and 64 hexadecimal digits. */
export function digestOf(document: Pick<GovernedDocument, 'text'>): string {
  return `sha256-${bytesToHex(sha256(utf8ToBytes(canonicalContent(document.text))))}`;
}

/**
 * The content of a document without its form: lines of JSON for front matter (but `status` and `formerly`) and for
 * each block of the body (format-details.md item 1). Re-aligning, wrapping, line ends, marks of lists,
 * headings and emphasis, and quotes change nothing; a cell, a link's target or a word does.
 */
export function canonicalContent(text: string, markdown: Markdown = createMarkdown()): string {
  const { keys, parts } = contentParts(text, markdown);
  const lines: unknown[] = ['outrigger 1', ...keys.map(({ key, value }) => [key, value])];
  for (const part of parts) lines.push(part.line);
  return lines.map(lineOf).join('');
}

function lineOf(line: unknown): string {
  return `${JSON.stringify(line).normalize('NFC')}\n`;
}
