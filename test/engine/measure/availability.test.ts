import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import {
  allowedDownSeconds,
  availabilityPercent,
  keepsAvailability,
  spentDownSeconds,
} from '../../../extension/engine/measure/availability.ts';
import { errorBudget } from '../../../extension/engine/measure/error-budget.ts';

describe('availability', () => {
  it('allows what the target leaves of the window', () => {
    assert.equal(allowedDownSeconds('99.9', 2_592_000), 2592);
    assert.equal(allowedDownSeconds('99.9', 2_678_400), 2678);
    assert.equal(allowedDownSeconds('99.95', 3000), 2);
    assert.equal(allowedDownSeconds('99.9', 2_592_000, true), 43 * 60);
    assert.equal(allowedDownSeconds('100', 2_592_000), 0);
    assert.equal(spentDownSeconds('99.62', 2_678_400 + 3600), 10_192);
  });

  it('is kept exactly on the target, and not a second beyond', () => {
    const targets = fc.constantFrom('99', '99.5', '99.9', '99.95', '99.99', '99.999');
    const days = fc.constantFrom(28, 29, 30, 31, 90, 91, 92, 365, 366);
    fc.assert(
      fc.property(targets, days, (target, count) => {
        const window = count * 86_400;
        const thousandths = Math.round((100 - Number(target)) * 1000);
        const budget = Math.floor((window * thousandths) / 100_000);
        assert.equal(keepsAvailability(budget, window, target), true);
        assert.equal(keepsAvailability(budget + 1, window, target), false);
      }),
    );
  });

  it('of no time is no data', () => {
    assert.equal(availabilityPercent(0, 0), undefined);
    assert.equal(keepsAvailability(0, 0, '99'), undefined);
  });

  it('leaves a budget, or overspends it', () => {
    assert.deepEqual(errorBudget('99.9', '99.95', 2_592_000), {
      allowedSeconds: 2592,
      spentSeconds: 1296,
      leftSeconds: 1296,
      consumedPercent: '50.00',
    });
    assert.equal(errorBudget('99.9', '99.62', 2_592_000).leftSeconds, 2592 - 9850);
    assert.equal(errorBudget('100', '99.62', 2_592_000).consumedPercent, undefined);
    assert.equal(errorBudget('99.9', '99.95', 2_592_000, true).leftSeconds, 43 * 60 - 1296);
  });
});
