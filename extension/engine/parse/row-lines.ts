import type { ListItem } from '../model/document.ts';
import type { SectionKey } from '../model/schema.ts';
import { fold } from '../values/fold.ts';
import { computedRowWords } from '../values/grammar-words.ts';
import type { Block } from './blocks.ts';
import { isEmptyCell } from './empty-cell.ts';
import { contentOfCell, readInline } from './inline.ts';
import type { SectionContext } from './section-context.ts';
import type { Columns } from './tables.ts';

/** Sections in which people write what they have computed of the rows above. */
const summed: ReadonlySet<SectionKey> = new Set<SectionKey>(['criteria', 'scores', 'costs']);

/** Whether a table may hold such lines: nearly every one has nothing strong in it, and stands where nothing is summed. */
export function mayHoldLines(text: string, section: SectionKey, { lines }: Block): boolean {
  return summed.has(section) || /\*\*|__/.test(text.slice(lines[0], lines.at(-1)));
}

/**
 * A line of a table that is no row: the name of the group of rows below, in strong letters with nothing beside it, or a
 * total of those above. Undefined for a row.
 */
export function lineOfRow(
  context: Pick<SectionContext, 'text' | 'markdown' | 'body'>,
  section: SectionKey,
  columns: Columns,
  cells: readonly number[],
): ListItem | undefined {
  const { text, markdown, body } = context;
  const filled: number[] = [];
  for (let i = 0; i < cells.length; i += 2)
    if (!isEmptyCell(context, cells[i] ?? 0, cells[i + 1] ?? 0)) filled.push(i);
  const [only] = filled;
  if (only === undefined) return undefined;
  const textAt = (at: number): string =>
    readInline(markdown, contentOfCell(text, cells[at] ?? 0, cells[at + 1] ?? 0), body.references).text;
  const isGroup =
    filled.length === 1 &&
    columns.specs.length > 1 &&
    isStrong(text.slice(cells[only], cells[only + 1]).trim());
  const isSum = !isGroup && summed.has(section) && isComputed(textAt(nameAt(columns, only)));
  if (!isGroup && !isSum) return undefined;
  const span = { start: cells[only] ?? 0, end: cells[filled.at(-1)! + 1] ?? 0 };
  return { text: filled.map(textAt).join(', '), span };
}

/** Where the name of a row stands among its cells: behind the number, if there is one. */
function nameAt({ id }: Columns, first: number): number {
  return id !== undefined && first === id * 2 ? first + 2 : first;
}

function isStrong(cell: string): boolean {
  const mark = cell.slice(0, 2);
  if (mark !== '**' && mark !== '__') return false;
  return cell.length > 4 && cell.indexOf(mark, 2) === cell.length - 2 && cell.charAt(2) !== ' ';
}

function isComputed(name: string): boolean {
  if (name.length > 60) return false;
  const folded = fold(name)
    .replace(/ ?\([^()]*\)$/, '')
    .replace(/ ?[:=]+$/, '');
  return computedRowWords.has(folded);
}
