import { lineStarts } from '../model/text.ts';
import type { Span } from '../model/text.ts';

/** Lines between which the owners of one engagement stand; those of an engagement in a folder name that. */
export interface BlockMarks {
  readonly begin: string;
  readonly end: string;
}

/** `folder` is that of the engagement, from the root of the repository: several may have a block in one file. */
export function marksOf(folder: string): BlockMarks {
  const behind = folder === '' ? '' : ` ${folder}`;
  return { begin: `# outrigger:begin${behind}`, end: `# outrigger:end${behind}` };
}

/** What stands at the beginning of each block. */
const note = '# Written from Components of the ownership map: change it there.';

/** A block as it is written, without a line break at its end. */
export function blockText(rows: readonly string[], { begin, end }: BlockMarks): string {
  return [begin, note, ...rows, end].join('\n');
}

/** A block as it stands in a text: `broken` where it has no end, or stands there twice. */
export type FoundBlock =
  | { readonly is: 'missing' }
  | { readonly is: 'broken'; /** From 1. */ readonly line: number }
  | { readonly is: 'whole'; readonly line: number; readonly span: Span; readonly lines: readonly string[] };

export function blockIn(text: string, { begin, end }: BlockMarks): FoundBlock {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trimEnd());
  const first = lines.indexOf(begin);
  const last = lines.indexOf(end);
  if (first < 0 && last < 0) return { is: 'missing' };
  const isWhole =
    first >= 0 && last > first && lines.lastIndexOf(begin) === first && lines.lastIndexOf(end) === last;
  if (!isWhole) return { is: 'broken', line: (first < 0 ? last : first) + 1 };
  const starts = lineStarts(text);
  const start = starts[first] ?? 0;
  const span = { start, end: (starts[last] ?? start) + (lines[last] ?? '').length };
  return { is: 'whole', line: first + 1, span, lines: lines.slice(first, last + 1) };
}
