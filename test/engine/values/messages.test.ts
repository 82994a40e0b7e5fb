import assert from 'node:assert/strict';
import { partInEnglish } from '../../../extension/engine/model/said.ts';
import { valueMessages } from '../../../extension/engine/values/problems.ts';
import { quote } from '../../../extension/engine/values/quote.ts';
import { createValueReader } from '../../../extension/engine/values/read-value.ts';
import { catalogue } from '../../../extension/engine/model/generated/catalogue.ts';
import cases from '../../conformance/values.json' with { type: 'json' };
import { reading, sourceOf } from './reading.ts';
import type { ValueType } from '../../../extension/engine/model/schema.ts';

describe('messages of values', () => {
  it('name the value in double quotes and end as sentences', () => {
    for (const [id, message] of Object.entries(valueMessages)) {
      assert.ok(message.includes('"{{value}}"'), id);
      assert.match(message, /\.$/, id);
    }
  });

  it('find data for every placeholder, and no data without one', () => {
    const reader = createValueReader(catalogue);
    for (const { type, text } of cases as readonly { type: ValueType; text: string }[]) {
      const { problem } = reader.read(type, sourceOf(text));
      if (!problem) continue;
      const message: string = valueMessages[problem.id as keyof typeof valueMessages];
      const placeholders = [...message.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
      assert.deepEqual(new Set(placeholders), new Set(Object.keys(problem.data)), `${problem.id}: ${text}`);
    }
  });

  it('cut long values at 60 characters and keep them on one line', () => {
    assert.equal(quote('a\nb'), 'a b');
    assert.equal(quote('x'.repeat(60)), 'x'.repeat(60));
    assert.equal(quote('x'.repeat(61)), `${'x'.repeat(59)}…`);
    assert.equal(quote('😀'.repeat(60)), `${'😀'.repeat(29)}…`);
  });

  it('name the list of a closed word in English', () => {
    const { problem } = reading({ is: 'word', list: 'direction' }, 'sideways');
    assert.equal(partInEnglish(problem!.data['words']!), '"to client", "to supplier" or "to third party"');
  });

  it('do not repeat a text that is too long for a value', () => {
    const { problem } = reading('duration', 'x'.repeat(65_536));
    assert.equal(problem?.id, 'tooLong');
    assert.equal(partInEnglish(problem.data['value']!).length, 60);
  });
});
