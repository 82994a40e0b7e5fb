import { strict as assert } from 'node:assert';
import { creditDue, highestTier, tierOf, tierProblems } from '../../extension/engine/measure/credits.ts';
import { exact } from '../../extension/engine/measure/decimal.ts';
import { isFigure, type Cases } from './case.ts';

const tiers = [
  { from: '99.0', below: '99.9', credit: '10' },
  { from: '95', below: '99', credit: '25' },
  { from: '0', below: '95', credit: '100' },
] as const;
const fee = exact('48500.00');

/** Which tier a result falls into, where tiers leave a hole, and what they take off. */
export const credits = {
  C01_tiers(its) {
    for (const [result, credit] of Object.entries(its)) {
      const place = tierOf(result, tiers);
      isFigure(place === undefined ? 0 : tiers[place]?.credit, credit);
    }
  },
  C02_gaps(its) {
    const holed = [tiers[0], { from: '95.0', below: '98.9', credit: '25' }, tiers[2]];
    const gaps = tierProblems(holed).flatMap((each) => (each.is === 'gap' ? [[each.from, each.below]] : []));
    assert.deepEqual(gaps, its);
  },
  C04_dead_zone(its) {
    const low = [{ from: '0', below: '99.5', credit: '10' }];
    assert.deepEqual([[low[highestTier(low) ?? -1]?.below, '99.9']], its);
  },
  C05_10pct: (its) => assert.equal(creditDue(['10'], { basis: fee, currency: 'EUR' }).amount, its),
  C05_sum19_cap15: (its) =>
    assert.equal(creditDue(['10', '5', '4'], { basis: fee, currency: 'EUR', cap: '15' }).amount, its),
  C06_SEK_half_up: (its) => assert.equal(credit('12345.67', '7.5', 'SEK', 'half up'), its),
  C06_JPY: (its) => assert.equal(credit('1234567', '2.5', 'JPY'), its),
  C06_KWD: (its) => assert.equal(credit('1234.567', '7.5', 'KWD'), its),
  C06_EUR_tie_up: (its) => assert.equal(credit('2.50', '5', 'EUR', 'half up'), its),
  C06_EUR_tie_even: (its) => assert.equal(credit('2.50', '5', 'EUR', 'half even'), its),
} satisfies Partial<Cases>;

function credit(
  basis: string,
  percent: string,
  currency: string,
  rounding?: 'half up' | 'half even',
): string | undefined {
  return creditDue([percent], { basis: exact(basis), currency, rounding }).amount;
}
