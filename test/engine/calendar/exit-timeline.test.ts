import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import type { ContractTerms, ExitPlanTerms } from '../../../extension/engine/calendar/exit-timeline.ts';
import {
  exitTimeline,
  handoverCover,
  optionCover,
  shortestNotice,
} from '../../../extension/engine/calendar/exit-timeline.ts';
import { feePeriodsOfTerm } from '../../../extension/engine/calendar/periods.ts';
import { addDays, daysBetween } from '../../../extension/engine/calendar/plain-date.ts';
import { exact, multiply, round } from '../../../extension/engine/measure/decimal.ts';
import type { Duration, DurationValue, IsoDate } from '../../../extension/engine/model/value.ts';
import { length, officeHours, working } from './lengths.ts';

const payments: ContractTerms = {
  start: '2024-07-01',
  end: '2027-06-30',
  notice: length('6 month'),
  renewal: { kind: 'automatic', term: length('12 month') },
  optOut: length('90 day'),
  exitHelp: length('6 month'),
};
const plan: ExitPlanTerms = {
  prepare: length('2 month'),
  handover: length('6 month'),
  handoverEnds: 'with the contract',
};

describe('the way out of a contract', () => {
  it('agrees with the example that the facts are worked from', () => {
    const timeline = exitTimeline(payments, plan);
    assert.equal(timeline.lastOptOut, '2027-04-01');
    assert.equal(timeline.latestHandoverStart, '2026-12-30');
    assert.equal(timeline.latestPreparationStart, '2026-10-30');
    assert.equal(timeline.trueLastDay, '2026-10-30');
    assert.equal(timeline.binding, 'plan');
    assert.equal(timeline.contractDay, '2027-04-01');
    assert.equal(timeline.daysBeforeContractDay, 153);
    assert.equal(daysBetween('2026-11-23', timeline.trueLastDay ?? ''), -24);
    assert.equal(timeline.renewedEnd, '2028-06-30');
    const months = feePeriodsOfTerm(length('12 month'), 'month', '2027-07-01') ?? exact(0);
    assert.equal(round(multiply(months, exact('48500.00')), 2), '582000.00');
  });

  it('shows its working from the end to the first day that counts', () => {
    assert.deepEqual(exitTimeline(payments, plan).chain, [
      { name: 'end', date: '2027-06-30' },
      {
        name: 'exit-latest-handover',
        date: '2026-12-30',
        from: 'end',
        sign: '-',
        by: length('6 month'),
      },
      {
        name: 'exit-latest-start',
        date: '2026-10-30',
        from: 'exit-latest-handover',
        sign: '-',
        by: length('2 month'),
      },
      { name: 'last-opt-out-date', date: '2027-04-01', from: 'end', sign: '-', by: length('90 day') },
    ]);
  });

  it('lets a handover after the contract begin at its end at the latest', () => {
    const after = { ...plan, handoverEnds: 'after the contract' } as const;
    const timeline = exitTimeline({ ...payments, exitHelp: length('9 month') }, after);
    assert.equal(timeline.handoverDeadline, '2028-03-30');
    assert.equal(timeline.latestHandoverStart, '2027-06-30');
    assert.equal(timeline.latestPreparationStart, '2027-04-30');
    assert.equal(timeline.trueLastDay, '2027-04-01');
    assert.equal(timeline.binding, 'contract');
    assert.deepEqual(
      timeline.chain.map((link) => [link.name, link.from]),
      [
        ['end', undefined],
        ['handover-deadline', 'end'],
        ['exit-latest-handover', 'end'],
        ['exit-latest-start', 'exit-latest-handover'],
        ['last-opt-out-date', 'end'],
      ],
    );
    const { exitHelp: _, ...withoutHelp } = payments;
    assert.equal(exitTimeline(withoutHelp, after).handoverDeadline, '2027-06-30');
  });

  it('takes the day of the contract from renewal, opt-out and notice', () => {
    const { renewal: _, ...silent } = payments;
    assert.equal(exitTimeline(silent).contractDay, '2026-12-30');
    assert.equal(exitTimeline(silent).chain.at(-1)?.name, 'last-notice-date');
    const { optOut: __, ...noOptOut } = payments;
    assert.equal(exitTimeline(noOptOut).contractDay, '2026-12-30');
    const { notice: ___, ...bare } = noOptOut;
    assert.equal(exitTimeline(bare).contractDay, '2027-06-30');
    assert.equal(exitTimeline(bare).chain.at(-1)?.name, 'contract-day');
    for (const kind of ['none', 'option'] as const) {
      const free = exitTimeline({ ...payments, renewal: { kind } }, plan);
      assert.equal(free.contractDay, undefined);
      assert.equal(free.lastOptOut, undefined);
      assert.equal(free.daysBeforeContractDay, undefined);
      assert.equal(free.binding, 'plan');
    }
    assert.equal(exitTimeline({ ...payments, renewal: { kind: 'none' } }).trueLastDay, undefined);
    assert.equal(exitTimeline({ ...payments, renewal: { kind: 'automatic' } }).renewedEnd, undefined);
  });

  it('calls the plan binding where both fall on one day', () => {
    const timeline = exitTimeline({ ...payments, optOut: length('8 month') }, plan);
    assert.equal(timeline.contractDay, timeline.latestPreparationStart);
    assert.equal(timeline.binding, 'plan');
    assert.equal(timeline.daysBeforeContractDay, 0);
  });

  it('has no dates without an end, and none of a plan that says nothing', () => {
    const { end: _, ...open } = payments;
    assert.equal(exitTimeline(open, plan).trueLastDay, undefined);
    assert.deepEqual(exitTimeline(open, plan).chain, []);
    const timeline = exitTimeline(payments);
    assert.equal(timeline.latestHandoverStart, undefined);
    assert.equal(timeline.handoverDeadline, '2027-06-30');
    assert.equal(timeline.trueLastDay, '2027-04-01');
  });

  it('counts what notice and help do not cover', () => {
    const nine = optionCover(payments, length('9 month'));
    assert.deepEqual(nine, {
      noticeDay: '2026-12-30',
      needUntil: '2027-09-30',
      coverUntil: '2027-12-30',
      uncoveredDays: 0,
    });
    assert.equal(optionCover(payments, length('15 month'))?.uncoveredDays, 91);
    const { end: _, ...open } = payments;
    assert.equal(optionCover(open, length('13 month'))?.noticeDay, '2024-07-01');
    assert.equal(optionCover(open, length('13 month'))?.uncoveredDays, 31);
    assert.equal(optionCover({ end: '2027-06-30' }, length('1 day')), undefined);
  });

  it("takes the shorter notice, the client's where they are equal", () => {
    const { notice: _, ...terms } = payments;
    const both = { ...terms, noticeClient: length('90 day'), noticeSupplier: length('3 month') };
    assert.deepEqual(shortestNotice(both), length('90 day'));
    assert.deepEqual(shortestNotice({ ...both, noticeSupplier: length('2 month') }), length('2 month'));
    assert.deepEqual(shortestNotice({ ...both, noticeSupplier: working('50 day') }), working('50 day'));
    assert.deepEqual(shortestNotice({ ...both, noticeSupplier: 'none' }), 'none');
    // From 1 February two months are 59 days, from 1 July 62.
    const sixty = { noticeClient: length('60 day'), noticeSupplier: length('2 month'), end: '2027-07-01' };
    assert.deepEqual(shortestNotice({ ...sixty, start: '2026-02-01' }), length('2 month'));
    assert.deepEqual(shortestNotice(sixty), length('60 day'));
    assert.deepEqual(shortestNotice({ ...terms, noticeSupplier: length('9 month') }), length('9 month'));
    assert.deepEqual(
      shortestNotice({ ...terms, noticeClient: length('1 month'), notice: length('2 week') }),
      length('2 week'),
    );
  });

  it('fits a handover into the notice, and the help where it may end later', () => {
    assert.equal(handoverCover(payments, plan)?.uncoveredDays, 0);
    const longer = { ...plan, handover: length('7 month') };
    assert.equal(handoverCover(payments, longer)?.uncoveredDays, 30);
    assert.equal(
      handoverCover(payments, { ...longer, handoverEnds: 'after the contract' })?.uncoveredDays,
      0,
    );
    assert.equal(handoverCover(payments, {}), undefined);
  });

  it('agrees with a walk over the days for 1,000 contracts', () => {
    fc.assert(
      fc.property(contracts, (contract) => {
        const timeline = exitTimeline(contract.terms, contract.plan);
        const walk = walked(contract.terms, contract.plan);
        assert.deepEqual(
          {
            lastNoticeClient: timeline.lastNoticeClient,
            contractDay: timeline.contractDay,
            handoverDeadline: timeline.handoverDeadline,
            latestHandoverStart: timeline.latestHandoverStart,
            latestPreparationStart: timeline.latestPreparationStart,
            trueLastDay: timeline.trueLastDay,
            renewedEnd: timeline.renewedEnd,
          },
          walk.dates,
        );
        assert.equal(
          optionCover(contract.terms, contract.takes)?.uncoveredDays,
          walk.uncovered(contract.takes),
        );
      }),
      { numRuns: 1000 },
    );
  }).timeout(20_000);
});

const lengths: fc.Arbitrary<DurationValue> = fc.oneof(
  fc.constant<DurationValue>('none'),
  fc.integer({ min: 0, max: 400 }).map((n) => length(`${n} day`)),
  fc.integer({ min: 0, max: 60 }).map((n) => length(`${n} week`)),
  fc.integer({ min: 0, max: 18 }).map((n) => length(`${n} month`)),
  fc.integer({ min: 0, max: 5 }).map((n) => length(`${n} quarter`)),
  fc.integer({ min: 0, max: 2 }).map((n) => length(`${n} year`)),
  fc.integer({ min: 0, max: 90 }).map((n) => working(`${n} day`)),
);

const contracts = fc
  .record({
    start: fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2020-01-01', days)),
    term: fc.integer({ min: 1, max: 2200 }),
    noticeClient: fc.option(lengths, { nil: undefined }),
    optOut: fc.option(lengths, { nil: undefined }),
    renewal: fc.constantFrom('none', 'option', 'automatic', undefined),
    renewalTerm: fc.integer({ min: 1, max: 24 }).map((n) => length(`${n} month`)),
    exitHelp: fc.option(lengths, { nil: undefined }),
    prepare: lengths,
    handover: lengths,
    handoverEnds: fc.constantFrom('with the contract', 'after the contract', undefined),
    takes: lengths,
  })
  .map(({ start, term, renewal, renewalTerm, prepare, handover, handoverEnds, takes, ...rest }) => ({
    terms: {
      ...rest,
      start,
      end: addDays(start, term),
      renewal: renewal && { kind: renewal, ...(renewal === 'none' ? {} : { term: renewalTerm }) },
      work: officeHours,
    } as ContractTerms,
    plan: { prepare, handover, handoverEnds },
    takes,
  }));

/**
 * The same contract walked day by day over a calendar of our own, without the functions under test:
 * a day is too late for something when what it takes no longer fits before the day it must be done.
 */
function walked(terms: ContractTerms, exitPlan: ExitPlanTerms) {
  const end = numberOf(terms.end ?? '');
  const last = (deadline: number, takes: DurationValue): number => {
    let day = deadline + 1;
    do day--;
    while (!stillFits(day, deadline, takes));
    return day;
  };
  const lastBefore = (deadline: number, takes: DurationValue | undefined): number | undefined =>
    takes === undefined ? undefined : last(deadline, takes);
  const client = lastBefore(end, terms.noticeClient);
  const after = exitPlan.handoverEnds === 'after the contract';
  const deadline = after ? reached(end, terms.exitHelp ?? 'none') : end;
  let handover = last(deadline, exitPlan.handover ?? 'none');
  while (handover > end) handover--;
  const prepare = last(handover, exitPlan.prepare ?? 'none');
  const kind = terms.renewal?.kind;
  const contractDay =
    kind === undefined
      ? client
      : kind === 'automatic'
        ? (lastBefore(end, terms.optOut) ?? client ?? end)
        : undefined;
  const trueDay = contractDay !== undefined && contractDay < prepare ? contractDay : prepare;
  const term = terms.renewal && 'term' in terms.renewal ? terms.renewal.term : undefined;
  return {
    dates: {
      lastNoticeClient: dateOf(client),
      contractDay: dateOf(contractDay),
      handoverDeadline: dateOf(deadline),
      latestHandoverStart: dateOf(handover),
      latestPreparationStart: dateOf(prepare),
      trueLastDay: dateOf(trueDay),
      renewedEnd: term === undefined ? undefined : dateOf(reached(end, term)),
    },
    uncovered(takes: DurationValue): number | undefined {
      if (client === undefined) return undefined;
      const need = reached(client, takes);
      const covered = reached(reached(client, terms.noticeClient ?? 'none'), terms.exitHelp ?? 'none');
      let days = 0;
      for (let day = covered + 1; day <= need; day++) days++;
      return days;
    },
  };
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Every day from 2000 to 2040; its place is its number. 2000-01-01 was a Saturday. */
const allDays: readonly Day[] = (() => {
  const days: Day[] = [];
  for (let year = 2000; year <= 2040; year++) {
    for (let month = 1; month <= 12; month++) {
      for (let day = 1; day <= daysOf(year, month); day++) days.push({ year, month, day });
    }
  }
  return days;
})();
const numbers = new Map(allDays.map((day, index) => [text(day), index]));

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function text({ year, month, day }: Day): IsoDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function numberOf(date: IsoDate): number {
  return numbers.get(date) ?? Number.NaN;
}

function dateOf(index: number | undefined): IsoDate | undefined {
  const day = index === undefined ? undefined : allDays[index];
  return day && text(day);
}

function isWeekday(index: number): boolean {
  return index % 7 !== 0 && index % 7 !== 1;
}

function months({ n, unit }: Duration): number | undefined {
  const size = unit === 'month' ? 1 : unit === 'quarter' ? 3 : unit === 'year' ? 12 : undefined;
  return size && Number(n) * size;
}

/** Whether something that takes so long and begins on a day is done by the deadline. */
function stillFits(start: number, deadline: number, takes: DurationValue): boolean {
  if (takes === 'none') return true;
  const count = months(takes);
  if (count !== undefined) {
    const from = allDays[start];
    const to = allDays[deadline];
    assert.ok(from && to);
    const apart = (to.year - from.year) * 12 + to.month - from.month;
    return apart > count || (apart === count && from.day <= to.day);
  }
  if (!takes.working) return start + Number(takes.n) * (takes.unit === 'week' ? 7 : 1) <= deadline;
  let worked = 0;
  for (let day = start; day < deadline; day++) if (isWeekday(day)) worked++;
  return worked >= Number(takes.n);
}

/** The day on which so much time from a day on is over. */
function reached(start: number, takes: DurationValue): number {
  if (takes === 'none') return start;
  let day = start;
  const count = months(takes);
  if (count !== undefined) {
    const from = allDays[start];
    assert.ok(from);
    for (let left = count; left > 0; day++) if (allDays[day + 1]?.day === 1) left--;
    while ((allDays[day]?.day ?? 0) < from.day && allDays[day + 1]?.day !== 1) day++;
    return day;
  }
  for (let left = Number(takes.n) * (takes.unit === 'week' ? 7 : 1); left > 0;) {
    day++;
    if (!takes.working || isWeekday(day)) left--;
  }
  return day;
}
