import type { Field, GovernedDocument, Row } from '../model/document.ts';
import validators from '../model/generated/validators.cjs';

/** Keys that the schema of the document's kind requires and that it does not state, or leaves empty. */
export function missingKeys(document: GovernedDocument): readonly string[] {
  return missingIn(validators.kinds[document.kind], document.keys);
}

/** Columns that the schema of the row's section requires and that have no value in this row. */
export function missingColumns(row: Row): readonly string[] {
  return missingIn(validators.sections[row.section.key], row.cells);
}

function missingIn(
  validate: (typeof validators.kinds)['sla'],
  fields: Readonly<Record<string, Field | undefined>>,
): readonly string[] {
  if (validate(valuesOf(fields))) return [];
  return (validate.errors ?? []).flatMap(({ keyword, params }) =>
    keyword === 'required' ? [String(params.missingProperty)] : [],
  );
}

/** What was read, as the schemas describe it. A value that does not read is left out: DOC019 has it. */
function valuesOf(fields: Readonly<Record<string, Field | undefined>>): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const key in fields) {
    const field = fields[key];
    if (field?.state === 'read') values[key] = field.value;
  }
  return values;
}
