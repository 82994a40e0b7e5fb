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

/** Whether an offset stands within a character of two units. */
export function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  return code >= 0xdc00 && code < 0xe000 && before >= 0xd800 && before < 0xdc00;
}

/** The start of the line in which an offset stands. */
export function lineStartOf(text: string, at: number): number {
  let start = at;
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start--;
  return start;
}

/** The start of the line below the one in which an offset stands. */
export function nextLineOf(text: string, at: number): number {
  let end = at;
  while (end < text.length && !/[\r\n]/.test(text.charAt(end))) end++;
  if (text.charAt(end) === '\r') end++;
  if (text.charAt(end) === '\n') end++;
  return end;
}

/** The line break above a line, to write another one like it: a line feed behind a lone carriage return would end no line. */
export function breakBefore(text: string, lineStart: number): string {
  if (text.charAt(lineStart - 1) === '\r') return '\r';
  return text.charAt(lineStart - 2) === '\r' ? '\r\n' : '\n';
}

/** The line break of a text, as its first line has it, to write more lines like those that stand there. */
export function lineBreakOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}
