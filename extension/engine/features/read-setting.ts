import { catalogue } from '../model/generated/catalogue.ts';
import type { FieldSpec, KindKey } from '../model/schema.ts';
import type { Said } from '../model/said.ts';
import { nearMiss } from '../values/near-miss.ts';
import { valueMessages, type ValueMessageId } from '../values/problems.ts';
import { createValueReader } from '../values/read-value.ts';
import { checkWithin } from '../values/within.ts';
import { say, joined } from '../values/say.ts';

/** What is wrong with a value for a key of a kind, as a sentence to be said; undefined where it may stand there. */
export function problemOfSetting(kind: KindKey, key: string, text: string): Said | undefined {
  const keys = catalogue.kinds[kind].keys.filter((spec) => spec.key !== 'kind');
  const spec = keys.find((one) => one.key === key);
  if (!spec) {
    const near = nearMiss(
      key,
      keys.map((one) => one.key),
    );
    const mend =
      near === undefined
        ? say('It has {{keys}}.', { keys: keys.map((one) => one.key).join(', ') })
        : say('Did you mean "{{near}}"?', { near });
    return say('A document of kind "{{kind}}" has no key "{{key}}". {{mend}}', { kind, key, mend });
  }
  const problem = text === '' ? undefined : problemOfValue(spec, text);
  return problem && joined([key, problem], ': ');
}

/** What is wrong with a value, as a sentence; undefined where it reads. */
export function problemOfValue(spec: FieldSpec, text: string): Said | undefined {
  const source = { text, span: { start: 0, end: text.length } };
  const { value, problem } = createValueReader(catalogue).read(spec.type, source);
  const found = problem ?? checkWithin(spec, value, source);
  return found && { template: valueMessages[found.id as ValueMessageId], data: found.data };
}
