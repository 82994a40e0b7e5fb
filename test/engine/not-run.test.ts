import assert from 'node:assert/strict';
import type { NotRun } from '../../extension/engine/index.ts';
import { inEnglish } from '../../extension/engine/model/said.ts';
import {
  checkRules,
  dueRules,
  factDefinitions,
  type Engine,
  type Registry,
} from '../../extension/engine/index.ts';
import { historyPath } from '../support/history-lines.ts';
import { engineOver as engineOverFiles } from '../support/run-fixture.ts';

function engagement(more = 'phase: delivery'): string {
  return `---
kind: engagement
title: Engagement
status: active
client: Client
supplier: Supplier
start: 2026-01-01
end: 2027-12-31
notice: 3 months
fee: 1000 EUR per month
zone: Europe/Stockholm
office_hours: 08:00-17:00
owner: anna
counterpart: bo
${more}
---

## People

| Person | Party | Role |
| --- | --- | --- |
| anna | client | manager |
| bo | supplier | lead |
`;
}

const credits = `
## Service credits

| From | Below | Credit |
| --- | --- | --- |
| 0 % | 99.9 % | 10 % |
`;

function sla({ validFrom = '2026-11-01', more = credits } = {}): string {
  return `---
kind: sla
title: Service levels
status: active
owner: anna
counterpart: bo
valid_from: ${validFrom}
measured_over: calendar month
claim_within: 30 days
---

## Services

| Service |
| --- |
| API |

## Service levels

| Service | Measure | Target | Measured by |
| --- | --- | --- | --- |
| API | availability | 99.9 % | probe |
| API | quality | 98 % | probe |
${more}`;
}

function record(month: string, rows: readonly string[]): string {
  return `---
kind: record
title: Review ${month}
status: final
type: service-review
meeting: Review
held: ${month}-28
period: ${month}
---

## Results

| Of | Measure | Result | Claimed |
| --- | --- | --- | --- |
${rows.map((row) => `${row}\n`).join('')}`;
}

const down = '| API | availability | 99.1 % |  |';
const poor = '| API | quality | 97 % |  |';

const exitPlan = `---
kind: exit-plan
title: Leaving
status: active
owner: anna
prepare: 1 month
handover: 1 month
---

## Triggers

| Trigger | Kind | Sign |
| --- | --- | --- |
| T1 | quality | API availability below target 2 months running |
`;

const older = (count: string, terms: string): string =>
  `nothing is concluded from ${count} older than the valid_from of ${terms}: what held then stands in Git history, which this version does not read`;

describe('results older than their terms', () => {
  const files = {
    'engagement.md': engagement(),
    'sla.md': sla(),
    'exit-plan.md': exitPlan,
    'r09.md': record('2026-09', [down, poor]),
    'r10.md': record('2026-10', [down]),
  };

  function told({ codes, said, reason }: NotRun): Pick<NotRun, 'codes' | 'reason'> {
    assert.equal(inEnglish(said), reason);
    return { codes, reason };
  }

  it('are said once for an engagement, under every rule that is silent about one', async () => {
    const engine = await engineOver(files);
    assert.deepEqual(engine.check().notRun.map(told), [
      { codes: ['EXT023', 'REC007'], reason: older('3 results', 'sla.md (2026-11-01)') },
    ]);
    assert.deepEqual(engine.notRun('due').map(told), [
      { codes: ['SLA026'], reason: older('2 results', 'sla.md (2026-11-01)') },
    ]);
    assert.deepEqual(engine.notRun('facts').map(told), [
      {
        codes: ['claim-by', 'credit-due', 'credits-open', 'error-budget', 'result-verdict'],
        reason: older('3 results', 'sla.md (2026-11-01)'),
      },
    ]);
  });

  it('are said of facts that are not given, and of no other', async () => {
    const engine = await engineOver({ ...files, 'r11.md': record('2026-11', [poor]) });
    const verdicts = (await engine.facts({ asOf: '2026-12-01' })).filter(
      ({ name }) => name === 'result-verdict',
    );
    assert.deepEqual(
      verdicts.map(({ path }) => path),
      ['r11.md'],
    );
    assert.equal(engine.notRun('facts')[0]?.reason, older('3 results', 'sla.md (2026-11-01)'));
  });

  it('are said of each engagement by itself, and only of what is asked for', async () => {
    const both = Object.entries(files).flatMap(([name, text]) => [
      [`a/${name}`, text] as const,
      [`b/${name}`, text.replace('2026-11-01', '2026-10-01')] as const,
    ]);
    const engine = await engineOver(Object.fromEntries(both));
    assert.deepEqual(
      engine.check().notRun.map(({ reason }) => reason),
      [older('3 results', 'a/sla.md (2026-11-01)'), older('2 results', 'b/sla.md (2026-10-01)')],
    );
    assert.equal(engine.check(['b']).notRun.length, 1);
    assert.equal(engine.notRun('due', ['a/sla.md']).length, 1);
    assert.equal(engine.notRun('facts', ['c']).length, 0);
  });

  it('name every document that came later', async () => {
    const goals = `---
kind: goals
title: Goals
status: active
owner: anna
valid_from: 2026-12-01
---

## KPIs

| KPI | Better | Target | Measured by | Owner |
| --- | --- | --- | --- | --- |
| Failed | lower | 0.8 % | analytics | anna |
`;
    const engine = await engineOver({
      ...files,
      'goals.md': goals,
      'r10.md': record('2026-10', ['| Failed |  | 0.9 % |  |']),
    });
    const [facts] = engine.notRun('facts');
    assert.equal(facts?.reason, older('3 results', 'goals.md (2026-12-01) and sla.md (2026-11-01)'));
  });

  for (const [title, changed, check, due, facts] of [
    ['when they are not older', { 'sla.md': sla({ validFrom: '2026-09-01' }) }, 0, 0, 0],
    ['when nobody knows whether they are', { 'sla.md': sla({ validFrom: 'soon' }) }, 0, 0, 0],
    ['when the engagement is closed', { 'engagement.md': engagement('phase: closed') }, 0, 0, 0],
    ['of claims when no credits are agreed', { 'sla.md': sla({ more: '' }) }, 1, 0, 1],
    [
      'of claims when each is made',
      { 'r09.md': record('2026-09', [down.replace('  |', ' yes |')]), 'r10.md': record('2026-10', [poor]) },
      1,
      0,
      1,
    ],
    ['of signs when none waits for them', { 'exit-plan.md': exitPlan.replace('availability', '') }, 1, 1, 1],
    [
      'of rules that are off',
      { 'outrigger.yml': 'rules:\n  EXT023: off\n  REC007: off\n  credit-claimed: off\n' },
      0,
      0,
      1,
    ],
  ] as const) {
    it(`are not said ${title}`, async () => {
      const engine = await engineOver({ ...files, ...changed });
      const counts = [engine.check().notRun, engine.notRun('due'), engine.notRun('facts')];
      assert.deepEqual(
        counts.map(({ length }) => length),
        [check, due, facts],
      );
    });
  }

  it('are said of the others where a rule breaks over them', async () => {
    const broken = {
      ...dueRules[0]!,
      code: 'XXX001',
      unjudged: () => {
        throw new Error('broken');
      },
    };
    const registry = { checkRules, dueRules: [broken, ...dueRules], facts: factDefinitions };
    const engine = await engineOver(files, 'full', registry);
    assert.deepEqual(
      engine.notRun('due').map(({ codes }) => codes.join()),
      ['XXX001', 'SLA026'],
    );
    assert.match(engine.notRun('due')[0]!.reason, /^Rule "XXX001" failed .*: broken\. Please report it\.$/);
  });

  it('are not said of a rule that no profile holds', async () => {
    const engine = await engineOver(files, 'base');
    assert.deepEqual(engine.check().notRun, []);
  });
});

function engineOver(
  files: Readonly<Record<string, string>>,
  profile = 'full',
  registry?: Registry,
): Promise<Engine> {
  // A history is there, so that nothing is said of that.
  const commits = '2026-01-05 anna@client.example +readme.txt';
  return engineOverFiles(new Map(Object.entries({ [historyPath]: commits, ...files })), profile, registry);
}
