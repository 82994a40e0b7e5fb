import { shown } from './shown.ts';

/**
 * Rows as lines with their columns aligned, two spaces apart, widths counted in code points.
 * The last column is as long as it is. `right` holds the numbers of columns that are set to the right.
 */
export function textTable(
  rows: readonly (readonly string[])[],
  right: ReadonlySet<number> = new Set(),
): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, [...cell].length)));
  return rows.map((row) =>
    row
      .map((cell, i) => padded(cell, widths[i] ?? 0, right.has(i) ? 'right' : 'left'))
      .join('  ')
      .trimEnd(),
  );
}

/** The text with blanks behind or before it, so many code points wide at least. */
export function padded(text: string, width: number, side: 'left' | 'right' = 'left'): string {
  const gap = ' '.repeat(Math.max(0, width - [...text].length));
  return side === 'left' ? text + gap : gap + text;
}

/** Rows as a Markdown table; the first row is its header. */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(markdownCell).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)];
}

/** A text on one line whose characters stand as themselves where Markdown or HTML would read them. */
export function markdownText(text: string): string {
  return shown(text).replace(/[\\|`*_<>[\]~&$]/g, '\\$&');
}

function markdownCell(text: string): string {
  return text === '---' ? text : markdownText(text);
}
