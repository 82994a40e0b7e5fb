import type { ReadingFix, ReadingProblem } from '../model/document.ts';
import { lineEnd } from './lines.ts';
import type { Markdown } from './markdown.ts';
import { splitRow } from './split-row.ts';
import { tablesAbove, type TableAbove } from './tables-above.ts';
import type { Vocabulary } from './vocabulary.ts';
import { say } from '../values/say.ts';

/** One conflict that a merge left: lines of its marks; `base` and `middle` may be absent in a half-edited one. */
interface Conflict {
  readonly open: number;
  readonly base: number | undefined;
  readonly middle: number | undefined;
  readonly close: number;
}

/**
 * Conflicts of a merge: a problem of DOC001 each, and the text as if the first side had been taken,
 * with every character at its place. `text` comes back as it is where there is none.
 */
export function readConflicts(
  text: string,
  starts: readonly number[],
  problems: ReadingProblem[],
  vocabulary: Vocabulary,
  markdown: Markdown,
): string {
  // One character is found far faster than several.
  if (!text.includes('<') || !text.includes('<<<<<<<') || !text.includes('>>>>>>>')) return text;
  const conflicts = findConflicts(text, starts);
  if (conflicts.length === 0) return text;
  const tableAt = tablesAbove(text, starts, vocabulary, markdown);
  const pieces: string[] = [];
  let from = 0;
  for (const conflict of conflicts) {
    const start = starts[conflict.open] ?? 0;
    const table = tableAt(conflict.open);
    problems.push({
      code: 'DOC001',
      id: 'conflict',
      data: {},
      span: { start, end: start + 7 },
      fixes: table ? fixesOf(text, starts, conflict, table) : [],
    });
    const second = conflict.base ?? conflict.middle ?? conflict.close;
    const inTable = table !== undefined || isBelowPipe(text, starts, conflict.open);
    pieces.push(text.slice(from, start));
    pieces.push(blanked(text, starts, conflict.open, conflict.open + 1, inTable));
    pieces.push(text.slice(starts[conflict.open + 1] ?? text.length, starts[second] ?? text.length));
    pieces.push(blanked(text, starts, second, conflict.close + 1, inTable));
    from = starts[conflict.close + 1] ?? text.length;
  }
  return pieces.join('') + text.slice(from);
}

/** Whether the line above begins with a pipe: rows without a header are cut no further either. */
function isBelowPipe(text: string, starts: readonly number[], line: number): boolean {
  return line > 0 && /^[ \t]*\|/.test(text.slice(starts[line - 1], starts[line]));
}

function findConflicts(text: string, starts: readonly number[]): Conflict[] {
  const conflicts: Conflict[] = [];
  let open = -1;
  let base: number | undefined;
  let middle: number | undefined;
  for (let line = 0; line < starts.length; line++) {
    const start = starts[line] ?? 0;
    if (isMark(text, start, '<<<<<<<')) {
      open = line;
      base = middle = undefined;
    } else if (open < 0) continue;
    else if (middle === undefined && base === undefined && isMark(text, start, '|||||||')) base = line;
    else if (middle === undefined && isMark(text, start, '=======')) middle = line;
    else if (isMark(text, start, '>>>>>>>')) {
      conflicts.push({ open, base, middle, close: line });
      open = -1;
    }
  }
  return conflicts;
}

function isMark(text: string, start: number, mark: string): boolean {
  return text.startsWith(mark, start) && text.charAt(start + 7) !== mark.charAt(0);
}

/** Lines as blanks; within a table as rows without text, so that the table goes on. */
function blanked(
  text: string,
  starts: readonly number[],
  from: number,
  to: number,
  inTable: boolean,
): string {
  let blank = '';
  for (let line = from; line < to; line++) {
    const start = starts[line] ?? text.length;
    const next = starts[line + 1] ?? text.length;
    const end = lineEnd(text, starts, line);
    const width = end - start;
    blank += inTable && width > 0 ? `|${' '.repeat(width - 1)}` : ' '.repeat(width);
    blank += text.slice(end, next);
  }
  return blank;
}

/** The ways out of a conflict whose two sides are rows of a table; of anything else there is none that is sure. */
function fixesOf(
  text: string,
  starts: readonly number[],
  conflict: Conflict,
  table: TableAbove,
): ReadingFix[] {
  const { open, base, middle, close } = conflict;
  if (middle === undefined) return [];
  const ours = linesBetween(open + 1, base ?? middle);
  const theirs = linesBetween(middle + 1, close);
  if (![...ours, ...theirs].every((line) => isRow(text, starts, line))) return [];
  const at = (line: number): number => starts[line] ?? text.length;
  const remove = (from: number, to: number): { span: { start: number; end: number }; text: string } => ({
    span: { start: at(from), end: at(to) },
    text: '',
  });
  const both: ReadingFix = {
    title: say('Keep both'),
    edits: [remove(open, open + 1), remove(base ?? middle, middle + 1), remove(close, close + 1)],
  };
  return [
    ...(canStandTogether(ours, theirs, table) ? [both] : []),
    {
      title: say('Keep the first version'),
      edits: [remove(open, open + 1), remove(base ?? middle, close + 1)],
    },
    { title: say('Keep the second version'), edits: [remove(open, middle + 1), remove(close, close + 1)] },
    ...cellFixes(text, starts, conflict, middle),
  ];
}

function linesBetween(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

function isRow(text: string, starts: readonly number[], line: number): boolean {
  const row = text.slice(starts[line], lineEnd(text, starts, line));
  return row.includes('|') && !/^#{1,6}[ \t]/.test(row);
}

/** Two rows of one name would be another finding (DOC002), and what is to be read with one side empty is the other. */
function canStandTogether(ours: readonly number[], theirs: readonly number[], table: TableAbove): boolean {
  if (ours.length === 0 || theirs.length === 0) return false;
  const names = new Set(ours.map((line) => table.nameOf(line)));
  names.delete(undefined);
  return !theirs.some((line) => names.has(table.nameOf(line)));
}

/** Differing cells that are offered in every mixture of the two sides. */
const cellsAtMost = 3;

/** Where each side is one row of a table and a few cells differ: each mixture of the two rows. */
function cellFixes(
  text: string,
  starts: readonly number[],
  { open, base, close }: Conflict,
  middle: number,
): ReadingFix[] {
  if ((base ?? middle) !== open + 2 || close !== middle + 2) return [];
  const row = (line: number): number[] => splitRow(text, starts[line] ?? 0, lineEnd(text, starts, line));
  const ours = row(open + 1);
  const theirs = row(middle + 1);
  if (ours.length !== theirs.length || ours.length < 4) return [];
  const cell = (cells: readonly number[], i: number): string =>
    text.slice(cells[i * 2], cells[i * 2 + 1]).trim();
  const differ: number[] = [];
  for (let i = 0; i * 2 < ours.length; i++) if (cell(ours, i) !== cell(theirs, i)) differ.push(i);
  if (differ.length < 2 || differ.length > cellsAtMost) return [];
  const fixes: ReadingFix[] = [];
  const all = 2 ** differ.length;
  for (let choice = 1; choice < all - 1; choice++) {
    const cells = Array.from({ length: ours.length / 2 }, (_, i) => {
      const bit = differ.indexOf(i);
      return cell(bit >= 0 && Math.floor(choice / 2 ** bit) % 2 === 1 ? theirs : ours, i);
    });
    const chosen = differ.map((i) => `"${cells[i] ?? ''}"`).join(', ');
    const span = { start: starts[open] ?? 0, end: lineEnd(text, starts, close) };
    fixes.push({
      title: say('Keep one row with {{cells}}', { cells: chosen }),
      edits: [{ span, text: `| ${cells.map((one) => one || ' ').join(' | ')} |` }],
    });
  }
  return fixes;
}
