import type { TableLine } from './results-table.ts';

/** The lines of a text of separated values, or the line, from 1, in which a quotation mark is out of place. */
export type SeparatedValues =
  | { readonly is: 'table'; readonly lines: readonly TableLine[] }
  | { readonly is: 'broken'; readonly line: number };

/** Signs that part the cells of a line; a spreadsheet in a language with decimal commas writes semicolons. */
const separators = [',', ';', '\t'] as const;

/**
 * Reads a text as RFC 4180 has separated values; empty lines are left out. Commas, semicolons or tabs separate, whichever
 * the first line has most of; any line end ends a line, and lines may have different numbers of cells.
 */
export function separatedValues(text: string): SeparatedValues {
  const cell = cellBehind(separatorOf(text));
  const lines: TableLine[] = [];
  let [line, begun] = [1, 1];
  let cells: string[] = [];
  for (let at = 0; at <= text.length; at = cell.lastIndex) {
    cell.lastIndex = at;
    const found = cell.exec(text);
    if (!found) return { is: 'broken', line };
    const [whole, quoted, bare = '', end = ''] = found;
    cells.push(quoted?.replaceAll('""', '"') ?? bare);
    line += lineEndsIn(whole);
    if (end !== '' && !/[\r\n]/.test(end)) continue;
    if (cells.length > 1 || cells[0] !== '') lines.push({ line: begun, cells });
    if (end === '') break;
    cells = [];
    begun = line;
  }
  return { is: 'table', lines };
}

function separatorOf(text: string): string {
  const [first = ''] = text.split(/[\r\n]/, 1);
  const bare = first.replace(/"(?:[^"]|"")*"/g, '');
  const countOf = (sign: string): number => bare.split(sign).length - 1;
  return separators.reduce<string>((best, sign) => (countOf(sign) > countOf(best) ? sign : best), ',');
}

/** One cell, in quotation marks or bare, with what ends it: a separator, a line end, or nothing at the end of the text. */
function cellBehind(separator: string): RegExp {
  return new RegExp(
    `(?:"([^"]*(?:""[^"]*)*)"|([^"${separator}\\r\\n]*))(${separator}|\\r\\n|\\r|\\n|$)`,
    'y',
  );
}

function lineEndsIn(text: string): number {
  return text.split(/\r\n|\r|\n/).length - 1;
}
