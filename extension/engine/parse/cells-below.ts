import type { ValueType } from '../model/schema.ts';
import type { Block } from './blocks.ts';
import { isEmptyCell } from './empty-cell.ts';
import { idSpec } from './id-column.ts';
import { contentOfCell, readInline } from './inline.ts';
import { isOutOf } from './read-scores.ts';
import type { SectionContext } from './section-context.ts';
import { splitRow } from './split-row.ts';
import type { CellsBelow } from './table-headers.ts';

/** So many rows say what a column holds. */
const rowsLookedAt = 20;

/** What stands below the headers of a table, for what can only be told by it. */
export function cellsBelow(context: SectionContext, { lines }: Block): CellsBelow {
  const { document, text, markdown, body, fields, problems } = context;
  const last = Math.min(lines.length - 1, 4 + rowsLookedAt * 2);
  return { isFilled: (column) => filled(column).next().done === false, holds, holdsFigures };

  function* filled(column: number): Generator<readonly [start: number, end: number]> {
    for (let i = 4; i < last; i += 2) {
      const cells = splitRow(text, lines[i] ?? 0, lines[i + 1] ?? 0);
      const [start, end] = [cells[column * 2] ?? 0, cells[column * 2 + 1] ?? 0];
      if (!isEmptyCell(context, start, end)) yield [start, end];
    }
  }

  function holdsFigures(column: number): boolean {
    const texts = [...filled(column)].map(([start, end]) => text.slice(start, end));
    const figures = texts.filter((one) => /^[<>≤≥=+~±-]{0,2} ?\d/.test(one));
    return figures.length * 2 > texts.length;
  }

  function holds(column: number, type: ValueType): boolean {
    const before = problems.length;
    let [read, unread] = [0, 0];
    for (const [start, end] of filled(column)) {
      const source = readInline(markdown, contentOfCell(text, start, end), body.references);
      const { state } = fields.read(document, { ...idSpec, type }, source);
      if (state === 'read' || (type.is === 'scoreOrPass' && isOutOf(source.text))) read++;
      else if (state === 'unread') unread++;
    }
    // What a reading says of words is said where the column is read.
    problems.length = before;
    return read > 0 && read >= unread;
  }
}
