import type { Field, GovernedDocument } from '../model/document.ts';

/** Every value of the front matter that the format knows, then every cell of a known column or a further one, in order. */
export function* fieldsOf(document: GovernedDocument): Generator<Field> {
  for (const field of Object.values(document.keys) as readonly (Field | undefined)[]) if (field) yield field;
  for (const section of document.sections.values()) {
    for (const row of section.rows) {
      for (const field of Object.values(row.cells) as readonly (Field | undefined)[]) if (field) yield field;
      for (const { field } of row.further) yield field;
    }
  }
}
