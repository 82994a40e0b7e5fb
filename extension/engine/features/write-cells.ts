import type { Row, Section } from '../model/document.ts';
import type { Span } from '../model/text.ts';
import { splitRow } from '../parse/split-row.ts';
import { asCellText } from '../rules/replacement.ts';
import type { TableLines } from '../rules/insert.ts';

/** Characters of a document and what is to stand in their place. */
export interface Replaced {
  readonly span: Span;
  readonly text: string;
}

/**
 * Edits that write texts into empty cells of a row, by column key; cells that the row has too few of are added.
 * Undefined where its table has no such column.
 */
export function cellsFilled(
  section: Section,
  row: Row,
  texts: ReadonlyMap<string, string>,
  linesAt: TableLines,
): readonly Replaced[] | undefined {
  const { text } = section.document;
  const [header] = linesAt(row.span.start);
  if (!header) return undefined;
  const titles = starts(splitRow(text, header.end - header.text.length, header.end));
  const cells = splitRow(text, row.span.start, row.span.end);
  const edits: Replaced[] = [];
  const added = new Map<number, string>();
  for (const [key, value] of texts) {
    const place = titles.indexOf(section.columns.get(key)?.span.start ?? -1);
    if (place < 0) return undefined;
    const [start, end] = [cells[place * 2], cells[place * 2 + 1]];
    if (start === undefined || end === undefined) added.set(place, asCellText(value));
    else edits.push({ span: { start, end }, text: padded(asCellText(value), text, start, end) });
  }
  if (added.size > 0) {
    const last = Math.max(...added.keys());
    const missing = Array.from({ length: last + 1 - cells.length / 2 }, (_, i) => i + cells.length / 2);
    const closed = /(?<!\\)\|$/.test(text.slice(row.span.start, row.span.end)) ? '' : ' |';
    const end = row.span.end;
    edits.push({
      span: { start: end, end },
      text: closed + missing.map((place) => ` ${added.get(place) ?? ''} |`).join(''),
    });
  }
  return edits;
}

function starts(cells: readonly number[]): readonly number[] {
  return cells.filter((_, i) => i % 2 === 0);
}

/** With a blank on either side, where what stands there now does not bring one. */
function padded(value: string, text: string, start: number, end: number): string {
  const before = /\s/.test(text.charAt(start - 1)) ? '' : ' ';
  const after = /\s/.test(text.charAt(end)) ? '' : ' ';
  return `${before}${value}${after}`;
}

/** A text after edits that do not overlap; of two at one place an insertion comes first, of two insertions the first. */
export function withEdits(text: string, edits: readonly Replaced[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, text: its } of [...edits].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  )) {
    parts.push(text.slice(at, span.start), its);
    at = span.end;
  }
  return parts.join('') + text.slice(at);
}
