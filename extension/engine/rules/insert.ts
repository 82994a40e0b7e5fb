import type { GovernedDocument } from '../model/document.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { SectionKey } from '../model/schema.ts';
import type { Extra } from './define.ts';

/** Adds a key without a value at the end of the front matter. The value is a person's to give. */
export function emptyKey(document: GovernedDocument, key: string): Extra {
  const end = closingFence(document);
  if (end === undefined) return {};
  const text = `${key}:${lineEnd(document)}`;
  return {
    fixes: [{ title: `Add the key "${key}"`, edits: [{ document, span: { start: end, end }, text }] }],
  };
}

/** Adds a section with the header of its table and one empty row at the end of the document. */
export function emptyTable(document: GovernedDocument, key: SectionKey): Extra {
  const { title, columns } = catalogue.sections[key];
  const headers = columns.filter(({ required }) => required).map(({ title }) => title);
  const newLine = lineEnd(document);
  const lines = [
    `## ${title}`,
    '',
    `| ${headers.join(' | ')} |`,
    `|${' --- |'.repeat(headers.length)}`,
    `|${'  |'.repeat(headers.length)}`,
    '',
  ];
  const { text } = document;
  const gap = text.endsWith(`${newLine}${newLine}`) ? '' : text.endsWith('\n') ? newLine : newLine + newLine;
  const span = { start: text.length, end: text.length };
  return {
    fixes: [
      { title: `Add the section "${title}"`, edits: [{ document, span, text: gap + lines.join(newLine) }] },
    ],
  };
}

function lineEnd(document: GovernedDocument): string {
  return document.text.includes('\r\n') ? '\r\n' : '\n';
}

/** Offset of the line that closes the front matter. */
function closingFence({ text, lineStarts, fenceSpan }: GovernedDocument): number | undefined {
  return lineStarts.find((start) => start > fenceSpan.end && /^---[ \t]*(?:\r|\n|$)/.test(text.slice(start, start + 80)));
}
