import type { Span } from '../model/text.ts';

/**
 * Other text for some characters, as an edit of the first of these stretches that holds them whole: from it a
 * program reads the whole value that is offered.
 */
export function wholeEdit(
  document: string,
  stretches: readonly Span[],
  { start, end }: Span,
  text: string,
): { readonly span: Span; readonly text: string } {
  const whole = stretches.find((one) => one.start <= start && end <= one.end);
  if (!whole) return { span: { start, end }, text };
  return {
    span: whole,
    text: document.slice(whole.start, start) + text + document.slice(end, whole.end),
  };
}
