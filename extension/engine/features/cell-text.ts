import type { Field } from '../model/document.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { Language } from '../model/language.ts';
import type { FieldSpec } from '../model/schema.ts';
import type { Quantity } from '../model/value.ts';
import { createValueReader } from '../values/read-value.ts';
import { wordFrom } from '../values/words-in.ts';

/**
 * The text of a value as documents of a language write it: words of lists, and numbers with its decimal sign. Anything
 * that would not be read as the same value stays as it was written.
 */
export function cellText({ spec, source, value }: Field, language: Language): string {
  const written = source.text.replace(/\s+/g, ' ').trim();
  // Of an availability a bare number is a percentage (settled 14); people read the sign.
  const isBare = (value as Quantity | undefined)?.unit === '%' && /^\d[\d.,]*$/.test(written);
  const text = spec.type.is === 'quantity' && isBare ? `${written} %` : written;
  if (spec.type.is === 'word') return wordFrom(language, spec.type.list, text);
  if (spec.type.is !== 'quantity' && spec.type.is !== 'money') return text;
  const other =
    language === 'sv' ? text.replace(/(?<=\d)\.(?=\d)/g, ',') : text.replace(/(?<=\d),(?=\d)/g, '.');
  return isSameRead(spec, text, other) ? other : text;
}

function isSameRead({ type }: FieldSpec, a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) =>
    createValueReader(catalogue).read(type, { text, span: { start: 0, end: text.length } }),
  );
  return (
    left?.problem === undefined &&
    right?.problem === undefined &&
    JSON.stringify(left?.value) === JSON.stringify(right?.value)
  );
}
