import type { GovernedDocument, Row, Section } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { KindKey, SectionKey } from '../model/schema.ts';
import { addTo } from '../values/add-to.ts';

/** The part of a view that says what stands in its documents. */
type Contents = Pick<View, 'documentsOf' | 'sections' | 'rows'>;

/** What stands in these documents by kind and section; rows are put together when first asked for. */
export function contentsOf(documents: readonly GovernedDocument[]): Contents {
  const byKind = new Map<KindKey, GovernedDocument[]>();
  const bySection = new Map<SectionKey, Section[]>();
  for (const document of documents) {
    addTo(byKind, document.kind, document);
    for (const section of document.sections.values()) addTo(bySection, section.key, section);
  }
  const rowsOf = new Map<SectionKey, readonly Row[]>();

  function rows(key: SectionKey): readonly Row[] {
    let found = rowsOf.get(key);
    if (!found) rowsOf.set(key, (found = (bySection.get(key) ?? []).flatMap((section) => section.rows)));
    return found;
  }

  return {
    documentsOf: (kind) => byKind.get(kind) ?? [],
    sections: <K extends SectionKey>(key: K) =>
      (bySection.get(key) ?? []) as unknown as readonly Section<K>[],
    rows: <K extends SectionKey>(key: K) => rows(key) as unknown as readonly Row<K>[],
  };
}
