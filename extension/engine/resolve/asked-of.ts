import type { GovernedDocument } from '../model/document.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { KindKey, SectionKey } from '../model/schema.ts';

/** Whether a Missing part of a rule about a kind is asked of a document: it is of that kind, or holds a lead section of it (rules.md 1.1). */
export function isAskedOf(document: GovernedDocument, kind: KindKey): boolean {
  return document.kind === kind || leadsBeside(document, kind).some((key) => hasRows(document, key));
}

/** The sections that make a document of another kind one of this: handover items of a kt-plan are its own (rules.md 1.7). */
function leadsBeside(document: GovernedDocument, kind: KindKey): readonly SectionKey[] {
  const { lead } = catalogue.kinds[kind];
  if (kind !== 'exit-plan' || document.kind !== 'kt-plan') return lead;
  return lead.filter((key) => key !== 'handover_items');
}

/** Whether something is read of a section. A text or a list under the word for a table is not: many things are options. */
function hasRows(document: GovernedDocument, key: SectionKey): boolean {
  const section = document.sections.get(key);
  if (!section) return false;
  const isListed = section.spec.shape.includes('list') && section.items.length > 0;
  return section.rows.length > 0 || isListed || (section.spec.columns.length === 0 && section.prose !== '');
}
