import type { Row } from '../../model/document.ts';

/** Whether each KPI can say its category: where a table has no such column, any of its KPIs may be of any. */
export function isCategorised(rows: readonly Row<'kpis'>[]): boolean {
  return rows.every(({ cells }) => cells.category !== undefined);
}
