import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { IsoDate } from '../model/value.ts';
import { isUnread } from './terms.ts';

/**
 * The day from which something is counted that a document asks for again and again: its `valid_from`, without one the
 * start of the engagement. Of a document without any day nothing would ever be asked.
 */
export function beginOf({ keys: { valid_from } }: GovernedDocument, view: View): IsoDate | undefined {
  return isUnread(valid_from) ? undefined : (valid_from?.value ?? view.lead?.keys.start?.value);
}
