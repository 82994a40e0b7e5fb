import assert from 'node:assert/strict';
import type { FreeIs } from '../../extension/engine/model/coverage.ts';
import { catalogue } from '../../extension/engine/model/generated/catalogue.ts';
import { lineStarts, rangeOf } from '../../extension/engine/model/text.ts';
import { createDocumentReader } from '../../extension/engine/parse/read-document.ts';
import { createValueReader } from '../../extension/engine/values/read-value.ts';
import cases from '../conformance/free.json' with { type: 'json' };

const reader = createDocumentReader({ catalogue, values: createValueReader(catalogue) });

describe('what is free, by the conformance suite', () => {
  for (const { name, input, expected } of cases)
    it(name, () => {
      const starts = lineStarts(input);
      const found = reader.freeIn('doc.md', input).parts.map(({ is, text, span }) => {
        const { start, end } = rangeOf(starts, span);
        return { is, text, range: [start.line, start.character, end.line, end.character] };
      });
      assert.deepEqual(found, expected);
    });

  it('has a case of each kind of entry that one file can have', () => {
    const kinds: ReadonlySet<string> = new Set(cases.flatMap(({ expected }) => expected.map(({ is }) => is)));
    const all: readonly FreeIs[] = ['section', 'table', 'column', 'key', 'text'];
    assert.deepEqual([...kinds].sort(), [...all].sort());
  });

  it('names each case once', () => {
    assert.equal(new Set(cases.map(({ name }) => name)).size, cases.length);
  });
});
