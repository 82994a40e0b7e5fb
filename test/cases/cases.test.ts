import { strict as assert } from 'node:assert';
import { addLength } from '../../extension/engine/calendar/add-length.ts';
import { feePeriodsIn, periodOf } from '../../extension/engine/calendar/periods.ts';
import { countedSeconds } from '../../extension/engine/calendar/windows.ts';
import { allowedDownSeconds, keepsAvailability } from '../../extension/engine/measure/availability.ts';
import { creditDue, tierOf } from '../../extension/engine/measure/credits.ts';
import { exact, multiply } from '../../extension/engine/measure/decimal.ts';
import { authors } from './authors.ts';
import { calendarWindow, days30, figures, length, zone, type Cases } from './case.ts';
import { credits } from './credits.ts';
import { days } from './days.ts';
import { documents } from './documents.ts';
import { measures } from './measures.ts';

const cases: Cases = { ...measures, ...credits, ...days, ...documents, ...authors };
type Run = (its: unknown) => void | Promise<void>;

describe('the worked cases', () => {
  for (const [name, run] of Object.entries(cases) as [keyof Cases, Run][]) {
    it(name, () => run(figures[name]));

    it(`${name}: any other figure is refused`, async () => {
      for (const other of withOneOther(figures[name]))
        await assert.rejects(async () => run(other), JSON.stringify(other));
    });
  }

  it('are all of them run', () => {
    assert.deepEqual(Object.keys(cases).toSorted(), Object.keys(figures).toSorted());
  });

  it('meet the target exactly on it (A10)', () => {
    assert.deepEqual(
      [2592, 2593].map((down) => keepsAvailability(down, days30, '99.9')),
      [true, false],
    );
  });

  it('of the example that the facts are worked from', () => {
    const november = calendarWindow('month', '2026-11-15', zone);
    assert.equal(allowedDownSeconds('99.9', countedSeconds(november, zone)), 2592);
    const october = periodOf('2026-10-01', 'month');
    const months = feePeriodsIn(october, 'month');
    assert.ok(months);
    const tiers = [
      { from: '99.0', below: '99.9', credit: '5' },
      { from: '95.0', below: '99.0', credit: '10' },
      { from: '0', below: '95.0', credit: '25' },
    ];
    const credit = tiers[tierOf('99.62', tiers) ?? -1]?.credit ?? '';
    const terms = { basis: multiply(exact('48500.00'), months), currency: 'EUR', cap: '25' };
    assert.equal(creditDue([credit], terms).amount, '2425.00');
    assert.equal(addLength(october.to, length(30, 'day')), '2026-11-30');
  });
});

/** The same figures, each time with another one in one place: farther off than whole seconds make it. */
function withOneOther(its: unknown): readonly unknown[] {
  if (typeof its === 'number') return [its + 1];
  if (typeof its === 'string') {
    const last = its.at(-1) ?? '';
    return [its.slice(0, -1) + (/\d/.test(last) ? String((Number(last) + 5) % 10) : `${last}x`)];
  }
  if (Array.isArray(its))
    return its.flatMap((one, i) => withOneOther(one).map((other) => its.with(i, other) as unknown));
  return Object.entries(its as Readonly<Record<string, unknown>>).flatMap(([key, one]) =>
    withOneOther(one).map((other) => ({ ...(its as object), [key]: other })),
  );
}
