import type { GovernedDocument } from '../model/document.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { KindKey } from '../model/schema.ts';

/**
 * Front matter that a new document of a kind takes from the engagement: its owner, where the kind asks for one.
 * What nobody has filled in, or nobody can read, is not passed on.
 */
export function inheritedValues(
  kind: KindKey,
  lead: GovernedDocument | undefined,
): ReadonlyMap<string, string> {
  const owner = lead?.keys.owner;
  const isAsked = catalogue.kinds[kind].keys.some(({ key, required }) => key === 'owner' && required);
  if (kind === 'engagement' || !isAsked || owner?.state !== 'read') return new Map();
  return new Map([['owner', owner.source.text]]);
}
