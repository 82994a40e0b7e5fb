import { isSpace } from './split-row.ts';

/** Rows whose cells something else than pipes divides. */
export interface MarkedCells {
  /** A tab, the mark as it is written, or blanks. */
  readonly mark: string;
  readonly rows: readonly (readonly string[])[];
}

/** Characters that look like the pipe. */
export const likePipe = /[｜│┃¦∣ǀ❘]/;
const dividing = /[｜│┃¦∣ǀ❘]|(?<!\\)\|/;

/**
 * The cells of lines as a spreadsheet copies them (tabs, and quotes around a cell of several lines), or that are
 * divided by a mark which looks like the pipe. With `count`, the columns of the table above, also those that semicolons,
 * commas or several blanks divide into exactly so many. Undefined for any other text.
 */
export function readMarkedCells(
  lines: readonly string[],
  count: number | undefined,
): MarkedCells | undefined {
  const text = lines.join('\n');
  if (text.includes('\t')) {
    const rows = rowsOfTabs(text);
    return rows.every((row) => row.length > 1) ? { mark: '\t', rows } : undefined;
  }
  const like = likePipe.exec(text)?.[0];
  if (like !== undefined) {
    const rows = lines.map((line) =>
      withoutOuter(
        line
          .trim()
          .split(dividing)
          .map((cell) => cell.trim()),
      ),
    );
    return rows.every((row) => row.length > 1) ? { mark: like, rows } : undefined;
  }
  if (count === undefined || count < 2) return undefined;
  for (const [mark, divide] of listed) {
    const rows = lines.map((line) => divide(line.trim()));
    if (rows.every((row) => row.length === count)) return { mark, rows };
  }
  return undefined;
}

const listed: readonly (readonly [string, (line: string) => string[]])[] = [
  [';', (line) => line.split(';').map((cell) => cell.trim())],
  // A comma of a sentence has a blank behind it.
  [',', (line) => (line.includes(', ') ? [] : line.split(',').map((cell) => cell.trim()))],
  [' ', (line) => line.split('  ').flatMap((cell) => (cell.trim() === '' ? [] : [cell.trim()]))],
];

/** The mark at either end of a line divides nothing. */
function withoutOuter(cells: readonly string[]): string[] {
  const from = cells[0] === '' ? 1 : 0;
  const to = cells.length > 1 && cells[cells.length - 1] === '' ? cells.length - 1 : cells.length;
  return cells.slice(from, to);
}

/** Cells between tabs; a quote at the beginning of one holds until the next lone quote, over lines too. */
function rowsOfTabs(text: string): string[][] {
  const rows: string[][] = [[]];
  // A quote that nothing closes is a character, and so is every one behind it.
  let isQuoting = true;
  for (let at = 0; at <= text.length;) {
    let cell: string | undefined;
    if (isQuoting && text.charCodeAt(at) === 34) {
      const end = closingQuote(text, at + 1);
      if (end < 0) isQuoting = false;
      else {
        cell = text.slice(at + 1, end).replaceAll('""', '"');
        at = end + 1;
      }
    }
    let end = at;
    while (end < text.length && text.charCodeAt(end) !== 9 && text.charCodeAt(end) !== 10) end++;
    rows[rows.length - 1]!.push(((cell ?? '') + text.slice(at, end)).trim());
    if (text.charCodeAt(end) === 10) rows.push([]);
    at = end + 1;
  }
  return rows;
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2))
    if (text.charCodeAt(at + 1) !== 34) return at;
  return -1;
}

/** Cells as one line of a pipe table: pipes are escaped, line breaks are `<br>`, and nothing else changes. */
export function pipeLine(cells: readonly string[]): string {
  return `| ${cells.map(escaped).join(' | ')} |`;
}

function escaped(cell: string): string {
  const parts = cell.trim().split('|');
  const last = parts.pop() ?? '';
  const text = parts.map((part) => `${part}${'\\'.repeat(slashesBehind(part))}\\|`).join('') + last;
  // A backslash before the pipe that ends the cell would take it along.
  return (text.endsWith('\\') ? `${text} ` : text).replace(/\n/g, '<br>');
}

function slashesBehind(part: string): number {
  let count = 0;
  while (part.charCodeAt(part.length - 1 - count) === 92) count++;
  return count;
}

/** Whether cells are those of a line of dashes, of whatever width. */
export function areDashes(cells: readonly string[]): boolean {
  return cells.length > 0 && isNearDashes(cells.join('|'));
}

/** Whether a line is one of dashes but for their form, or for two characters among them. */
export function isNearDashes(line: string): boolean {
  let dashes = 0;
  let others = 0;
  for (const mark of line) {
    if (dashMark.test(mark)) dashes++;
    else if (mark !== '|' && mark !== ':' && mark !== '：' && !isSpace(mark.charCodeAt(0))) others++;
  }
  return dashes > others && others <= 2;
}

const dashMark = /[-=_~\p{Pd}\u2212\u2500]/u;
