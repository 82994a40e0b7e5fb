import { isFilled } from '../../resolve/is-filled.ts';
import type { GovernedDocument } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';

/** By which plans the knowledge moves: the one that an exit plan names; where none is, every one that takes knowledge away from the supplier. */
export function knowledgePlansOf(exitPlan: GovernedDocument, view: View): readonly GovernedDocument[] {
  const field = exitPlan.keys.knowledge_transfer;
  if (!isFilled(field)) return view.documents.filter(leavesSupplier);
  const target = field?.source.text.trim() ?? '';
  const linked = view.linked(exitPlan, target) ?? view.find('topics', target)?.section.document;
  return view.documents.filter((plan) => plan === linked);
}

/** Whether a plan takes knowledge away from the supplier. */
export function leavesSupplier({ keys: { direction } }: GovernedDocument): boolean {
  return direction?.value === 'to client' || direction?.value === 'to third party';
}
