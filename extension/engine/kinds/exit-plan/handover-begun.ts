import type { Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import { hasReached } from '../kt-plan/topics.ts';
import { leavesSupplier } from './knowledge-plans.ts';

/**
 * Whether something has changed hands that leaves the supplier: an item, or a topic that was at least walked through.
 * That a document is written shows nothing yet; what came to the supplier when it began is no part of it.
 */
export function hasHandoverBegun(view: View): boolean {
  return (
    view.rows('handover_items').some(hasLeft) ||
    view
      .rows('topics')
      .some((topic) => hasReached(topic, 'walkthrough') && leavesSupplier(topic.section.document))
  );
}

function hasLeft({ cells: { done }, section }: Row<'handover_items'>): boolean {
  const isDone = done?.value !== undefined && done.value !== false;
  return isDone && section.document.keys.direction?.value !== 'to supplier';
}
