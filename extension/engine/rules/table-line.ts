/** Whether a line below the rows of a table is one more row of it: it has a pipe, and begins nothing else. */
export function isRowBelow(line: string): boolean {
  return (
    line.includes('|') && !/^ {0,3}(?:[ \t]|[-+*][ \t]|\d{1,9}[.)][ \t]|>|#{1,6}[ \t]|```|~~~|<)/.test(line)
  );
}
