import { isBlank } from './lines.ts';

/** How many cells a line of dashes has; 0 if it is none. */
export function dashCells(text: string, start: number, end: number): number {
  const second = text.charCodeAt(start + 1);
  if (text.charCodeAt(start) === 45 && isBlank(second)) return 0;
  let count = 0;
  let from = start;
  for (let at = start; at <= end; at++) {
    const code = at === end ? 124 : text.charCodeAt(at);
    if (code !== 124 && code !== 45 && code !== 58 && !isBlank(code)) return 0;
    if (code !== 124) continue;
    const dashes = dashesIn(text, from, at);
    if (dashes < 0 || (dashes === 0 && from !== start && at !== end)) return 0;
    count += dashes;
    from = at + 1;
  }
  return count;
}

/** 1 for a cell of dashes with or without colons at its ends, 0 for an empty one, -1 for any other. */
function dashesIn(text: string, from: number, to: number): -1 | 0 | 1 {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  if (start === end) return 0;
  if (text.charCodeAt(start) === 58) start++;
  if (end > start && text.charCodeAt(end - 1) === 58) end--;
  if (start === end) return -1;
  while (start < end && text.charCodeAt(start) === 45) start++;
  return start === end ? 1 : -1;
}
