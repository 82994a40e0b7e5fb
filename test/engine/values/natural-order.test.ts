import assert from 'node:assert/strict';
import { naturalOrder } from '../../../extension/engine/values/natural-order.ts';

describe('the natural order', () => {
  it('counts numbers as numbers, of any length and with noughts before them', () => {
    const sorted = [
      'Engagement 2',
      'engagement 03',
      'Engagement 10',
      'Engagement 10 b',
      'Engagement 100000000000000000001',
    ];
    assert.deepEqual(sorted.toReversed().sort(naturalOrder), sorted);
    assert.ok(naturalOrder('9007199254740993', '9007199254740992') > 0);
  });

  it('orders the rest by its letters, capitals beside small ones, and finds only the same text equal', () => {
    assert.deepEqual(['b', 'A', 'a', '', 'B2', 'b10'].sort(naturalOrder), ['', 'A', 'a', 'b', 'B2', 'b10']);
    assert.equal(naturalOrder('a1', 'a1'), 0);
    assert.notEqual(naturalOrder('a1', 'A1'), 0);
  });
});
