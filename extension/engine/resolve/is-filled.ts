import type { Field } from '../model/document.ts';

/** Whether something is written in a value or cell, whether it reads or not; a placeholder counts as empty. */
export function isFilled(field: Field | undefined): boolean {
  return field !== undefined && field.state !== 'empty' && field.state !== 'placeholder';
}
