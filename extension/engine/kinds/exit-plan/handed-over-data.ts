import type { GovernedDocument } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';

/** Whether a document hands data over, so that EXT008 asks it when that is returned and deleted. */
export function handsOverData(document: GovernedDocument): boolean {
  const rows = document.sections.get('handover_items')?.rows ?? [];
  return rows.some(({ cells }) => cells.kind?.value?.word === 'data');
}

/** Whether a profile in force has EXT008. */
export function isDataReturnAsked({ profiles }: View): boolean {
  return ['full', 'dora', 'gdpr'].some((profile) => profiles.has(profile));
}
