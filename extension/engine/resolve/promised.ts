import type { Field } from '../model/document.ts';
import type { DurationValue } from '../model/value.ts';

/** A time that is promised under Respond or Restore; `none` is no promise, unlike `0 minutes` (settled 12). */
export function promised(field: Field<DurationValue> | undefined): Field<DurationValue> | undefined {
  return field?.value === 'none' ? undefined : field;
}
