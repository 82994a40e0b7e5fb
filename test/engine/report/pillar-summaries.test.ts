import assert from 'node:assert/strict';
import { createEngine } from '../../../extension/engine/index.ts';
import { inEnglish } from '../../../extension/engine/model/said.ts';
import { portfolioJson, type Standing } from '../../../extension/engine/reports.ts';
import { exampleFiles } from '../../support/example-files.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';

describe('what the documents of a pillar come to', () => {
  it('is said of each pillar of an example', async () => {
    assert.deepEqual(await told(exampleFiles('handover'), '2026-11-23'), [
      'alignment: 5 key figures: 3 on the way, 2 met',
      'alignment: next milestone "Pager in Bergen" on 2027-01-11, in 49 days',
      'communication: next meeting "Handover check-in" on 2026-11-24, 09:00 in Europe/Oslo, 13:30 in Asia/Kolkata',
      'accountability: 5 of 5 results met in 2026-10',
      'talent: ! 3 of 13 topics accepted, 1 not over before the handover ends',
      'integration: 4 of 4 runbooks rehearsed in twelve months',
      'risk and exit: 9 open risks',
    ]);
  });

  it('begins with what somebody should look at', async () => {
    assert.deepEqual(await told(files, '2026-11-30'), [
      'alignment: ! 3 key figures: 1 missed, 1 met, 1 without a result',
      'alignment: ! milestone "Pilot" was due on 2026-11-01, 29 days ago',
      // Monday is closed.
      'communication: next meeting "Check-in" on 2026-12-07, 09:00 in Europe/Stockholm, 10:00 in Europe/Vilnius',
      'accountability: ! 1 of 2 results met in 2026-10',
      'risk and exit: ! 2 open risks, 1 above the appetite',
    ]);
  });

  it('is nothing where nothing can be said', async () => {
    const bare = everything.slice(0, everything.indexOf('## KPIs'));
    assert.deepEqual(await told(new Map([['engagement.md', bare]]), '2026-11-30'), []);
  });

  it('leads to where it follows from', async () => {
    const standing = await standingIn(files, '2026-11-30');
    const places = standing.pillars.flatMap(({ summaries }) =>
      summaries.map(({ path, range }) => files.get(path)?.split('\n')[range.start.line]?.slice(0, 13)),
    );
    assert.deepEqual(places, ['## KPIs', '| Pilot | 202', '| Check-in | ', '## Results', '## Risks']);
  });
});

describe('what hangs on a supplier', () => {
  const base = (name: string, ...keys: readonly string[]): readonly [string, string] => [
    `${name}/engagement.md`,
    `---\nkind: engagement\ntitle: ${name}\nstatus: active\nowner: a\nclient: C\nstart: 2026-01-01\n${keys.join('\n')}\n---\n`,
  ];

  it('is counted and summed over engagements, in each currency by itself', async () => {
    const files = new Map([
      base(
        'a',
        'supplier: Baltcode UAB',
        'importance: critical',
        'fee: 1 000.10 EUR per month',
        'phase: delivery',
      ),
      base('b', 'supplier: BALTCODE  uab', 'fee: 100 EUR per week', 'phase: delivery', 'end: 2027-03-31'),
      base(
        'c',
        'supplier: Baltcode UAB',
        'importance: critical',
        'fee: 9 000 SEK per quarter',
        'phase: exit',
      ),
      base('d', 'supplier: Trio AB', 'fee: 80 EUR per hour', 'phase: delivery'),
      base('e', 'supplier: Baltcode UAB', 'fee: 7 EUR per month', 'phase: closed'),
    ]);
    const engine = createEngine({ workspace: memoryWorkspace(files) });
    await engine.load();
    const standings = await Promise.all(
      engine.engagements().map(({ folder }) => engine.standing(folder, '2026-11-30')),
    );
    const { suppliers } = JSON.parse(
      portfolioJson(
        standings.flatMap((one) => one ?? []),
        '2026-11-30',
      ),
    ) as {
      suppliers: readonly (Omit<object, 'next'> & { next?: { date: string } })[];
    };
    assert.deepEqual(
      suppliers.map(({ next, ...part }) => ({ ...part, day: next?.date })),
      [
        {
          supplier: 'Baltcode UAB',
          engagements: 3,
          critical: 2,
          // 12 months, and the 365 days of a year in weeks: 12 001.20 and 5 214.29.
          yearlyFees: ['17215.49 EUR', '36000.00 SEK'],
          day: '2027-03-31',
        },
        { supplier: 'Trio AB', engagements: 1, critical: 0, yearlyFees: [], day: undefined },
      ],
    );
  });
});

async function told(files: ReadonlyMap<string, string>, asOf: string): Promise<readonly string[]> {
  const { pillars } = await standingIn(files, asOf);
  return pillars.flatMap(({ key, summaries }) =>
    summaries.map(({ said, isWorry }) => `${key}: ${isWorry ? '! ' : ''}${inEnglish(said)}`),
  );
}

async function standingIn(files: ReadonlyMap<string, string>, asOf: string): Promise<Standing> {
  const engine = createEngine({ workspace: memoryWorkspace(files) });
  await engine.load();
  return (await engine.standing('', asOf))!;
}

const review = `---
kind: record
type: service-review
title: October
status: final
held: 2026-11-05
period: 2026-10
---

## Results

| Of | Measure | Result |
| --- | --- | --- |
| API | availability | 99.95 % |
| Web | availability | 99.5 % |
| Speed | | 7 days |
| Joy | | 4.5 |
`;

const everything = `---
kind: engagement
title: Shop
status: active
phase: delivery
owner: anna
counterpart: jonas
client: Nordbetal AB
supplier: Baltcode UAB
start: 2026-01-01
zone: Europe/Stockholm
appetite: 6
closed_periods: [2026-11-30 to 2026-12-04]
---

## People

| Person | Party | Role | Zone |
| --- | --- | --- | --- |
| anna | client | manager | Europe/Stockholm |
| jonas | supplier | lead | Europe/Vilnius |

## KPIs

| KPI | Better | Baseline | Target | By |
| --- | --- | --- | --- | --- |
| Speed | lower | 9 days | at most 5 days | 2026-06-30 |
| Joy | higher | 2 | at least 4 | 2027-06-30 |
| Cost | lower | 9 EUR | at most 5 EUR | 2027-06-30 |

## Milestones

| Milestone | Due | Accepted when | Done |
| --- | --- | --- | --- |
| Begun | 2026-02-01 | it has | 2026-02-01 |
| Pilot | 2026-11-01 | ten users | |
| Launch | 2027-01-01 | all users | |

## Meetings

| Meeting | Every | When | Length | Attends |
| --- | --- | --- | --- | --- |
| Check-in | week | Monday 09:00 | 30 minutes | anna, jonas |
| Review | quarter | first Thursday 09:00 | 30 minutes | anna, jonas |

## Service levels

| Service | Measure | Target |
| --- | --- | --- |
| API | availability | 99.9 % |
| Web | availability | 99.9 % |

## Risks

| Risk | Likelihood | Impact | Status |
| --- | --- | --- | --- |
| Fire | 2 | 4 | open |
| Flood | 1 | 4 | open |
| Theft | 4 | 4 | closed |
`;

const files = new Map([
  ['engagement.md', everything],
  ['review.md', review],
]);
