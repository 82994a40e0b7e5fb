import type { Source } from '../model/document.ts';
import type { FieldSpec, SectionSpec } from '../model/schema.ts';
import { fold } from '../values/fold.ts';
import { rowFormerWords } from '../values/grammar-words.ts';

/** The optional column of the names that rows had before (settled 17). */
export const formerSpec: FieldSpec = {
  key: 'formerly',
  title: 'Formerly',
  titleSv: 'Tidigare',
  type: { is: 'text' },
  required: false,
  aliases: [],
  description: '',
  ask: '',
  example: '',
};

/** Its position in a table whose rows have names; undefined where there is none. A column of the section's own comes first. */
export function formerColumnOf(
  spec: SectionSpec,
  headers: readonly Source[],
  named: readonly (FieldSpec | undefined)[],
): number | undefined {
  if (spec.identity.length === 0) return undefined;
  const at = headers.findIndex(({ text }, i) => !named[i] && isFormerHeader(text));
  return at < 0 ? undefined : at;
}

export function isFormerHeader(text: string): boolean {
  return rowFormerWords.has(fold(text).replace(/[ :]+$/, ''));
}
