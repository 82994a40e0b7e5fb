import { addTo } from '../values/add-to.ts';
import type { OutlineCell, OutlineRow } from './content-outline.ts';

/** What became of a row: one that has no counterpart came or went. */
export type RowPair =
  | { readonly before: OutlineRow; readonly now: OutlineRow }
  | { readonly before: undefined; readonly now: OutlineRow }
  | { readonly before: OutlineRow; readonly now: undefined };

/** More pairs than these are not held against each other: rows without a counterpart of their name then came and went. */
const pairsAtMost = 250_000;

/** The rows of two versions of a table, side by side: those of now in their order, then those that went. */
export function pairedRows(before: readonly OutlineRow[], now: readonly OutlineRow[]): readonly RowPair[] {
  const partners = new Map<OutlineRow, OutlineRow>();
  const left = new Set(before);
  const open = (): readonly OutlineRow[] => now.filter((row) => !partners.has(row));
  const pairBy = (
    keyOf: (row: OutlineRow) => string,
    keysOf: (row: OutlineRow) => readonly string[],
  ): void => {
    const known = new Map<string, OutlineRow[]>();
    for (const row of left) if (keyOf(row) !== '') addTo(known, keyOf(row), row);
    for (const row of open()) {
      const other = keysOf(row).flatMap((key) => known.get(key)?.shift() ?? [])[0];
      if (!other) continue;
      partners.set(row, other);
      left.delete(other);
    }
  };
  // Two rows of one name are told apart by what they say.
  pairBy(contentOf, (row) => [contentOf(row)]);
  pairBy(identityOf, (row) => [row.identity]);
  pairBy(identityOf, ({ formerly }) => formerly);
  // What is left has another name, or none: the row that it resembles most is the one that it was.
  if (open().length * left.size <= pairsAtMost)
    for (const row of open()) {
      const other = mostAlike(row, left);
      if (!other) continue;
      partners.set(row, other);
      left.delete(other);
    }
  // Rows without a name have nothing but their turn.
  const nameless = [...left].filter(({ identity }) => identity === '');
  for (const row of open()) {
    const other = row.identity === '' ? nameless.shift() : undefined;
    if (!other) continue;
    partners.set(row, other);
    left.delete(other);
  }
  return [
    ...now.map((row) => ({ before: partners.get(row), now: row })),
    ...[...left].map((row) => ({ before: row, now: undefined })),
  ];
}

function identityOf({ identity }: OutlineRow): string {
  return identity;
}

/** Empty of a row that says nothing. */
function contentOf({ cells }: OutlineRow): string {
  const filled = [...cells].filter(([, cell]) => isFilled(cell));
  return filled.length === 0 ? '' : JSON.stringify(filled.map(([key, { content }]) => [key, content]));
}

/** Whether rows that are there in both versions stand in another order. */
export function isReordered(pairs: readonly RowPair[], before: readonly OutlineRow[]): boolean {
  const placeOf = new Map(before.map((row, i) => [row, i]));
  const places = pairs.flatMap((pair) => (pair.before && pair.now ? [placeOf.get(pair.before) ?? 0] : []));
  return places.some((place, i) => i > 0 && place < (places[i - 1] ?? 0));
}

/** One that has at least half of its cells, and of those with a name two; undefined where none does. */
function mostAlike(row: OutlineRow, others: Iterable<OutlineRow>): OutlineRow | undefined {
  let [found, most] = [undefined as OutlineRow | undefined, 0];
  for (const other of others) {
    if ((row.identity === '') !== (other.identity === '')) continue;
    const count = alike(row, other);
    if (count > most && count * 2 >= Math.max(filled(row), filled(other)) - 1) [found, most] = [other, count];
  }
  return found;
}

function alike(a: OutlineRow, b: OutlineRow): number {
  let count = 0;
  for (const [key, cell] of a.cells)
    if (isFilled(cell) && b.cells.get(key)?.content === cell.content) count++;
  return count;
}

function filled({ cells }: OutlineRow): number {
  return [...cells.values()].filter(isFilled).length;
}

function isFilled({ content }: OutlineCell): boolean {
  return content !== '[]';
}
