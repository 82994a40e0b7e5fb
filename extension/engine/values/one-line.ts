/** A text on one line, with one blank where white space stands. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
