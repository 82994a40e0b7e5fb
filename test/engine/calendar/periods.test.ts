import { strict as assert } from 'node:assert';
import {
  contractEnd,
  feePeriodsIn,
  feePeriodsOfTerm,
  isConsecutive,
  nextPeriod,
  periodHolds,
  periodOf,
  periodsEnding,
  periodText,
} from '../../../extension/engine/calendar/periods.ts';
import { exact, ratio } from '../../../extension/engine/measure/decimal.ts';
import { length, working } from './lengths.ts';

describe('periods', () => {
  it('hold a date, follow one another and say what they are called', () => {
    const quarter = periodOf('2026-11-15', 'quarter');
    assert.deepEqual(quarter, { form: 'quarter', from: '2026-10-01', to: '2026-12-31' });
    assert.equal(periodText(quarter), '2026-Q4');
    assert.deepEqual(nextPeriod(quarter), { form: 'quarter', from: '2027-01-01', to: '2027-03-31' });
    assert.equal(isConsecutive(quarter, nextPeriod(quarter)), true);
    assert.equal(isConsecutive(quarter, periodOf('2027-04-01', 'month')), false);
    assert.equal(periodHolds(quarter, '2026-10-01'), true);
    assert.equal(periodHolds(quarter, '2026-12-31'), true);
    assert.equal(periodHolds(quarter, '2027-01-01'), false);
    assert.equal(periodText(periodOf('2027-01-01', 'week')), '2026-W53');
    assert.equal(periodText(periodOf('2026-02-01', 'month')), '2026-02');
    assert.equal(periodText(periodOf('2026-02-01', 'year')), '2026');
    const days = { form: 'days', from: '2026-07-01', to: '2026-07-10' } as const;
    assert.equal(periodText(days), '2026-07-01 to 2026-07-10');
    assert.deepEqual(nextPeriod(days), { form: 'days', from: '2026-07-11', to: '2026-07-20' });
  });

  it('end in a span, every n of them counted from the anchor', () => {
    const ends = (every: Parameters<typeof periodsEnding>[0], anchor = '2026-01-15') =>
      periodsEnding(every, '2026-01-01', '2026-06-30', anchor).map((each) => each.to);
    assert.deepEqual(ends({ n: 1, unit: 'quarter' }), ['2026-03-31', '2026-06-30']);
    assert.deepEqual(ends({ n: 2, unit: 'month' }), ['2026-02-28', '2026-04-30', '2026-06-30']);
    assert.deepEqual(ends({ n: 2, unit: 'month' }, '2026-02-15'), ['2026-01-31', '2026-03-31', '2026-05-31']);
    assert.deepEqual(ends({ n: 2, unit: 'week' }).slice(0, 2), ['2026-01-11', '2026-01-25']);
    assert.deepEqual(ends({ n: 2, unit: 'week' }, '2026-01-05').slice(0, 2), ['2026-01-04', '2026-01-18']);
    assert.deepEqual(ends({ n: 60, unit: 'day' }), ['2026-01-14', '2026-03-15', '2026-05-14']);
    assert.deepEqual(ends({ n: 1, unit: 'day' }).length, 181);
    assert.deepEqual(
      periodsEnding({ n: 1, unit: 'month' }, '2026-01-31', '2026-02-28', '2026-01-01').map(periodText),
      ['2026-01', '2026-02'],
    );
    assert.deepEqual(
      periodsEnding({ n: 2, unit: 'week', parity: 'even' }, '2026-01-01', '2026-01-31', '2026-01-01').map(
        periodText,
      ),
      ['2026-W02', '2026-W04'],
    );
  });

  it('make a term whose last day is included', () => {
    assert.equal(contractEnd('2024-07-01', length('36 month')), '2027-06-30');
  });

  it('count the fees of a term exactly', () => {
    const from = '2027-07-01';
    assert.deepEqual(feePeriodsOfTerm(length('12 month'), 'month', from), exact(12));
    assert.deepEqual(feePeriodsOfTerm(length('1 year'), 'quarter', from), exact(4));
    assert.deepEqual(feePeriodsOfTerm(length('1 month'), 'year', from), ratio(1n, 12n));
    assert.deepEqual(feePeriodsOfTerm(length('2 week'), 'day', from), exact(14));
    assert.deepEqual(feePeriodsOfTerm(length('12 month'), 'week', from), ratio(366n, 7n));
    assert.deepEqual(feePeriodsOfTerm(length('45 day'), 'month', from), ratio(1n * 31n + 14n, 31n));
    assert.deepEqual(feePeriodsOfTerm(length('31 day'), 'month', from), exact(1));
    assert.deepEqual(feePeriodsOfTerm(length('10 day'), 'month', from), ratio(10n, 31n));
    assert.equal(feePeriodsOfTerm(length('12 month'), 'hour', from), undefined);
    assert.equal(feePeriodsOfTerm(working('10 day'), 'month', from), undefined);
  });

  it('settled 4: whole months and quarters are parts of a fee alike, and days count only in a part period', () => {
    const days = (from: string, to: string, per: 'month' | 'quarter' | 'year') =>
      feePeriodsIn({ from, to }, per);
    assert.deepEqual(feePeriodsIn(periodOf('2026-10-01', 'month'), 'year'), ratio(1n, 12n));
    assert.deepEqual(feePeriodsIn(periodOf('2026-02-01', 'month'), 'year'), ratio(1n, 12n));
    assert.deepEqual(feePeriodsIn(periodOf('2026-02-01', 'month'), 'quarter'), ratio(1n, 3n));
    assert.deepEqual(feePeriodsIn(periodOf('2026-10-01', 'quarter'), 'year'), ratio(1n, 4n));
    assert.deepEqual(feePeriodsIn(periodOf('2026-10-01', 'quarter'), 'month'), exact(3));
    assert.deepEqual(days('2024-01-01', '2027-12-31', 'year'), exact(4));
    assert.deepEqual(days('2026-01-01', '2026-02-14', 'year'), ratio(365n + 12n * 14n, 12n * 365n));
    assert.deepEqual(days('2026-12-31', '2027-02-01', 'year'), ratio(24n + 365n, 12n * 365n));
    assert.deepEqual(days('2026-01-20', '2026-02-10', 'month'), ratio(12n * 28n + 10n * 31n, 31n * 28n));
    assert.deepEqual(days('2026-03-20', '2026-04-10', 'quarter'), ratio(12n * 91n + 10n * 90n, 90n * 91n));
    assert.deepEqual(days('2026-02-01', '2026-02-27', 'year'), ratio(27n, 365n));
    assert.deepEqual(days('9999-12-15', '9999-12-31', 'month'), ratio(17n, 31n));
    // A term in days holds what its days hold.
    assert.deepEqual(feePeriodsOfTerm(length('45 day'), 'month', '2027-07-15'), ratio(17n + 28n, 31n));
    assert.deepEqual(feePeriodsOfTerm(length('1.5 day'), 'month', '2027-07-30'), ratio(3n, 62n));
  });

  it('count the fees of a period exactly', () => {
    assert.deepEqual(feePeriodsIn(periodOf('2026-10-01', 'month'), 'month'), exact(1));
    assert.deepEqual(feePeriodsIn(periodOf('2026-10-01', 'quarter'), 'month'), exact(3));
    assert.deepEqual(
      feePeriodsIn({ from: '2026-10-26', to: '2026-11-01' }, 'month'),
      ratio(6n * 30n + 31n, 31n * 30n),
    );
    assert.deepEqual(feePeriodsIn(periodOf('2026-10-01', 'week'), 'week'), exact(1));
    assert.deepEqual(feePeriodsIn({ from: '2026-10-01', to: '2026-10-02' }, 'day'), exact(2));
    assert.equal(feePeriodsIn({ from: '2026-10-01', to: '2026-10-02' }, 'minute'), undefined);
  });
});
