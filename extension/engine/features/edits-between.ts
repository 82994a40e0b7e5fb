import type { TextEdit } from '../model/finding.ts';
import { changedSpan } from './changed-span.ts';

/**
 * Edits that make one text of another: line by line where the number of lines is the same, else one for all
 * the lines that differ, so that cursors and marks elsewhere stay where they are.
 */
export function editsBetween(path: string, before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const old = linesOf(before);
  const now = linesOf(after);
  if (old.length === now.length) {
    return old.flatMap((line, i) => (line === now[i] ? [] : [lineEdit(path, i, line, now[i]!)]));
  }
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const end = old.length - tail;
  const isAtEnd = end === old.length;
  return [
    {
      path,
      range: {
        start: { line: head, character: 0 },
        // A text has no line behind its last one.
        end: isAtEnd ? endOf(old) : { line: end, character: 0 },
      },
      newText: now.slice(head, now.length - tail).join(''),
    },
  ];
}

/** Lines with their ends; the last one has none. */
function linesOf(text: string): readonly string[] {
  return text.split(/(?<=\r\n|\n|\r(?!\n))/).concat(/[\r\n]$/.test(text) ? [''] : []);
}

function endOf(lines: readonly string[]): TextEdit['range']['end'] {
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}

function lineEdit(path: string, line: number, before: string, after: string): TextEdit {
  const { span, text } = changedSpan(withoutEnd(before), withoutEnd(after));
  return {
    path,
    range: { start: { line, character: span.start }, end: { line, character: span.end } },
    newText: text,
  };
}

function withoutEnd(line: string): string {
  return line.replace(/[\r\n]+$/, '');
}
