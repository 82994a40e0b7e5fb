import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { FieldSpec } from '../../../extension/engine/model/schema.ts';
import { compareDecimal } from '../../../extension/engine/values/compare-decimal.ts';
import { checkWithin } from '../../../extension/engine/values/within.ts';
import { sourceOf } from './reading.ts';

describe('checkWithin', () => {
  const spec = {
    type: { is: 'percent' },
    example: '25 %',
    within: { low: '0', high: '100' },
  } as unknown as FieldSpec;
  const check = (value: unknown, text: string) => checkWithin(spec, value, sourceOf(text, 3));

  it('passes both ends and what lies between', () => {
    for (const value of ['0', '100', '100.00', '99.9', '-0'])
      assert.equal(check(value, `${value} %`), undefined);
  });

  it('names the value and its bounds', () => {
    assert.deepEqual(check('100.01', '100,01 %'), {
      id: 'outOfBounds',
      data: { value: '100,01 %', low: '0', high: '100', example: { words: '25 %', group: 'example' } },
      span: { start: 3, end: 11 },
      replacements: [],
    });
    assert.equal(check('-0.1', '-0.1 %')?.id, 'outOfBounds');
  });

  it('looks at quantities in percent only', () => {
    assert.equal(check({ value: '800', unit: 'ms' }, '800 ms'), undefined);
    assert.equal(check({ op: 'at least', value: '101', unit: '%' }, 'at least 101 %')?.id, 'outOfBounds');
    assert.equal(check({ noData: true }, 'no data'), undefined);
  });

  it('says nothing of a field without bounds', () => {
    const { within, ...free } = spec;
    assert.ok(within);
    assert.equal(checkWithin(free, '120', sourceOf('120 %')), undefined);
  });
});

describe('compareDecimal', () => {
  it('compares exactly, beyond binary fractions', () => {
    assert.equal(compareDecimal('0.30', '0.3'), 0);
    assert.equal(compareDecimal('99.99999999999999999', '100'), -1);
    assert.equal(compareDecimal('-0.5', '-0.25'), -1);
    assert.equal(compareDecimal('10', '9.999'), 1);
  });

  it('agrees with whole numbers', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer(),
        (a, b) => compareDecimal(`${a}`, `${b}`) === Math.sign(a - b) + 0,
      ),
    );
  });
});
