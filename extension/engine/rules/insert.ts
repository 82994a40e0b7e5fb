import type { GovernedDocument, Row, Section } from '../model/document.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { FieldSpec, SectionKey } from '../model/schema.ts';
import { fold } from '../values/fold.ts';
import type { Extra, FixDraft } from './define.ts';

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
  const spec = catalogue.sections[key];
  const inSwedish = isSwedish(document);
  const title = inSwedish ? spec.titleSv : spec.title;
  const headers = spec.columns.filter(({ required }) => required).map((column) => titleOf(column, inSwedish));
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

/**
 * Adds a column without values at the end of each table that these rows stand in. No fix where a row has
 * cells beyond its header, which the new column would bring to light.
 */
export function emptyColumn(section: Section, rows: readonly Row[], column: FieldSpec): Extra {
  const { document } = section;
  const tables = new Map<number, readonly Line[]>();
  for (const { span } of rows) {
    const lines = linesOfTable(document, span.start);
    tables.set(lines[0]?.end ?? -1, lines);
  }
  const title = titleOf(column, isSwedish(document));
  const edits: FixDraft['edits'][number][] = [];
  for (const lines of tables.values()) {
    const counts = lines.map(({ text }) => cellsIn(text));
    if (lines.length < 3 || counts.some((count) => count > counts[0]!)) return {};
    lines.forEach(({ end, text }, i) => {
      const cell = i === 0 ? ` ${title} |` : i === 1 ? ' --- |' : '  |';
      edits.push({ document, span: { start: end, end }, text: endsWithPipe(text) ? cell : ` |${cell}` });
    });
  }
  return { fixes: [{ title: `Add the column "${title}"`, edits }] };
}

interface Line {
  /** Trimmed at its end, and the offset of that end. */
  readonly text: string;
  readonly end: number;
}

/** The lines of a table from its header on, given an offset in one of its rows. */
function linesOfTable(document: GovernedDocument, offset: number): readonly Line[] {
  const { lineStarts } = document;
  let first = lineStarts.findLastIndex((start) => start <= offset);
  while (first > 0 && !isDashes(lineAt(document, first).text)) first--;
  const lines: Line[] = [];
  for (let i = first - 1; i >= 0 && i < lineStarts.length; i++) {
    const line = lineAt(document, i);
    if (!line.text.includes('|')) break;
    lines.push(line);
  }
  return lines;
}

function lineAt({ text, lineStarts }: GovernedDocument, index: number): Line {
  const start = lineStarts[index] ?? text.length;
  const line = text.slice(start, lineStarts[index + 1]).trimEnd();
  return { text: line, end: start + line.length };
}

function isDashes(line: string): boolean {
  return line.includes('-') && /^[\s|:-]+$/.test(line);
}

function cellsIn(line: string): number {
  const pipes = line.match(/(?<!\\)\|/g)?.length ?? 0;
  return pipes + 1 - (/^\s*\|/.test(line) ? 1 : 0) - (endsWithPipe(line) ? 1 : 0);
}

function endsWithPipe(line: string): boolean {
  return /(?<!\\)\|$/.test(line);
}

function titleOf(column: FieldSpec, inSwedish: boolean): string {
  return inSwedish ? column.titleSv : column.title;
}

/** Whether headings are to be added in Swedish: as `language` says, else as those that stand there. */
function isSwedish(document: GovernedDocument): boolean {
  const language = document.keys.language?.value;
  if (language !== undefined) return /^sv\b/i.test(language);
  const sections = [...document.sections.values()];
  const swedish = sections.filter(({ heading, spec }) => fold(heading.text) === fold(spec.titleSv));
  return (
    swedish.some(({ spec }) => fold(spec.titleSv) !== fold(spec.title)) && swedish.length === sections.length
  );
}

function lineEnd(document: GovernedDocument): string {
  return document.text.includes('\r\n') ? '\r\n' : '\n';
}

/** Offset of the line that closes the front matter. */
function closingFence({ text, lineStarts, fenceSpan }: GovernedDocument): number | undefined {
  return lineStarts.find(
    (start) => start > fenceSpan.end && /^---[ \t]*(?:\r|\n|$)/.test(text.slice(start, start + 80)),
  );
}
