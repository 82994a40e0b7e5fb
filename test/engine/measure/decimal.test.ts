import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import type { Exact, RoundingMode } from '../../../extension/engine/measure/decimal.ts';
import {
  add,
  ceiling,
  compare,
  compareDecimals,
  divide,
  exact,
  floor,
  multiply,
  percentage,
  percentOf,
  plain,
  ratio,
  round,
  subtract,
  sumOf,
} from '../../../extension/engine/measure/decimal.ts';

describe('exact numbers', () => {
  it('read decimals as they are written', () => {
    assert.deepEqual(exact('99.90'), exact('99.9'));
    assert.deepEqual(exact('-0.5'), { numerator: -1n, denominator: 2n });
    assert.throws(() => exact('1e3'), /"1e3"/);
    assert.throws(() => exact(''), TypeError);
    assert.throws(() => ratio(1n, 0n), RangeError);
  });

  it('know what binary floats do not', () => {
    assert.equal(plain(subtract(exact('100'), exact('99.9'))), '0.1');
    assert.equal(plain(add(exact('0.1'), exact('0.2'))), '0.3');
    assert.equal(sumOf(['0.7', '0.2', '0.1']), '1');
    assert.equal(compareDecimals('99.90', '99.9'), 0);
    assert.equal(compareDecimals('99.8999', '99.9'), -1);
  });

  it('round once, half up, half to even or down, on both sides of zero', () => {
    const rounded = (value: string, mode: RoundingMode) => round(exact(value), 2, mode);
    assert.deepEqual(
      (['half up', 'half even', 'down'] as const).map((mode) =>
        ['0.125', '0.135', '0.1251', '-0.125', '-0.001', '7'].map((value) => rounded(value, mode)),
      ),
      [
        ['0.13', '0.14', '0.13', '-0.13', '0.00', '7.00'],
        ['0.12', '0.14', '0.13', '-0.12', '0.00', '7.00'],
        ['0.12', '0.13', '0.12', '-0.12', '0.00', '7.00'],
      ],
    );
    assert.equal(round(exact('30864.175'), 0), '30864');
    assert.equal(round(exact('-0.5'), 0), '-1');
  });

  it('are written plainly', () => {
    assert.equal(plain(exact('1000000000000000000000000')), '1000000000000000000000000');
    assert.equal(plain(ratio(1n, 3n), 6), '0.333333');
    assert.equal(plain(ratio(-1n, 16n)), '-0.0625');
    assert.equal(percentage(5, 6, 2), '83.33');
    assert.equal(percentage(59, 110, 4), '53.6364');
    assert.equal(percentage(0, 0, 2), undefined);
  });

  it('keep the laws of arithmetic', () => {
    const numbers: fc.Arbitrary<Exact> = fc
      .tuple(fc.bigInt(-1000n, 1000n), fc.bigInt(1n, 1000n))
      .map(([numerator, denominator]) => ratio(numerator, denominator));
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        assert.deepEqual(add(subtract(a, b), b), a);
        assert.equal(compare(a, b), -compare(b, a) + 0);
        if (b.numerator !== 0n) assert.deepEqual(multiply(divide(a, b), b), a);
        assert.deepEqual(percentOf(a, exact(100)), a);
        const low = floor(a);
        assert.ok(compare(exact(low), a) <= 0 && compare(a, exact(low + 1n)) < 0);
        assert.equal(ceiling(a) - low, a.denominator === 1n ? 0n : 1n);
      }),
    );
  });
});
