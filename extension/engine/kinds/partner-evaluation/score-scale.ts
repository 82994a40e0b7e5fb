import type { Field, GovernedDocument } from '../../model/document.ts';
import type { NumberRange } from '../../model/value.ts';
import { isFilled } from '../../resolve/is-filled.ts';

const oneToFive: NumberRange = { low: '1', high: '5' };

/** The scale of the scores of a document with the key that states it; 1 to 5 where none is stated, undefined where it is no range of numbers. */
export function scoreScale(
  document: GovernedDocument,
): { readonly range: NumberRange; readonly stated?: Field } | undefined {
  const stated: Field | undefined = document.keys.scale;
  if (!isFilled(stated)) return { range: oneToFive };
  const range = stated?.value as NumberRange | undefined;
  return stated && range !== undefined && 'low' in range ? { range, stated } : undefined;
}
