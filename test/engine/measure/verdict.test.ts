import { strict as assert } from 'node:assert';
import {
  compareQuantities,
  directionOf,
  verdictOf,
  verdictOfKpi,
} from '../../../extension/engine/measure/verdict.ts';

const percent = (value: string) => ({ value, unit: '%' });

describe('a verdict', () => {
  it('is met exactly on target', () => {
    const target = percent('99.9');
    assert.equal(verdictOf(percent('99.90'), target, 'at least'), 'met');
    assert.equal(verdictOf(percent('99.8999'), target, 'at least'), 'not met');
    assert.equal(verdictOf(percent('2'), { op: 'below', ...percent('2') }, 'at least'), 'not met');
    assert.equal(verdictOf(percent('2'), { op: 'above', ...percent('2') }, 'at least'), 'not met');
    assert.equal(verdictOf(percent('2.1'), { op: 'at most', ...percent('2') }, 'at least'), 'not met');
    assert.equal(verdictOf(percent('1.9'), { op: 'below', ...percent('2') }, undefined), 'met');
  });

  it('is no data, or not comparable', () => {
    assert.equal(verdictOf({ noData: true }, percent('99'), 'at least'), 'no data');
    assert.equal(verdictOf(percent('99'), percent('99'), undefined), 'not comparable');
    assert.equal(verdictOf({ value: '700', unit: 'ms' }, percent('99'), 'at least'), 'not comparable');
    assert.equal(verdictOf({ value: '99' }, percent('99'), 'at least'), 'not comparable');
  });

  it('takes the direction from the measure or from Better', () => {
    assert.equal(directionOf({ measure: 'availability per minute' }), 'at least');
    assert.equal(directionOf({ measure: 'latency' }), 'at most');
    assert.equal(directionOf({ measure: 'timeliness' }), undefined);
    assert.equal(directionOf({ measure: 'latency', better: 'higher' }), 'at least');
    assert.equal(directionOf({ better: 'lower' }), 'at most');
  });

  it('of a KPI is on the way before its day', () => {
    assert.equal(verdictOfKpi('not met', '2026-12-31', '2026-10-31'), 'on the way');
    assert.equal(verdictOfKpi('not met', '2026-12-31', '2026-12-31'), 'not met');
    assert.equal(verdictOfKpi('met', '2026-12-31', '2026-10-31'), 'met');
    assert.equal(verdictOfKpi('not met', undefined, '2026-10-31'), 'not met');
  });
});

describe('quantities', () => {
  it('compare units of time by meaning', () => {
    assert.equal(compareQuantities({ value: '800', unit: 'ms' }, { value: '1', unit: 's' }), -1);
    assert.equal(compareQuantities({ value: '1000', unit: 'MS' }, { value: '1', unit: 'second' }), 0);
    assert.equal(compareQuantities({ value: '3', unit: 'month' }, { value: '1', unit: 'quarter' }), 0);
    assert.equal(compareQuantities({ value: '30', unit: 'day' }, { value: '1', unit: 'month' }), undefined);
    assert.equal(
      compareQuantities({ value: '1', unit: 'working hour' }, { value: '60', unit: 'working minute' }),
      0,
    );
    assert.equal(
      compareQuantities({ value: '1', unit: 'working hour' }, { value: '1', unit: 'hour' }),
      undefined,
    );
    assert.equal(
      compareQuantities({ value: '8', unit: 'working hour' }, { value: '1', unit: 'working day' }),
      undefined,
    );
    assert.equal(
      compareQuantities({ value: '2', unit: 'working day' }, { value: '1', unit: 'working day' }),
      1,
    );
    assert.equal(compareQuantities({ value: '1', unit: '\u00b5s' }, { value: '1', unit: 'us' }), 0);
  });

  it('compare other units by their text', () => {
    const rate = (value: string, unit: string) => ({ value, unit });
    assert.equal(compareQuantities(rate('44', 'Payments  per second'), rate('40', 'payments per second')), 1);
    assert.equal(compareQuantities(rate('44', 'EUR'), rate('40', 'SEK')), undefined);
    assert.equal(compareQuantities({ value: '3' }, { value: '3.0' }), 0);
  });

  it('compare parts of a whole as fractions', () => {
    assert.equal(compareQuantities({ value: '4.2', of: '5' }, { value: '8.4', of: '10' }), 0);
    assert.equal(compareQuantities({ value: '7', of: '8' }, { value: '9', of: '10' }), -1);
    assert.equal(compareQuantities({ value: '4.2', of: '5' }, { value: '4.2' }), undefined);
    assert.equal(compareQuantities({ value: '0', of: '0' }, { value: '9', of: '10' }), undefined);
    assert.equal(compareQuantities({ value: '1', of: '-2' }, { value: '1', of: '2' }), -1);
  });
});
