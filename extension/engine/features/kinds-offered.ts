import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { KindKey } from '../model/schema.ts';
import { missingKinds } from '../resolve/phase-documents.ts';
import { scaffoldKinds } from './scaffold.ts';

/** Kinds of a new document, in the order in which they are worth offering. */
export interface KindsOffered {
  /** Asked for by the phase of the engagement, and not begun. */
  readonly asked: readonly KindKey[];
  /** Not there, or there as often as one likes: processes and records. */
  readonly others: readonly KindKey[];
  /** There already. */
  readonly present: readonly KindKey[];
}

/** What an engagement still needs, what it may have, and what it has. It is one engagement: that kind is not offered. */
export function kindsOffered({ view, lead, documents }: Engagement): KindsOffered {
  const begun = new Set(documents.filter(({ status }) => status !== 'ended').map(({ kind }) => kind));
  const missing = missingKinds(view, lead?.keys.phase?.value).filter((kind) => !begun.has(kind));
  const rest = scaffoldKinds.filter((kind) => kind !== 'engagement' && !missing.includes(kind));
  const isPresent = (kind: KindKey): boolean => begun.has(kind) && !catalogue.kinds[kind].isSeries;
  return {
    asked: missing,
    others: rest.filter((kind) => !isPresent(kind)),
    present: rest.filter(isPresent),
  };
}

interface Engagement {
  readonly view: View;
  readonly lead: GovernedDocument | undefined;
  readonly documents: readonly GovernedDocument[];
}
