/** A table of another form than pipes, in lines that stand together. */
export interface ForeignTable {
  readonly is: 'gridTable' | 'simpleTable';
  /** The same as a pipe table, where that is straightforward. */
  readonly pipes: string | undefined;
}

/** Reads lines that begin with the border of a Pandoc grid table; undefined if they are none. */
export function readGridTable(lines: readonly string[]): ForeignTable | undefined {
  if (!gridBorder.test(lines[0] ?? '')) return undefined;
  const rows: string[][] = [];
  let current: string[] | undefined;
  let headerRows = 0;
  for (const line of lines) {
    if (gridBorder.test(line)) {
      if (current) rows.push(current);
      current = undefined;
      if (line.includes('=')) headerRows = rows.length;
    } else if (line.startsWith('|')) {
      const cells = line
        .replace(/^\|/, '')
        .replace(/\|\s*$/, '')
        .split('|')
        .map((cell) => cell.trim());
      if (!current) current = cells;
      else if (current.length === cells.length)
        current = current.map((cell, i) => [cell, cells[i]].filter(Boolean).join(' '));
      else return { is: 'gridTable', pipes: undefined };
    } else return { is: 'gridTable', pipes: undefined };
  }
  const count = rows[0]?.length ?? 0;
  const isPlain = headerRows <= 1 && !current && rows.length > 0 && rows.every((row) => row.length === count);
  return { is: 'gridTable', pipes: isPlain ? pipeTable(rows) : undefined };
}

/** Two or more groups of dashes: the line that divides header and rows of Pandoc's simple tables. */
export function isDashGroups(line: string): boolean {
  return dashGroups.test(line);
}

/**
 * A Pandoc simple table: a line of headers, groups of dashes that say where columns begin, rows.
 * Without headers, or over several lines, it is recognised and not converted.
 */
export function readSimpleTable(
  header: string | undefined,
  dashes: string,
  rows: readonly string[],
): ForeignTable {
  const found: ForeignTable = { is: 'simpleTable', pipes: undefined };
  if (header === undefined || rows.length === 0) return found;
  const groups = [...dashes.matchAll(/-+/g)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  const all = [header, ...rows].map((line) =>
    groups.map((group, i) => line.slice(i === 0 ? 0 : group.from, groups[i + 1]?.from ?? line.length).trim()),
  );
  // Text across a gap belongs to two columns: then the lines are no simple table.
  const isCut = [header, ...rows].some((line) =>
    groups.some(({ from }) => from > 0 && /\S/.test(line.charAt(from)) && /\S/.test(line.charAt(from - 1))),
  );
  return isCut ? found : { is: 'simpleTable', pipes: pipeTable(all) };
}

const gridBorder = /^\+(?:[:=-]+\+)+\s*$/;
const dashGroups = /^\s*-{2,}(?:\s+-{2,})+\s*$/;

function pipeTable(rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
  const [header = [], ...rest] = rows;
  return [line(header), `| ${header.map(() => '---').join(' | ')} |`, ...rest.map(line)].join('\n');
}
