/**
 * Text of a document as a terminal may show it: on one line, and without characters that would
 * steer the terminal or turn the direction of what follows.
 */
export function shown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\p{Cc}\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu, '\u{FFFD}');
}

/** "1 error", "2 errors"; `plural` where it is not made by an s. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
