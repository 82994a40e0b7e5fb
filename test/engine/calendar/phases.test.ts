import { strict as assert } from 'node:assert';
import type { PhaseRow } from '../../../extension/engine/calendar/phases.ts';
import { planPhases } from '../../../extension/engine/calendar/phases.ts';
import { length } from './lengths.ts';

const around = { latestPreparationStart: '2026-10-30', end: '2027-06-30', handoverDeadline: '2027-06-30' };

function phase(takes: string, after: readonly number[] = [], starts?: string): PhaseRow {
  return { takes: length(takes), after, starts };
}

describe('exit phases', () => {
  it('follow one another without a gap', () => {
    const plan = planPhases(
      [
        phase('2 month', [], '2026-10-30'),
        phase('2 month', [0]),
        phase('3 month', [1]),
        phase('1 month', [2]),
        phase('60 day', [], '2027-06-30'),
      ],
      around,
    );
    assert.deepEqual(plan.dates, [
      { start: '2026-10-30', last: '2026-12-29' },
      { start: '2026-12-30', last: '2027-02-27' },
      { start: '2027-02-28', last: '2027-05-27' },
      { start: '2027-05-28', last: '2027-06-27' },
      { start: '2027-06-30', last: '2027-08-28' },
    ]);
    assert.deepEqual([plan.circles, plan.tooEarly, plan.tooLate], [[], [], []]);
  });

  it('start with the latest preparation, or after the last phase before them', () => {
    const plan = planPhases([phase('1 week', [1, 2]), phase('1 day'), phase('2 day')], around);
    assert.deepEqual(plan.dates[0], { start: '2026-11-01', last: '2026-11-07' });
    assert.deepEqual(plan.dates[1], { start: '2026-10-30', last: '2026-10-30' });
    const reversed = planPhases([phase('1 week', [2, 1]), phase('1 day'), phase('2 day')], around);
    assert.equal(reversed.dates[0]?.start, '2026-11-01');
    assert.equal(planPhases([phase('1 day')], {}).dates[0], undefined);
    assert.deepEqual(planPhases([phase('0 day')], around).dates[0], {
      start: '2026-10-30',
      last: '2026-10-30',
    });
  });

  it('may not start before the end of what they come after', () => {
    const plan = planPhases(
      [phase('2 month'), phase('1 month', [0], '2026-12-29'), phase('1 month', [0], '2026-12-30')],
      around,
    );
    assert.deepEqual(plan.tooEarly, [{ phase: 1, after: 0 }]);
  });

  it('that start before the end of the contract may not outlast the handover deadline', () => {
    const plan = planPhases(
      [
        phase('1 month', [], '2027-05-31'),
        phase('1 month', [], '2027-06-01'),
        phase('1 day', [], '2027-06-30'),
      ],
      around,
    );
    assert.deepEqual(plan.dates[0]?.last, '2027-06-29');
    assert.deepEqual(plan.tooLate, []);
    assert.deepEqual(planPhases([phase('1 month', [], '2027-06-02')], around).tooLate, [0]);
  });

  it('are found in circles, each once, and get no dates there', () => {
    const plan = planPhases(
      [phase('1 day', [2]), phase('1 day', [0]), phase('1 day', [1]), phase('1 day', [2]), phase('1 day')],
      around,
    );
    assert.deepEqual(plan.circles, [[0, 2, 1]]);
    assert.deepEqual(plan.dates.slice(0, 4), [undefined, undefined, undefined, undefined]);
    assert.ok(plan.dates[4]);
    assert.deepEqual(planPhases([phase('1 day', [0])], around).circles, [[0]]);
    const started = planPhases([phase('1 day', [1], '2027-01-01'), phase('1 day', [0])], around);
    assert.deepEqual(started.dates[1], { start: '2027-01-02', last: '2027-01-02' });
  });

  it('do not fall over ten thousand rows', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      phase('0 day', index === 9_999 ? [] : [index + 1]),
    );
    assert.deepEqual(planPhases(rows, around).dates[0]?.start, '2026-10-30');
    assert.equal(planPhases([...rows.slice(0, -1), phase('0 day', [0])], around).circles[0]?.length, 10_000);
  });
});
