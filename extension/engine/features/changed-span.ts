import type { Span } from '../model/text.ts';

/** What to put in place of which characters to make one text of another: what both begin and end with stays. */
export interface SpanChange {
  readonly span: Span;
  readonly text: string;
}

export function changedSpan(before: string, after: string): SpanChange {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < most - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++;
  // A character of two units and a line break of two characters are replaced whole.
  if (cutsPair(before, start)) start--;
  if (same > 0 && cutsPair(before, before.length - same)) same--;
  return {
    span: { start, end: before.length - same },
    text: after.slice(start, after.length - same),
  };
}

function cutsPair(text: string, offset: number): boolean {
  const pair = text.slice(offset - 1, offset + 1);
  return pair === '\r\n' || /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(pair);
}
