import assert from 'node:assert/strict';
import { catalogue } from '../../../extension/engine/model/generated/catalogue.ts';
import type { ValueType } from '../../../extension/engine/model/schema.ts';
import { valueMessages } from '../../../extension/engine/values/problems.ts';
import { createValueReader } from '../../../extension/engine/values/read-value.ts';
import cases from '../../conformance/values.json' with { type: 'json' };
import type { Wording } from '../../../extension/engine/model/language.ts';
import { sourceOf } from './reading.ts';

interface Case {
  readonly name: string;
  readonly type: ValueType;
  readonly text: string;
  readonly value?: unknown;
  readonly problem?: string;
  readonly from?: number;
  readonly to?: number;
  /** What they take the place of, where it is not the same. */
  readonly replaced?: readonly [start: number, end: number];
  readonly replacements?: readonly Wording[];
}

describe('the value grammar: conformance', () => {
  const reader = createValueReader(catalogue);

  for (const {
    name,
    type,
    text,
    value,
    problem,
    from,
    to,
    replaced,
    replacements,
  } of cases as readonly Case[]) {
    it(`${type.is}: ${name}`, () => {
      const result = reader.read(type, sourceOf(text));
      if (problem === undefined) {
        assert.deepEqual(result, { value });
        return;
      }
      assert.equal(result.problem?.id, problem);
      assert.deepEqual(result.problem.span, { start: from, end: to });
      assert.deepEqual(result.problem.replaced, replaced && { start: replaced[0], end: replaced[1] });
      assert.deepEqual(result.problem.replacements, replacements ?? []);
    });
  }

  it('names every case once', () => {
    const names = (cases as readonly Case[]).map(({ name, type }) => `${JSON.stringify(type)} ${name}`);
    assert.deepEqual(
      names.filter((name, i) => names.indexOf(name) !== i),
      [],
    );
  });

  it('shows every problem that a text alone can have', () => {
    const shown = new Set((cases as readonly Case[]).map(({ problem }) => problem));
    // These need a list, a bound of a field, the scale of a document, the measure of a row, the start of an engagement, or a text too long for a table of cases.
    const elsewhere = ['tooLong', 'invisible', 'listNotAllowed', 'numberTooLong', 'outOfBounds'].concat([
      'notAvailability',
      'shareOrPercent',
      'markAlone',
      'farDate',
      'farYear',
      'farFromAnchor',
      'notOfScale',
    ]);
    assert.deepEqual(
      Object.keys(valueMessages).filter((id) => !shown.has(id) && !elsewhere.includes(id)),
      [],
    );
  });
});
