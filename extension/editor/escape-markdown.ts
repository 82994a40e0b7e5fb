/**
 * Text as Markdown that shows it as it is, on one line: no link, no mark, no table is made of it. White space
 * stays white space, so that a long sentence can be wrapped.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\s\u0085]+/g, ' ')
    .trim()
    .replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
