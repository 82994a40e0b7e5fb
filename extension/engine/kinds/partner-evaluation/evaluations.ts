import type { GovernedDocument } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';

/** The documents of the model and those that have ended: an evaluation that is over has still been made. */
export function withEnded({ documents, everything }: View): readonly GovernedDocument[] {
  return [...documents, ...everything.filter(({ status }) => status === 'ended')];
}
