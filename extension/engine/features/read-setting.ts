import { catalogue } from '../model/generated/catalogue.ts';
import type { FieldSpec, KindKey } from '../model/schema.ts';
import { render } from '../rules/render.ts';
import { nearMiss } from '../values/near-miss.ts';
import { valueMessages, type ValueMessageId } from '../values/problems.ts';
import { createValueReader } from '../values/read-value.ts';
import { checkWithin } from '../values/within.ts';

/** Makes a sentence of a template and what fills it. */
type Say = (template: string, data: Readonly<Record<string, string>>) => string;

/** What is wrong with a value for a key of a kind, as a sentence; undefined where it may stand there. */
export function problemOfSetting(
  kind: KindKey,
  key: string,
  text: string,
  say: Say = render,
): string | undefined {
  const keys = catalogue.kinds[kind].keys.filter((spec) => spec.key !== 'kind');
  const spec = keys.find((one) => one.key === key);
  if (!spec) {
    const near = nearMiss(
      key,
      keys.map((one) => one.key),
    );
    const mend =
      near === undefined ? `It has ${keys.map((one) => one.key).join(', ')}.` : `Did you mean "${near}"?`;
    return `A document of kind "${kind}" has no key "${key}". ${mend}`;
  }
  const problem = text === '' ? undefined : problemOfValue(spec, text, say);
  return problem === undefined ? undefined : `${key}: ${problem}`;
}

/** What is wrong with a value, as a sentence; undefined where it reads. */
export function problemOfValue(spec: FieldSpec, text: string, say: Say = render): string | undefined {
  const source = { text, span: { start: 0, end: text.length } };
  const { value, problem } = createValueReader(catalogue).read(spec.type, source);
  const found = problem ?? checkWithin(spec, value, source);
  return found && say(valueMessages[found.id as ValueMessageId], found.data);
}
