import assert from 'node:assert/strict';
import type { Standing } from '../../../extension/engine/report/standing.ts';
import { engineOver } from '../../support/run-fixture.ts';

const lead = (keys: string): string => `---
kind: engagement
title: Shop
status: active
owner: anna
start: 2026-01-01
${keys}
---

## People

| Person | Party | Role |
| --- | --- | --- |
| anna | client | manager |
`;

async function standing(
  keys: string,
  more: Readonly<Record<string, string>> = {},
  asOf = '2026-11-23',
): Promise<Standing> {
  const engine = await engineOver(new Map([['engagement.md', lead(keys)], ...Object.entries(more)]), 'base');
  return (await engine.standing('', asOf))!;
}

const exitPlan = {
  'exit-plan.md':
    '---\nkind: exit-plan\nstatus: active\ntitle: Leaving\nprepare: 2 months\nhandover: 6 months\n---\n',
};
const dates = ({ next, passed }: Standing): readonly string[] =>
  [...passed, ...(next ? [next] : [])].map(({ name, date, daysLeft }) => `${name} ${date} ${daysLeft}`);

describe('the standing of an engagement', () => {
  it('finds the next date that cannot be undone, and those that have passed', async () => {
    const keys =
      'phase: delivery\nend: 2027-06-30\nnotice: 3 months\nrenewal: automatic, 12 months\nfee: 48500 EUR per month';
    const one = await standing(keys, exitPlan);
    assert.deepEqual(dates(one), ['exit-latest-start 2026-10-30 -24', 'exit-latest-handover 2026-12-30 37']);
    assert.equal(one.silence?.amount, '582000.00 EUR');
    const later = await standing(keys, exitPlan, '2027-03-30');
    assert.deepEqual(dates(later), [
      'exit-latest-start 2026-10-30 -151',
      'exit-latest-handover 2026-12-30 -90',
      'last-opt-out-date 2027-03-30 0',
    ]);
  });

  it('tells first what has passed: the end, else the latest by days; else what is next', async () => {
    const keys = 'phase: delivery\nend: 2027-06-30\nnotice: 3 months\nrenewal: automatic, 12 months';
    const firstAt = async (asOf: string): Promise<string | undefined> => {
      const { first } = await standing(keys, exitPlan, asOf);
      return first && `${first.name} ${first.daysLeft} ${first.path}:${first.range.start.line + 1}`;
    };
    assert.equal(await firstAt('2026-10-30'), 'exit-latest-start 0 exit-plan.md:5');
    assert.equal(await firstAt('2026-10-31'), 'exit-latest-start -1 exit-plan.md:5');
    assert.equal(await firstAt('2027-03-30'), 'exit-latest-start -151 exit-plan.md:5');
    assert.equal(await firstAt('2027-07-01'), 'end -1 engagement.md:8');
  });

  it('counts notice only where nothing is agreed on renewal, and only that of the client', async () => {
    assert.deepEqual(dates(await standing('phase: delivery\nend: 2027-06-30\nnotice: 3 months')), [
      'last-notice-date 2027-03-30 127',
    ]);
    assert.deepEqual(dates(await standing('phase: delivery\nend: 2027-06-30\nnotice_supplier: 3 months')), [
      'end 2027-06-30 219',
    ]);
    assert.deepEqual(
      dates(await standing('phase: delivery\nend: 2027-06-30\nnotice: 3 months\nrenewal: none')),
      ['end 2027-06-30 219'],
    );
  });

  it('does not ask to prepare while the exit runs, and for nothing once it is closed', async () => {
    assert.deepEqual(dates(await standing('phase: exit\nend: 2027-06-30', exitPlan)), [
      'exit-latest-handover 2026-12-30 37',
    ]);
    assert.deepEqual(dates(await standing('phase: closed\nend: 2027-06-30', exitPlan)), []);
  });

  it('does not ask to begin a handover that has begun', async () => {
    const keys = 'phase: exit\nend: 2027-06-30';
    const asked = async (more: Readonly<Record<string, string>>, phase = keys): Promise<boolean> => {
      const found = await standing(phase, { ...exitPlan, ...more }, '2027-02-01');
      return dates(found).includes('exit-latest-handover 2026-12-30 -33');
    };
    const items = (done: string, head = exitPlan['exit-plan.md']): string =>
      `${head}\n## Handover items\n\n| Item | Kind | Belongs to | How | Done |\n| --- | --- | --- | --- | --- |\n| Code | code | client | git | ${done} |\n`;
    assert.ok(await asked({ 'exit-plan.md': items('') }));
    assert.ok(await asked({ 'exit-plan.md': items('no') }));
    assert.ok(await asked({ 'exit-plan.md': items('last week') }));
    assert.ok(!(await asked({ 'exit-plan.md': items('2026-12-01') })));
    assert.ok(!(await asked({ 'exit-plan.md': items('yes') })));
    assert.ok(await asked({ 'exit-plan.md': items('yes') }, keys.replace('exit', 'delivery')));
    const plan = (direction: string, stage: string): Readonly<Record<string, string>> => ({
      'kt-plan.md': `---\nkind: kt-plan\nstatus: active\ntitle: T\ndirection: ${direction}\n---\n\n## Topics\n\n| Topic | To | Stage |\n| --- | --- | --- |\n| Keys | anna | ${stage} |\n`,
    });
    assert.ok(await asked(plan('to client', 'documented')));
    assert.ok(!(await asked(plan('to client', 'walkthrough'))));
    assert.ok(!(await asked(plan('to third party', 'accepted'))));
    assert.ok(await asked(plan('to supplier', 'accepted')));
    const taken = '---\nkind: kt-plan\nstatus: active\ntitle: T\ndirection: to supplier\n---\n';
    assert.ok(await asked({ 'kt-plan.md': items('2024-12-01', taken) }));
  });

  it('names the kinds that the phase asks for and that are not there', async () => {
    const missing = async (phase: string, more: Readonly<Record<string, string>> = {}): Promise<string> =>
      (await standing(`phase: ${phase}`, more)).missing.join(' ');
    assert.equal(await missing('selection'), 'partner-evaluation risk-register');
    assert.equal(
      await missing('transition'),
      'ownership-map communication-plan goals sla kt-plan exit-plan risk-register',
    );
    assert.equal(
      await missing('delivery'),
      'ownership-map communication-plan goals sla exit-plan risk-register skills process',
    );
    assert.equal(await missing('exit'), 'exit-plan kt-plan');
    assert.equal(await missing('closed'), '');
    assert.equal(await missing('exit', exitPlan), 'exit-plan kt-plan');
    const phases =
      '\n## Phases\n\n| Phase | Takes | Owner |\n| --- | --- | --- |\n| Prepare | 1 month | anna |\n';
    assert.equal(await missing('exit', { 'exit-plan.md': exitPlan['exit-plan.md'] + phases }), 'kt-plan');
    const transfer = (direction: string): Readonly<Record<string, string>> => ({
      'kt-plan.md': `---\nkind: kt-plan\nstatus: active\ntitle: T\ndirection: ${direction}\n---\n`,
    });
    assert.equal(await missing('exit', transfer('to supplier')), 'exit-plan kt-plan');
    assert.equal(await missing('exit', transfer('to client')), 'exit-plan');
    assert.equal(
      await missing('transition', transfer('to supplier')),
      'ownership-map communication-plan goals sla exit-plan risk-register',
    );
  });

  it('takes a lead section of an active document for its kind, and no draft', async () => {
    const risks =
      '---\nkind: goals\nstatus: active\ntitle: G\n---\n\n## Risks\n\n| Risk | Category |\n| --- | --- |\n| Fire | ICT |\n';
    assert.equal(
      (await standing('phase: selection', { 'goals.md': risks })).missing.join(' '),
      'partner-evaluation',
    );
    const draft = { 'goals.md': risks.replace('active', 'draft') };
    assert.equal(
      (await standing('phase: selection', draft)).missing.join(' '),
      'partner-evaluation risk-register',
    );
  });
});
