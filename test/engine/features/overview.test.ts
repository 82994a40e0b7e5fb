import assert from 'node:assert/strict';
import type {
  DocumentOverview,
  Overview,
  PillarOverview,
} from '../../../extension/engine/features/overview.ts';
import type { Engine } from '../../../extension/engine/index.ts';
import { catalogue } from '../../../extension/engine/model/generated/catalogue.ts';
import type { PillarKey } from '../../../extension/engine/model/schema.ts';
import { engineOver } from '../../support/run-fixture.ts';

const asOf = '2026-11-23';

const lead = (keys = 'phase: delivery\nend: 2027-06-30'): string => `---
kind: engagement
title: Shop
status: active
owner: anna
counterpart: jonas
client: Nordbetal
supplier: Baltcode
start: 2026-01-01
fee: 48500 EUR per month
${keys}
---

## People

| Person | Party | Role |
| --- | --- | --- |
| anna | client | manager |
| jonas | supplier | lead |
`;

const draftSla = '---\nkind: sla\ntitle: Levels\nstatus: draft\n---\n';
const goals = (title: string, status: string): string =>
  `---\nkind: goals\ntitle: ${title}\nstatus: ${status}\nowner: anna\nvalid_from: 2026-01-01\nreview_every: 3 months\n---\n`;

async function overviewIn(engine: Engine, folder: string): Promise<Overview> {
  const its = await engine.overview(folder, asOf);
  assert.ok(its, `there is no engagement in "${folder}"`);
  return its;
}

async function overview(files: Readonly<Record<string, string>>, keys?: string): Promise<Overview> {
  const engine = await engineOver(
    new Map([['engagement.md', lead(keys)], ...Object.entries(files)]),
    'base,full',
  );
  return overviewIn(engine, '');
}

const pillar = (one: Overview, key: PillarKey): PillarOverview =>
  one.pillars.find((each) => each.key === key)!;
const document = (one: Overview, path: string): DocumentOverview =>
  one.pillars.flatMap(({ documents }) => documents).find((each) => each.path === path)!;

describe('the overview of an engagement', () => {
  it('has a pillar for every kind but sign-offs', () => {
    const kinds = Object.keys(catalogue.kinds).filter((kind) => kind !== 'signoff');
    assert.deepEqual(Object.values(catalogue.pillars).flat().toSorted(), kinds.toSorted());
  });

  it('puts documents into their pillars: what holds first, then drafts, then history', async () => {
    const one = await overview({
      'a-goals.md': goals('Old', 'ended'),
      'b-goals.md': goals('New', 'draft'),
      'c-goals.md': goals('Now', 'active'),
      'sla.md': draftSla,
    });
    assert.deepEqual(
      one.pillars.map(({ key, documents }) => [key, documents.map(({ title }) => title)]),
      [
        ['alignment', ['Shop', 'Now', 'New', 'Old']],
        ['communication', []],
        ['accountability', ['Levels']],
        ['talent', []],
        ['integration', []],
        ['risk and exit', []],
      ],
    );
  });

  it('shows the newest record first', async () => {
    const record = (held: string): string =>
      `---\nkind: record\ntitle: Held ${held}\nstatus: final\nheld: ${held}\n---\n`;
    const one = await overview({
      'records/2026-09-01.md': record('2026-09-01'),
      'records/2026-11-01.md': record('2026-11-01'),
      'records/2026-10-01.md': record('2026-10-01'),
    });
    assert.deepEqual(
      pillar(one, 'communication').documents.map(({ title }) => title),
      ['Held 2026-11-01', 'Held 2026-10-01', 'Held 2026-09-01'],
    );
  });

  it('tells of each document what is wrong, what it lacks and what is due', async () => {
    const one = await overview({
      'sla.md': draftSla,
      'goals.md': goals('Now', 'active').replace('anna', 'nobody'),
    });
    assert.ok(document(one, 'sla.md').questions > 0);
    assert.equal(document(one, 'goals.md').worst, 'error');
    assert.equal(document(one, 'goals.md').errors, 1);
    assert.equal(document(one, 'goals.md').signoff?.state, 'unsigned');
    assert.equal(document(one, 'goals.md').next?.date, '2026-04-01');
    assert.equal(document(one, 'goals.md').next?.overdue, true);
    assert.equal(pillar(one, 'alignment').worst, 'error');
    assert.equal(pillar(one, 'integration').worst, undefined);
    assert.equal(one.standing.errors, 1);
  });

  it('offers the kinds that the phase asks for, each in its pillar, unless somebody has begun one', async () => {
    const missing = async (
      files: Readonly<Record<string, string>>,
      phase = 'delivery',
    ): Promise<Readonly<Record<string, readonly string[]>>> =>
      Object.fromEntries(
        (await overview(files, `phase: ${phase}`)).pillars.map(({ key, missing }) => [key, missing]),
      );
    assert.deepEqual(await missing({}), {
      alignment: ['goals'],
      communication: ['communication-plan'],
      accountability: ['sla', 'ownership-map'],
      talent: ['skills'],
      integration: ['process'],
      'risk and exit': ['risk-register', 'exit-plan'],
    });
    assert.deepEqual((await missing({ 'sla.md': draftSla }))['accountability'], ['ownership-map']);
    const old = goals('Old', 'ended');
    assert.deepEqual((await missing({ 'goals.md': old }))['alignment'], ['goals']);
    const plan = '---\nkind: exit-plan\ntitle: Leaving\nstatus: active\n---\n';
    const transfer = '---\nkind: kt-plan\ntitle: In\nstatus: active\ndirection: to supplier\n---\n';
    const leaving = await missing({ 'exit-plan.md': plan, 'kt-plan.md': transfer }, 'exit');
    assert.deepEqual(leaving['risk and exit'], []);
    assert.deepEqual(leaving['talent'], ['kt-plan']);
  });

  it('tells with a document what is wrong with its sign-offs, which are not listed themselves', async () => {
    const signoff = (of: string): string =>
      `---\nkind: signoff\ndocument: ${of}\nparty: client\nby: nobody\nmeans: approved\ndate: 2026-02-01\ndigest: sha256:00\n---\n`;
    const one = await overview({
      'goals.md': goals('Now', 'active'),
      'signoffs/goals.md': signoff('goals.md'),
      'signoffs/lost.md': signoff('gone.md'),
    });
    assert.deepEqual(
      pillar(one, 'alignment').documents.map(({ path }) => path),
      ['engagement.md', 'goals.md'],
    );
    assert.ok(document(one, 'goals.md').errors > 0);
    assert.ok(document(one, 'engagement.md').errors > 0);
    const shown = one.pillars.reduce((total, { errors }) => total + errors, 0);
    assert.equal(shown, one.standing.errors);
  });

  it('lists what is due by date, and what has no day last', async () => {
    const one = await overview({ 'goals.md': goals('Now', 'active') });
    const days = one.due.map(({ date }) => date ?? '9');
    assert.ok(days.length > 0);
    assert.deepEqual(days, days.toSorted());
  });

  it('counts who waits for whom, as long as it lasts', async () => {
    const one = await overview({
      'records/2026-10-01.md': `---
kind: record
title: Check-in
status: final
held: 2026-10-01
---

## Waiting for

| What | On | Since |
| --- | --- | --- |
| Answer about invoices | anna | 2026-09-14 |
| Access to the ledger | client | 2026-10-01 |
| A name for the new team | supplier | 2026-10-01 |
`,
    });
    assert.deepEqual(one.waiting, [
      { on: 'client', count: 2, longestDays: 70 },
      { on: 'supplier', count: 1, longestDays: 53 },
    ]);
  });

  it('is the same beside other engagements as alone', async () => {
    const inFolder = (folder: string, one: Readonly<Record<string, string>>): readonly [string, string][] =>
      Object.entries(one).map(([path, text]) => [`${folder}/${path}`, text]);
    const folders = {
      a: { 'engagement.md': lead(), 'goals.md': goals('Now', 'active') },
      'a/inner': { 'engagement.md': lead('phase: selection'), 'sla.md': draftSla },
      ab: { 'engagement.md': lead().replace('anna |', 'berta |') },
    };
    const all = Object.entries(folders).flatMap(([folder, files]) => inFolder(folder, files));
    const engine = await engineOver(new Map(all), 'base');
    for (const [folder, files] of Object.entries(folders)) {
      const alone = await engineOver(new Map(inFolder(folder, files)), 'base');
      assert.deepEqual(await overviewIn(engine, folder), await overviewIn(alone, folder));
    }
    assert.ok(
      (await overviewIn(engine, 'a')).pillars.every(({ documents }) =>
        documents.every(({ path }) => !path.includes('inner')),
      ),
    );
  });
});
