import assert from 'node:assert/strict';
import { createHolidays } from '../../extension/engine/calendar/holidays.ts';
import { createEngine, type Engine } from '../../extension/engine/index.ts';
import { memoryWorkspace } from '../support/memory-workspace.ts';

function engagement(more = '', notice = '5 working days'): string {
  return `---
kind: engagement
title: Engagement
status: active
phase: delivery
client: Client
supplier: Supplier
start: 2026-12-22
end: 2027-12-31
notice: ${notice}
zone: Europe/Stockholm
office_hours: 08:00-17:00
owner: anna
counterpart: bo
${more}---

## People

| Person | Party | Role |
| --- | --- | --- |
| anna | client | manager |
| bo | supplier | lead |
`;
}

/** In 2026 Christmas Day is a Friday; the eve is a Thursday. */
const goals = `---
kind: goals
title: Goals
status: active
owner: anna
---

## Milestones

| Milestone | Due | Accepted when |
| --- | --- | --- |
| Ready | start + 3 working days | it runs |
`;

describe('holidays of the config', () => {
  for (const [title, config, more, day] of [
    ['hold where an engagement states none', 'holidays: SE\n', '', '2026-12-28'],
    ['hold in small letters', 'holidays: se, EVES\n', '', '2026-12-29'],
    ['hold where it states a placeholder only', 'holidays: SE\n', 'holidays: TBD\n', '2026-12-28'],
    ['may be dates', 'holidays: 2026-12-23, 2026-12-24\n', '', '2026-12-29'],
    ['give way to those it states', 'holidays: 2026-12-23\n', 'holidays: SE\n', '2026-12-28'],
    ['give way to dates it states', 'holidays: SE\n', 'holidays: 2026-12-23\n', '2026-12-28'],
    ['do not stand in for what does not read', 'holidays: SE\n', 'holidays: Narnia\n', '2026-12-25'],
  ] as const) {
    it(title, async () => {
      const { engine } = await engineOver(config, more);
      const [item] = (await engine.due({ asOf: '2027-01-31' })).filter(({ code }) => code === 'KPI008');
      assert.equal(item?.date, day);
    });
  }

  it('count in the terms of the contract', async () => {
    const notice = async (config: string): Promise<string | undefined> => {
      const { engine } = await engineOver(config, '');
      const facts = await engine.facts({ asOf: '2027-01-31' });
      return facts.find(({ name }) => name === 'last-notice-date')?.value;
    };
    assert.equal(await notice(''), '2027-12-24');
    assert.equal(await notice('holidays: SE, eves\n'), '2027-12-23');
  });

  it('hold from the change of the config on', async () => {
    const { engine } = await engineOver('', '');
    const day = async (): Promise<string | undefined> =>
      (await engine.due({ asOf: '2027-01-31' })).find(({ code }) => code === 'KPI008')?.date;
    assert.equal(await day(), '2026-12-25');
    engine.update('outrigger.yml', { kind: 'text', text: 'holidays: SE\n' });
    assert.equal(await day(), '2026-12-28');
  });

  for (const [title, config, more, loads] of [
    ['is not loaded without holidays', '', '', 0],
    ['is loaded for a region of the config', 'holidays: SE\n', '', 1],
    ['is loaded for a region of the engagement', '', 'holidays: SE\n', 1],
    ['is not loaded for dates', 'holidays: 2026-12-23\n', 'holidays: 2026-12-24\n', 0],
    ['is not loaded for a region that gives way to dates', 'holidays: SE\n', 'holidays: 2026-12-24\n', 0],
  ] as const) {
    it(`the calendar ${title}`, async () => {
      const { engine, loads: counted } = await engineOver(config, more);
      engine.check();
      // The notice is five working days: whether it fits into the contract depends on them.
      assert.equal(counted(), loads);
      await engine.due({ asOf: '2027-01-31' });
      await engine.facts({ asOf: '2027-01-31' });
      assert.equal(counted(), loads);
    });
  }

  it('are not loaded for a check that counts no working days', async () => {
    const { engine, loads } = await engineOver('holidays: SE\n', '', '6 months');
    engine.check();
    assert.equal(loads(), 0);
    await engine.due({ asOf: '2027-01-31' });
    assert.equal(loads(), 1);
  });

  it('settled 7: count in what a check adds to a date, also in one that comes later', async () => {
    const { engine } = await engineOver('', 'holidays: SE\n', '6 months');
    const plan = (day: string): string =>
      goals.replace('title: Goals', 'title: Plan').replace('start + 3 working days', day);
    const found = async (day: string): Promise<readonly string[]> => {
      engine.update('plan.md', { kind: 'text', text: plan(day) });
      await engine.settle();
      const { findings } = engine.check();
      return findings.flatMap(({ code, data }) =>
        code === 'KPI016' ? [`${data['here']}, ${data['there']}`] : [],
      );
    };
    assert.deepEqual(await found('2026-12-28'), []);
    assert.deepEqual(await found('2026-12-25'), ['2026-12-25, 2026-12-28']);
  });
});

async function engineOver(
  config: string,
  more: string,
  notice?: string,
): Promise<{ readonly engine: Engine; readonly loads: () => number }> {
  let loads = 0;
  const files = new Map([
    ['outrigger.yml', config],
    ['engagement.md', engagement(more, notice)],
    ['goals.md', goals],
  ]);
  const engine = createEngine({
    workspace: memoryWorkspace(files),
    loadHolidays: () => {
      loads++;
      return Promise.resolve(createHolidays());
    },
  });
  await engine.load();
  return { engine, loads: () => loads };
}
