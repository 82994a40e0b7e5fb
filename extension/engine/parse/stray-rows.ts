import type { Section } from '../model/document.ts';
import type { SectionKey } from '../model/schema.ts';
import { quote } from '../values/quote.ts';
import type { Block } from './blocks.ts';
import { breakBefore, lineStartOf } from './lines.ts';
import type { Occurrence, SectionContext } from './section-context.ts';
import { sectionMeant } from './sections-by-columns.ts';
import { isSignatureTable } from './signatures.ts';
import { countCells } from './split-row.ts';
import type { Headers } from './table-headers.ts';
import { foldHeading } from './vocabulary.ts';
import { say, sectionTitle } from '../values/say.ts';

/** What came out of reading the sections of a document. */
interface SectionsSoFar {
  readonly occurrences: readonly Occurrence[];
  readonly sections: ReadonlyMap<SectionKey, Section>;
  readonly read: ReadonlySet<Block>;
  readonly headersOf: (table: Block) => Headers;
}

/**
 * Rows and tables where none is read, though they were evidently meant to be: rows like those of the
 * table above, from which a heading cuts them off, and under a heading of prose a table that has the
 * columns of a section which the document lacks. Any other table may stand in prose.
 */
export function noteStrayRows(context: SectionContext, found: SectionsSoFar): void {
  const { blocks } = context.body;
  const { occurrences, sections, read, headersOf } = found;
  let around: readonly (Occurrence | undefined)[] | undefined;
  const underOf = (i: number): Occurrence | undefined =>
    (around ??= aroundEach(blocks.length, occurrences))[i];
  let columns = 0;
  let isHeaded = false;
  for (const [i, block] of blocks.entries()) {
    if (block.nest !== '') continue;
    if (block.is === 'heading') isHeaded = true;
    if (block.is === 'table') {
      columns = read.has(block) ? headersOf(block).length : 0;
      const under = columns === 0 ? underOf(i) : undefined;
      if (columns === 0 && (under || !isHeaded)) noteTable(context, found, under, block);
    } else if (block.is === 'paragraph' && columns > 1 && hasPipeAtMargin(context.text, block)) {
      const under = underOf(i);
      if (!isRead(under, sections)) noteRows(context, block, columns, under);
    }
  }
}

/** Whether a line of a block begins as a row does. */
function hasPipeAtMargin(text: string, { lines }: Block): boolean {
  for (let i = 0; i < lines.length; i += 2) if (text.charAt(lines[i]!) === '|') return true;
  return false;
}

/** The known heading that each block stands under. */
function aroundEach(count: number, occurrences: readonly Occurrence[]): readonly (Occurrence | undefined)[] {
  const around = Array<Occurrence | undefined>(count);
  for (const occurrence of occurrences) around.fill(occurrence, occurrence.from, occurrence.to);
  return around;
}

/** Whether rows under a heading are looked for where it is read itself. */
function isRead(under: Occurrence | undefined, sections: ReadonlyMap<SectionKey, Section>): boolean {
  return (
    under !== undefined &&
    under.spec.columns.length > 0 &&
    sections.get(under.spec.key)?.heading === under.heading
  );
}

function noteRows(
  { text, problems }: SectionContext,
  { lines }: Block,
  columns: number,
  under: Occurrence | undefined,
): void {
  for (let i = 0; i + 1 < lines.length; i += 2) {
    const start = lines[i] ?? 0;
    const end = lines[i + 1] ?? start;
    if (text.charAt(start) !== '|' || countCells(text, start, end) !== columns) continue;
    const span = { start, end: lines[lines.length - 1] ?? end };
    problems.push(
      under
        ? { code: 'DOC020', id: 'rowsUnderHeading', data: { heading: quote(under.heading.text) }, span }
        : { code: 'DOC020', id: 'cutTable', data: {}, span },
    );
    return;
  }
}

/** A table that the document lacks, below another heading or none. Under headings of one's own it is said there. */
function noteTable(
  context: SectionContext,
  { sections, headersOf }: SectionsSoFar,
  under: Occurrence | undefined,
  table: Block,
): void {
  const { text, vocabulary, document, problems } = context;
  const start = table.lines[0] ?? 0;
  if (isSignatureTable(headersOf(table))) return;
  const only = sectionMeant(vocabulary, document.kind, sections, headersOf(table));
  if (!only || isSaid(context, start, table.lines[1] ?? start)) return;
  const at = lineStartOf(text, start);
  const line = breakBefore(text, at);
  // In the language of the heading that stands there.
  const isSwedish = under && foldHeading(under.heading.text) === foldHeading(under.spec.titleSv);
  const title = isSwedish ? only.titleSv : only.title;
  const heading = `${'#'.repeat(under?.headingBlock.level ?? 2)} ${title}`;
  const section = sectionTitle(only);
  problems.push({
    code: 'DOC020',
    ...(under
      ? { id: 'tableUnderHeading', data: { heading: quote(under.heading.text), section } }
      : { id: 'tableAlone', data: { section } }),
    span: { start, end: table.lines[1] ?? start },
    fixes: [
      {
        title: say('Put the heading "{{heading}}" above it', { heading: title }),
        edits: [{ span: { start: at, end: at }, text: `${heading}${line}${line}` }],
      },
    ],
  });
}

/** Whether something was said of a header already, or of the line above it that nearly is its heading. */
function isSaid({ text, problems }: SectionContext, start: number, end: number): boolean {
  return problems.some(
    ({ id, span }) =>
      (span.start >= start && span.end <= end) ||
      (id === 'nearMeantHeading' && span.end <= start && text.slice(span.end, start).trim() === ''),
  );
}
