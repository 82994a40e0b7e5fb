/**
 * Rows as lines with their columns aligned, two spaces apart, widths counted in code points.
 * The last column is as long as it is. `right` holds the numbers of columns that are set to the right.
 */
export function textTable(rows: readonly (readonly string[])[], right: ReadonlySet<number> = new Set()): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, widthOf(cell))));
  return rows.map((row) =>
    row
      .map((cell, i) => {
        const gap = ' '.repeat((widths[i] ?? 0) - widthOf(cell));
        if (right.has(i)) return gap + cell;
        return i === row.length - 1 ? cell : cell + gap;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** Rows as a Markdown table; the first row is its header. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(markdownCell).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)];
}

/** Characters that Markdown or HTML would read stand as themselves. */
function markdownCell(text: string): string {
  return text === '---' ? text : text.replace(/\s+/g, ' ').replace(/[\\|`*_<>[\]]/g, '\\$&');
}

function widthOf(text: string): number {
  return [...text].length;
}
