import type { View } from '../../model/engagement.ts';

/** Whether each table of KPIs was read: of one that was not, DOC020 speaks, and any KPI may stand in it. */
export function areKpisRead(view: View): boolean {
  return !view.documents.some(({ problems }) => problems.some(({ unread }) => unread === 'kpis'));
}

/** Whether each KPI can say its category: where a table has no such column, any of its KPIs may be of any. */
export function areKpisCategorised(view: View): boolean {
  return areKpisRead(view) && view.rows('kpis').every(({ cells }) => cells.category !== undefined);
}
