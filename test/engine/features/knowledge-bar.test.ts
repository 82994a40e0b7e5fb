import assert from 'node:assert/strict';
import { createEngine, type HoverKnowledge } from '../../../extension/engine/index.ts';
import { inEnglish } from '../../../extension/engine/model/said.ts';
import { historyPath } from '../../support/history-lines.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';
import { positionIn } from '../../support/place-of-text.ts';
import { engineOver } from '../../support/run-fixture.ts';

const engagement = `---
kind: engagement
title: Shop
status: active
owner: anna
---

## People

| Person | Party | Role | E-mail |
| --- | --- | --- | --- |
| anna | client | manager | anna@client.example |
| ruta | supplier | engineer | ruta@supplier.example |
| ivo | supplier | engineer | ivo@supplier.example |
| lina | supplier | engineer | lina@supplier.example |

## Teams

| Team | Party | Zone | Hours | People |
| --- | --- | --- | --- | --- |
| Vilnius | supplier | Europe/Vilnius | 09:00-18:00 | ruta, ivo, lina |
| Home | client | Europe/Stockholm | 09:00-18:00 | anna |
`;

const map = `---
kind: ownership-map
title: Who owns what
status: active
owner: anna
---

## Components

| Component | Accountable | Paths |
| --- | --- | --- |
| Checkout | anna | \`checkout/**\` |
| Ledger | ruta | \`ledger/**\` |
| Paper | ivo | |
`;

const plan = `---
kind: kt-plan
title: Handover
status: active
owner: anna
direction: to client
---

## Topics

| Topic | Component | From | To | Stage | Accepted on |
| --- | --- | --- | --- | --- | --- |
| Payments | Checkout | ruta | anna | accepted | 2026-03-01 |
| Forms | Paper | ivo | anna | shadow | |
`;

const commits = [
  '2025-11-05 3x ruta@supplier.example +checkout/a.ts',
  '2026-02-05 1x ivo@supplier.example checkout/a.ts',
  '2026-02-05 1x lina@supplier.example checkout/a.ts',
  '2026-02-06 6x anna@client.example checkout/a.ts',
  '2026-02-07 2x stranger@elsewhere.example checkout/a.ts',
].join('\n');

const files = new Map([
  ['engagement.md', engagement],
  ['map.md', map],
  ['kt.md', plan],
  [historyPath, commits],
]);

async function knowledgeAt(
  path: string,
  marked: string,
  more: ReadonlyMap<string, string> = new Map(),
): Promise<HoverKnowledge | undefined> {
  const all = new Map([...files, ...more]);
  if (more.get(historyPath) === '') all.delete(historyPath);
  const engine = await engineOver(all, 'base');
  return (await engine.hover(path, positionIn(all.get(path)!, marked), '2026-06-01'))?.knowledge;
}

describe('the knowledge bar', () => {
  it('tells at a component which side did how much, quarter by quarter, and of teams of three', async () => {
    const bar = await knowledgeAt('map.md', '| Check^out | anna');
    assert.ok(bar);
    assert.equal(bar.component, 'Checkout');
    assert.deepEqual([bar.why, bar.plan, bar.facts], [undefined, undefined, []]);
    assert.deepEqual(
      bar.quarters.map(({ quarter, changes, said }) => [quarter, changes, inEnglish(said)]),
      [
        ['2025-Q4', 3, 'client 0 %, supplier 100 %'],
        ['2026-Q1', 10, 'client 60 %, supplier 20 %, not known 20 %'],
      ],
    );
    assert.deepEqual(bar.teams.map(inEnglish), ['Vilnius 38.5 %']);
  });

  for (const marked of ['| Pay^ments | Checkout', '| Payments | Check^out'])
    it(`tells at ${marked} what the plan says beside its component`, async () => {
      const bar = await knowledgeAt('kt.md', marked);
      assert.ok(bar);
      assert.equal(bar.component, 'Checkout');
      assert.equal(bar.plan && inEnglish(bar.plan), 'by the plan "Payments" is: accepted, 2026-03-01');
      assert.deepEqual(
        bar.facts.map(({ name, value }) => [name, inEnglish(value)]),
        [
          ['bus-factor', '2'],
          ['knowledge-share', 'client 46.2 %, supplier 38.5 %, not known 15.4 %'],
        ],
      );
      assert.equal(bar.quarters.length, 2);
    });

  it('says why there is none', async () => {
    for (const [path, marked, commits, why] of [
      ['map.md', '| Led^ger | ruta', undefined, 'no commit of the last 12 months changes its files'],
      ['map.md', '| Check^out | anna', '', 'no Git history: the folder lies in no Git repository'],
      ['kt.md', '| Pay^ments | Checkout', '', 'no Git history: the folder lies in no Git repository'],
    ] as const) {
      const bar = await knowledgeAt(
        path,
        marked,
        new Map(commits === undefined ? [] : [[historyPath, commits]]),
      );
      assert.equal(bar?.why && inEnglish(bar.why), why);
      assert.deepEqual(bar?.quarters, []);
    }
  });

  it('says what is missing of a component in another repository', async () => {
    const elsewhere = map.replaceAll('`checkout/**`', 'org/web: `checkout/**`');
    const bar = await knowledgeAt('map.md', '| Check^out | anna', new Map([['map.md', elsewhere]]));
    assert.match(bar?.why ? inEnglish(bar.why) : '', /^nothing is known of the repository "org\/web"/);
  });

  it('is nowhere else, nor where no path is named', async () => {
    for (const [path, marked] of [
      ['map.md', '| Checkout | an^na'],
      ['map.md', '| Pa^per | ivo'],
      ['kt.md', '| Checkout | ru^ta'],
      ['kt.md', '| For^ms | Paper'],
      ['engagement.md', '| an^na | client | manager'],
    ] as const)
      assert.equal(await knowledgeAt(path, marked), undefined, marked);
  });

  it('is nowhere where nothing may be made of what people did, and nothing is read for it', async () => {
    const off = new Map([['outrigger.yml', 'version: 1\npeople_metrics: off\n']]);
    assert.equal(await knowledgeAt('map.md', '| Check^out | anna', off), undefined);
    assert.equal(await knowledgeAt('kt.md', '| Pay^ments | Checkout', off), undefined);
    const gone = new Map([...off, [historyPath, '']]);
    assert.equal(await knowledgeAt('map.md', '| Check^out | anna', gone), undefined);
  });

  it('keeps nobody waiting where a history is read beside everything else', async () => {
    const readings: string[] = [];
    const engine = createEngine({
      workspace: memoryWorkspace(files),
      historyOf(folder) {
        readings.push(folder);
        return new Promise(() => {});
      },
      onHistory: () => {},
    });
    await engine.reload();
    assert.deepEqual(readings, []);
    const hover = await engine.hover('map.md', positionIn(map, '| Checkout | an^na'), '2026-06-01');
    assert.ok(hover);
    assert.deepEqual(readings, []);
    const bar = (await engine.hover('map.md', positionIn(map, '| Check^out | anna'), '2026-06-01'))
      ?.knowledge;
    assert.equal(bar?.why && inEnglish(bar.why), 'the Git history is being read');
    assert.deepEqual(readings, ['']);
  });
});
