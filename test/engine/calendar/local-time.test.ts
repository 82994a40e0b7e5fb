import { strict as assert } from 'node:assert';
import { localTimeState } from '../../../extension/engine/calendar/local-time.ts';

describe('a local time', () => {
  it('may not exist, or exist twice', () => {
    assert.equal(localTimeState('2026-03-29', '02:00', 'Europe/Stockholm'), 'missing');
    assert.equal(localTimeState('2026-03-29', '03:00', 'Europe/Stockholm'), 'exists');
    assert.equal(localTimeState('2026-10-25', '02:00', 'Europe/Stockholm'), 'twice');
    assert.equal(localTimeState('2026-10-25', '03:00', 'Europe/Stockholm'), 'exists');
    assert.equal(localTimeState('2026-03-29', '02:30', 'Asia/Kolkata'), 'exists');
    assert.equal(localTimeState('2026-03-29', '02:30', 'UTC'), 'exists');
  });

  it('of 24:00 is the first of the next day', () => {
    assert.equal(localTimeState('2026-03-28', '24:00', 'Europe/Stockholm'), 'exists');
    // Clocks in Cairo go from midnight to one o'clock on the last Friday of April.
    assert.equal(localTimeState('2026-04-23', '24:00', 'Africa/Cairo'), 'missing');
  });
});
