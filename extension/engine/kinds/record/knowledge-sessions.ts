import type { GovernedDocument, Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';

/** Whether a document is the record of a session in which knowledge was passed on. */
export function isKnowledgeSession({ keys }: GovernedDocument): boolean {
  return keys.type?.value === 'knowledge-session';
}

/** The topic that a record names. */
export function topicOf({ keys }: GovernedDocument, view: View): Row<'topics'> | undefined {
  return view.named(keys.topic)[0]?.target as unknown as Row<'topics'> | undefined;
}
