import type { GovernedDocument, Section } from '../model/document.ts';
import type { Span } from '../model/text.ts';
import type { Block } from '../parse/blocks.ts';
import { breakOf, lineBreakOf, lineStartOf } from '../parse/lines.ts';
import { lineOf } from '../model/text.ts';
import { splitRow } from '../parse/split-row.ts';
import { foldHeading } from '../parse/vocabulary.ts';
import { dividedBody, sectionSpan, type DividedBody } from './margin-headings.ts';
import type { Part, Placed } from './transfer.ts';

/**
 * The rows of a section, to stand below those that the other document has under the same headers. Undefined where the
 * headers differ, or where anything but one table stands below one of the headings: that would be lost.
 */
export function mergedRows(section: Section, body: DividedBody, into: GovernedDocument): Placed | undefined {
  const other = into.sections.get(section.key);
  const table = onlyTable(sectionSpan(section.document, section, body), body);
  if (!other || !table) return undefined;
  const theirs = dividedBody(into);
  const its = tableIn(into, other, theirs);
  if (!its || headers(section.document, table) !== headers(into, its)) return undefined;
  const { text } = section.document;
  const parts: Part[] = [];
  for (let i = 4; i < table.lines.length; i += 2) {
    const start = table.lines[i] ?? 0;
    parts.push(lineBreakOf(into.text), { start: lineStartOf(text, start), end: table.lines[i + 1] ?? start });
  }
  const last = lineOf(into.lineStarts, its.lines.at(-2) ?? 0);
  return { at: breakOf(into.text, into.lineStarts, last), parts };
}

/** The table below a heading, where nothing else stands there. */
function onlyTable({ start, end }: Span, { blocks }: DividedBody): Block | undefined {
  const [heading, table, more] = blocks.filter(({ lines: [at = 0] }) => at >= start && at < end);
  return heading?.is === 'heading' && table?.is === 'table' && table.nest === '' && !more ? table : undefined;
}

/** The one table of a section, whatever else stands below its heading. */
function tableIn(document: GovernedDocument, section: Section, body: DividedBody): Block | undefined {
  const { start, end } = sectionSpan(document, section, body);
  const tables = body.blocks.filter(
    ({ is, nest, lines }) =>
      is === 'table' && nest === '' && (lines[0] ?? 0) >= start && (lines[0] ?? 0) < end,
  );
  return tables.length === 1 ? tables[0] : undefined;
}

function headers({ text }: GovernedDocument, { lines }: Block): string {
  const cells = splitRow(text, lines[0] ?? 0, lines[1] ?? 0);
  return cells
    .flatMap((start, i) => (i % 2 === 0 ? [foldHeading(text.slice(start, cells[i + 1]))] : []))
    .join('|');
}
