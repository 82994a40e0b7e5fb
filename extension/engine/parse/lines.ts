/** Where the content of a line ends: before its line break, and before blanks and tabs at its end. */
export function lineEnd(text: string, starts: readonly number[], line: number): number {
  const start = starts[line] ?? text.length;
  let end = breakOf(text, starts, line);
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

/** Where the line break of a line begins; of the last line the end of the text. */
export function breakOf(text: string, starts: readonly number[], line: number): number {
  const next = starts[line + 1];
  if (next === undefined) return text.length;
  return text.charCodeAt(next - 1) === 10 && next >= 2 && text.charCodeAt(next - 2) === 13
    ? next - 2
    : next - 1;
}

/** Blank or tab. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
