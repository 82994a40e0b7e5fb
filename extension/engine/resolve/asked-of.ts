import type { GovernedDocument } from '../model/document.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { KindKey } from '../model/schema.ts';

/** Whether a Missing part of a rule about a kind is asked of a document: it is of that kind, or holds a lead section of it (rules.md 1.1). */
export function isAskedOf(document: GovernedDocument, kind: KindKey): boolean {
  return document.kind === kind || catalogue.kinds[kind].lead.some((key) => hasContent(document, key));
}

function hasContent(
  document: GovernedDocument,
  key: Parameters<GovernedDocument['sections']['get']>[0],
): boolean {
  const section = document.sections.get(key);
  return (
    section !== undefined && (section.rows.length > 0 || section.items.length > 0 || section.prose !== '')
  );
}
