import type { Source } from '../../../extension/engine/model/document.ts';
import { catalogue } from '../../../extension/engine/model/generated/catalogue.ts';
import type { ValueType } from '../../../extension/engine/model/schema.ts';
import { createValueReader } from '../../../extension/engine/values/read-value.ts';
import type { ReadResult } from '../../../extension/engine/values/read-result.ts';

/** Reads a text that stands at the beginning of a document. */
export function reading(type: ValueType['is'] | ValueType, text: string): ReadResult {
  const valueType = typeof type === 'string' ? ({ is: type } as ValueType) : type;
  return createValueReader(catalogue).read(valueType, sourceOf(text));
}

/** The value of a text that must read. */
export function valueOf(type: ValueType['is'] | ValueType, text: string): unknown {
  const result = reading(type, text);
  if (result.problem) throw new Error(`${JSON.stringify(text)} does not read: ${result.problem.id}`);
  return result.value;
}

/** A text as it stands in a document from an offset on, without markup. */
export function sourceOf(text: string, start = 0): Source {
  return { text, span: { start, end: start + text.length } };
}
