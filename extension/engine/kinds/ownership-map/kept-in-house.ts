import type { GovernedDocument, ListItem } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import { foldName } from '../../values/fold.ts';

/** An item of Kept in house with its document. */
export interface KeptItem {
  readonly document: GovernedDocument;
  readonly item: ListItem;
}

/** What the client keeps in house, by folded text; the first of those that are alike. */
export function keptInHouse(view: View): ReadonlyMap<string, KeptItem> {
  const kept = new Map<string, KeptItem>();
  for (const { document, items } of view.sections('kept_in_house'))
    for (const item of items) {
      const name = foldName(item.text);
      if (!kept.has(name)) kept.set(name, { document, item });
    }
  return kept;
}
