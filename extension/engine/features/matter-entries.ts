import type { Field, GovernedDocument } from '../model/document.ts';
import { foldName } from '../values/fold.ts';

/** The value of a key as it is written; undefined where the document does not have the key. */
export function writtenValue({ keys }: GovernedDocument, key: string): string | undefined {
  return (keys as Readonly<Record<string, Field | undefined>>)[key]?.source.text;
}

/** Whether two values say the same, however they are spaced. */
export function saysSame(one: string, other: string): boolean {
  return foldName(one) === foldName(other);
}
