import type { FieldSpec } from '../model/schema.ts';

/** Whether a table that is meant as one of a section would have this column: it is required, or wanted (DOC028). */
export function isAskedFor({ required, wanted }: FieldSpec): boolean {
  return required || wanted === true;
}
