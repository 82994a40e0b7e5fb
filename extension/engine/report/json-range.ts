import type { Range } from '../model/text.ts';

/** A range for programs: lines and columns from 1, columns in UTF-16 units, the end exclusive. */
export function jsonRange({ start, end }: Range): Readonly<Record<string, number>> {
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
