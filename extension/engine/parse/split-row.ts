/**
 * The cells of one line of a pipe table, as start and end offsets in pairs, trimmed; an empty cell is
 * the gap between its pipes. A pipe splits unless the character before it is a backslash; what stands
 * before the first and after the last pipe is a cell only if it is not empty (format-details.md 3).
 */
export function splitRow(text: string, from: number, to: number): number[] {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  const cells: number[] = [];
  let cell = start;
  if (text.charCodeAt(start) === 124 && start < end) cell = start + 1;
  for (let at = cell; at < end; at++) {
    if (text.charCodeAt(at) !== 124 || text.charCodeAt(at - 1) === 92) continue;
    pushTrimmed(cells, text, cell, at);
    cell = at + 1;
  }
  if (cell < end) pushTrimmed(cells, text, cell, end);
  return cells;
}

/** How many cells a line of a pipe table has. */
export function countCells(text: string, from: number, to: number): number {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  let cell = text.charCodeAt(start) === 124 && start < end ? start + 1 : start;
  let count = 0;
  for (let at = cell; at < end; at++) {
    if (text.charCodeAt(at) !== 124 || text.charCodeAt(at - 1) === 92) continue;
    count++;
    cell = at + 1;
  }
  return cell < end ? count + 1 : count;
}

function pushTrimmed(cells: number[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  if (start === end) {
    cells.push(from, to);
    return;
  }
  while (isSpace(text.charCodeAt(end - 1))) end--;
  cells.push(start, end);
}

/** White space as the language's own `trim` knows it. */
export function isSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  return code >= 160 && String.fromCharCode(code).trim() === '';
}

/** The cells of a row as they are written, without the blanks around them. */
export function textsOfRow(text: string, from: number, to: number): string[] {
  const places = splitRow(text, from, to);
  return Array.from({ length: places.length / 2 }, (_, i) =>
    text.slice(places[i * 2], places[i * 2 + 1]).trim(),
  );
}
