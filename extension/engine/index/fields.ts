import type { Field, GovernedDocument } from '../model/document.ts';

/** Every value of the front matter that the format knows, then every cell of a known column or a further one, in order. */
export function fieldsOf(document: GovernedDocument): readonly Field[] {
  const fields: Field[] = [];
  addAll(document.keys, fields);
  for (const section of document.sections.values()) {
    for (const row of section.rows) {
      addAll(row.cells, fields);
      for (const { field } of row.further) fields.push(field);
    }
  }
  return fields;
}

function addAll(named: Readonly<Record<string, Field | undefined>>, fields: Field[]): void {
  for (const key in named) {
    const field = named[key];
    if (field) fields.push(field);
  }
}
