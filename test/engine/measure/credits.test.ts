import { strict as assert } from 'node:assert';
import {
  creditDue,
  fallingCredits,
  highestTier,
  tierOf,
  tierProblems,
} from '../../../extension/engine/measure/credits.ts';
import { exact, multiply, ratio } from '../../../extension/engine/measure/decimal.ts';

const tier = (from: string, below: string, credit = '5') => ({ from, below, credit });
const sound = [tier('99.0', '99.9', '5'), tier('0', '95.0', '25'), tier('95.0', '99.0', '10')];

describe('credit tiers', () => {
  it('are sound in any order of rows', () => {
    assert.deepEqual(tierProblems(sound), []);
    assert.deepEqual(fallingCredits(sound), []);
    assert.deepEqual(tierProblems([]), []);
  });

  it('may leave no gap and no overlap, at the lower tier', () => {
    assert.deepEqual(tierProblems([tier('99.0', '99.9'), tier('95.0', '98.9'), tier('0', '95')]), [
      { is: 'gap', tier: 1, above: 0, from: '98.9', below: '99.0' },
    ]);
    assert.deepEqual(tierProblems([tier('0', '95.5'), tier('95.0', '99.9')]), [
      { is: 'overlap', tier: 0, above: 1, from: '95.0', below: '95.5' },
    ]);
  });

  it('may not be empty, and reach down to zero', () => {
    assert.deepEqual(tierProblems([tier('99.9', '99.9'), tier('95', '99.9')]), [
      { is: 'empty', tier: 0 },
      { is: 'no floor', tier: 1, from: '95' },
    ]);
    assert.deepEqual(tierProblems([tier('0.00', '99.9')]), []);
  });

  it('earn more the worse the result, or the same', () => {
    assert.deepEqual(
      fallingCredits([tier('99', '99.9', '10'), tier('95', '99', '10'), tier('0', '95', '5')]),
      [{ tier: 2, above: 1 }],
    );
  });

  it('hold their lower end and not their upper one', () => {
    assert.equal(tierOf('99.9', sound), undefined);
    assert.equal(tierOf('99.00', sound), 0);
    assert.equal(tierOf('98.999', sound), 2);
    assert.equal(tierOf('0', sound), 1);
    assert.equal(highestTier(sound), 0);
    assert.equal(highestTier([]), undefined);
  });

  it('settled 5: the highest is that of the tiers that earn something', () => {
    assert.equal(highestTier([tier('99.9', '100', '0'), ...sound]), 1);
    assert.equal(highestTier([tier('0', '99.9', '0.00')]), undefined);
  });
});

describe('a credit', () => {
  const fee = exact('48500.00');

  it('is a part of the fee of the period', () => {
    assert.equal(creditDue(['5'], { basis: fee, currency: 'EUR' }).amount, '2425.00');
    assert.equal(creditDue([], { basis: fee, currency: 'EUR' }).amount, '0.00');
    const third = multiply(exact('100.00'), ratio(1n, 3n));
    assert.equal(creditDue(['10', '5'], { basis: third, currency: 'EUR' }).amount, '5.00');
  });

  it('is summed first, then held to the cap, then rounded', () => {
    const capped = creditDue(['10', '5', '4'], { basis: fee, currency: 'EUR', cap: '15' });
    assert.deepEqual([capped.amount, capped.capped, capped.percent], ['7275.00', true, exact(15)]);
    assert.equal(creditDue(['10', '5'], { basis: fee, currency: 'EUR', cap: '15.0' }).capped, false);
  });

  it('is rounded to the minor unit as the agreement says', () => {
    const of = (rounding: 'half up' | 'half even' | 'down' | undefined) =>
      creditDue(['5'], { basis: exact('2.70'), currency: 'EUR', rounding }).amount;
    assert.deepEqual(
      [of(undefined), of('half up'), of('half even'), of('down')],
      ['0.14', '0.14', '0.14', '0.13'],
    );
  });
});
