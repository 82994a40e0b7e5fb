import type { Row } from '../model/document.ts';

/** A row of Incidents with its place in the order of urgency; equally urgent rows have one rank. */
export interface Priority {
  readonly rank: number;
  readonly row: Row<'incidents'>;
}

/** The priorities of one section, the most urgent first: by the number in Priority when every row has exactly one, else as they stand (rules.md SLA010). */
export function byUrgency(rows: readonly Row<'incidents'>[]): readonly Priority[] {
  const numbers = rows.map(({ cells }) => onlyNumberIn(cells.priority?.source.text ?? ''));
  const inOrder = rows.map((row, i) => ({ rank: numbers[i] ?? i, row }));
  if (numbers.includes(undefined)) return rows.map((row, rank) => ({ rank, row }));
  return inOrder.sort((a, b) => a.rank - b.rank);
}

/** The number that a text holds, where it holds exactly one. */
export function onlyNumberIn(text: string): number | undefined {
  const numbers = text.match(/\d+/g);
  return numbers?.length === 1 ? Number(numbers[0]) : undefined;
}
