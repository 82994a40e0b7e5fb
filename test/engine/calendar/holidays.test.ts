import { strict as assert } from 'node:assert';
import { createHolidays } from '../../../extension/engine/calendar/holidays.ts';

describe('holidays', () => {
  const holidays = createHolidays();
  const dates = (region: string, year: number) => holidays.of(region, year).map((each) => each.date);

  it('are the public ones of a country', () => {
    const sweden = dates('SE', 2026);
    assert.ok(sweden.includes('2026-04-03') && sweden.includes('2026-05-14'));
    // Observances and bank holidays are worked.
    assert.ok(!sweden.includes('2026-06-19') && !sweden.includes('2026-12-24'));
    assert.deepEqual([...sweden].sort(), sweden);
    assert.equal(holidays.of('SE', 2026)[0]?.name, "New Year's Day");
  });

  it('are those of a region with those of its country', () => {
    assert.ok(dates('IN-WB', 2026).includes('2026-05-08'));
    assert.ok(dates('IN-WB', 2026).includes('2026-01-26'));
    assert.ok(!dates('IN', 2026).includes('2026-05-08'));
  });

  it('are all days of a feast of several days', () => {
    const egypt = dates('EG', 2026);
    assert.ok(['2026-05-27', '2026-05-28', '2026-05-29', '2026-05-30'].every((day) => egypt.includes(day)));
    assert.equal(new Set(egypt).size, egypt.length);
  });

  it('are the Swedish eves where they are asked for', () => {
    assert.deepEqual(dates('eves', 2026), ['2026-06-19', '2026-12-24', '2026-12-31']);
    assert.deepEqual(dates('eves', 2027), ['2027-06-25', '2027-12-24', '2027-12-31']);
    assert.deepEqual(dates('eves', 2032)[0], '2032-06-25');
  });

  it('of an unknown country are none', () => {
    assert.deepEqual(dates('XX', 2026), []);
    assert.deepEqual(dates('', 2026), []);
    assert.deepEqual(dates('__proto__', 2026), []);
  });

  it('are computed once', () => {
    assert.equal(holidays.of('LT', 2026), holidays.of('LT', 2026));
    assert.notEqual(createHolidays().of('LT', 2026), holidays.of('LT', 2026));
    // Those of what is known, however many regions nobody knows are asked for.
    for (const region of ['LT-XX', 'LT-__proto__', 'LT-XX-YY', 'LT-'])
      assert.equal(holidays.of(region, 2026), holidays.of('LT', 2026), region);
    assert.equal(holidays.of('US-CA-ZZ', 2026), holidays.of('US-CA', 2026));
    assert.notDeepEqual(dates('DE-BY-A', 2026), dates('DE-BY', 2026));
  });
});
