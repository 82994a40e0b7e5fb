import type { SectionSpec } from '../model/schema.ts';
import { foldName } from '../values/fold.ts';
import { blockOf } from './blocks.ts';
import { contentOfCell, readInline } from './inline.ts';
import { lineEnd } from './lines.ts';
import type { Markdown } from './markdown.ts';
import { dashCells } from './dash-cells.ts';
import { countCells, splitRow } from './split-row.ts';
import { readHeaders } from './tables.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A table whose rows a line goes on with. */
export interface TableAbove {
  /** What names the row of a line, folded; undefined where nothing does. */
  nameOf(line: number): string | undefined;
}

/**
 * The table that a line goes on with, if any, by a look at the lines above: a text with marks of a
 * merge has no blocks yet. Lines are asked for from the top down, so that each is looked at once.
 */
export function tablesAbove(
  text: string,
  starts: readonly number[],
  vocabulary: Vocabulary,
  markdown: Markdown,
): (line: number) => TableAbove | undefined {
  let next = 0;
  let level = 0;
  let spec: SectionSpec | undefined;
  let header: number | undefined;
  // Thousands of conflicts may stand in one table.
  let known: { readonly header: number; readonly table: TableAbove } | undefined;
  const lineAt = (line: number): [number, number] => [
    starts[line] ?? text.length,
    lineEnd(text, starts, line),
  ];

  function pass(line: number): void {
    const [start, end] = lineAt(line);
    const hashes = /^#{1,6}(?=[ \t])/.exec(text.slice(start, Math.min(end, start + 8)))?.[0].length ?? 0;
    if (start === end) header = undefined;
    else if (hashes > 0) {
      header = undefined;
      const heading = text.slice(start + hashes, end).replace(/[ \t]#+$/, '');
      const content = { text: heading.trim(), start, end, places: undefined };
      const named = vocabulary.sectionsNamed(readInline(markdown, content).text);
      if (named.length === 0 && hashes > level) return;
      spec = named.find(({ columns }) => columns.length > 0) ?? named[0];
      level = hashes;
    } else if (header === undefined && line > 0) {
      const dashes = dashCells(text, start, end);
      if (dashes === 0) return;
      const [from, to] = lineAt(line - 1);
      // Dashes below a line without a pipe are a heading, or close front matter.
      if (text.slice(from, to).includes('|') && dashes === countCells(text, from, to)) header = line - 1;
    }
  }

  function tableBelow(line: number): TableAbove {
    const headers = readHeaders(markdown, text, blockOf('table', '', lineAt(line)), undefined);
    const names = namingColumns(
      vocabulary,
      spec,
      headers.map((one) => one.text),
    );
    return {
      nameOf(row) {
        const cells = splitRow(text, ...lineAt(row));
        const parts = names.map((i) => {
          const content = contentOfCell(text, cells[i * 2] ?? 0, cells[i * 2 + 1] ?? 0);
          return foldName(readInline(markdown, content).text);
        });
        return parts.some((part) => part !== '') ? parts.join('\n') : undefined;
      },
    };
  }

  return (line) => {
    for (; next < line; next++) pass(next);
    if (header !== undefined && known?.header !== header) known = { header, table: tableBelow(header) };
    return header === undefined ? undefined : known?.table;
  };
}

/** The positions of the columns that name a row; in a table of no known section the first one does. */
function namingColumns(
  vocabulary: Vocabulary,
  spec: SectionSpec | undefined,
  headers: readonly string[],
): readonly number[] {
  if (!spec) return [0];
  const columns = headers.map((header) => vocabulary.columnNamed(spec.key, header)?.key);
  if (columns.every((column) => column === undefined)) return [0];
  return spec.identity.map((key) => columns.indexOf(key)).filter((i) => i >= 0);
}
