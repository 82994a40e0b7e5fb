/**
 * Text of a document as a terminal may show it: on one line, and with an escape for each character that would
 * steer the terminal or turn the direction of what follows.
 */
export function shown(text: string): string {
  return escaped(text.replace(/\s+/g, ' '));
}

/** A name as it is, of a file or of what somebody typed: its blanks count, and a line break is shown as one. */
export function shownName(name: string): string {
  return escaped(name).replace(/[\u2028\u2029]/g, escapeOf);
}

/** Lines of ours in which something of a document may stand; their line breaks are taken for ours. */
export function shownLines(text: string): string {
  return text.split('\n').map(escaped).join('\n');
}

/** JSON for programs that a terminal may show: the same data, with escapes also where JSON itself asks for none. */
export function shownJson(data: unknown): string {
  return `${shownLines(JSON.stringify(data, undefined, 2))}\n`;
}

function escaped(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, escapeOf);
}

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
