import assert from 'node:assert/strict';
import { checkOnce, createEngine, type ImmediateOptions } from '../../extension/engine/index.ts';
import type { History, NoHistory } from '../../extension/engine/model/history.ts';
import { historyOfLines } from '../support/history-lines.ts';
import { memoryWorkspace } from '../support/memory-workspace.ts';

const engagement = `---
kind: engagement
title: Payment platform
status: active
client: Nordbetal AB
supplier: Baltcode UAB
---

## People

| Person | Party | Role | E-mail |
| --- | --- | --- | --- |
| anna | client | manager | anna@nordbetal.example |
| erik | client | architect | erik@nordbetal.example |
| jonas | supplier | lead | jonas@baltcode.example |
`;

function map(...rows: readonly string[]): string {
  return `---
kind: ownership-map
title: Who owns what
status: active
owner: anna
---

## Components

| Component | Importance | Accountable | Does the work | Paths |
| --- | --- | --- | --- | --- |
${rows.map((row) => `| ${row} |\n`).join('')}`;
}

const payments = historyOfLines(
  '2026-01-01 jonas@baltcode.example +src/a.ts +src/b.ts\n2026-02-01 20x jonas@baltcode.example src/a.ts\n',
);
const web = historyOfLines(
  '2026-01-01 anna@nordbetal.example +src/a.ts +lib/c.ts\n2026-03-01 3x anna@nordbetal.example lib/c.ts\n',
);
const shallow: NoHistory = { kind: 'absent', why: 'shallow' };

const snapshot = JSON.stringify({
  format: 'outrigger-knowledge',
  version: 1,
  repository: 'org/payments',
  commit: '0'.repeat(40),
  day: '2026-05-20',
  components: [
    {
      component: 'Checkout',
      changes: 9,
      sides: { client: '100.0', supplier: '0.0', unknown: '0.0' },
      teams: {},
      quarters: [],
      lastActivity: { sides: { client: '2026-05-20', supplier: null, unknown: null }, teams: {} },
      busFactor: null,
    },
  ],
});

/** An engine over a map with these histories, and how many times each was read. */
function over(
  rows: readonly string[],
  histories: Readonly<Record<string, History | NoHistory>>,
  config = '',
): { readonly options: ImmediateOptions; readonly reads: Readonly<Record<string, number>> } {
  const reads: Record<string, number> = {};
  const reader = (name: string) => (): Promise<History | NoHistory> => {
    reads[name] = (reads[name] ?? 0) + 1;
    return Promise.resolve(histories[name]!);
  };
  const files = new Map([
    ['engagement.md', engagement],
    ['map.md', map(...rows)],
    ['outrigger.yml', config],
    ['k.json', snapshot],
  ]);
  return {
    reads,
    options: {
      workspace: memoryWorkspace(files),
      profiles: ['full'],
      historyOf: reader('here'),
      repositories: new Map(
        Object.keys(histories)
          .filter((name) => name !== 'here')
          .map((name) => [name, reader(name)]),
      ),
    },
  };
}

async function said({ options }: ReturnType<typeof over>, code: string): Promise<readonly string[]> {
  const { findings } = await checkOnce(options);
  return findings
    .filter((one) => one.code === code)
    .map(({ range: { start }, message }) => `${start.line + 1}:${start.character + 1} ${message}`);
}

async function shares({ options }: ReturnType<typeof over>): Promise<readonly string[]> {
  const engine = createEngine(options);
  await engine.load();
  const facts = await engine.facts({ asOf: '2026-11-23', names: new Set(['knowledge-share']) });
  return facts.map(({ at, value }) => `${at} ${value}`);
}

const checkout = 'Checkout | critical | anna | jonas | Org/payments: `src/**`';

describe('histories of repositories that Paths name', () => {
  it('are what their globs are held against, each at its place', async () => {
    const both =
      'Both | standard | anna | jonas | org/web: `src/**`, org/payments: `lib/**`, org/web: `lib/**`';
    const engine = over([both], { 'org/payments': payments, 'org/web': web });
    assert.deepEqual(await said(engine, 'OWN016'), [
      '12:70 No tracked file matches "lib/**": correct it, or take it out.',
    ]);
    assert.deepEqual(await shares(engine), []);
    const turned = 'Both | standard | anna | jonas | org/web: `lib/**`, org/payments: `lib/**`';
    assert.deepEqual(await said(over([turned], { 'org/payments': payments, 'org/web': web }), 'OWN016'), [
      '12:70 No tracked file matches "lib/**": correct it, or take it out.',
    ]);
  });

  it('tell of files that two claim in the same repository, and not in another', async () => {
    const rows = [checkout, 'Other | standard | erik | jonas | org/web: `src/**`'];
    const histories = { 'org/payments': payments, 'org/web': web };
    assert.deepEqual(await said(over(rows, histories), 'OWN004'), []);
    const more = [...rows, 'Third | standard | erik | jonas | org/payments: `src/*.ts`'];
    assert.deepEqual(await said(over(more, histories), 'OWN004'), [
      '14:37 "Third" and "Checkout" share 2 files, among them "src/a.ts": anna and erik both answer for them.',
    ]);
  });

  it('are read once, and only where Paths name them and something asks', async () => {
    const full = over([checkout], { here: shallow, 'org/payments': payments, 'org/web': web });
    const engine = createEngine(full.options);
    await engine.load();
    await engine.facts({ asOf: '2026-11-23' });
    await engine.knowledge('');
    assert.deepEqual(full.reads, { 'org/payments': 1 });
    const base = over([checkout], { here: shallow, 'org/payments': payments });
    await checkOnce({ ...base.options, profiles: ['base'] });
    assert.deepEqual(base.reads, {});
    const off = over([checkout], { 'org/payments': payments }, 'people_metrics: off\n');
    assert.deepEqual(await shares(off), []);
  });

  it('win over a snapshot where they are known, and leave it to tell where not', async () => {
    const config = 'snapshots: [k.json]\n';
    assert.deepEqual(await shares(over([checkout], { 'org/payments': payments }, config)), [
      'Components[0] client 0.0, supplier 100.0',
    ]);
    assert.deepEqual(await shares(over([checkout], { 'org/payments': shallow }, config)), [
      'Components[0] client 100.0, supplier 0.0',
    ]);
    const neither = over([checkout], { 'org/payments': shallow });
    assert.deepEqual(await shares(neither), []);
    const { notRun } = await checkOnce(neither.options);
    assert.deepEqual(
      notRun.filter(({ codes }) => codes.includes('OWN009')).map(({ reason }) => reason),
      [
        'of "Org/payments": no Git history: this is a shallow clone, in which older commits are missing (git fetch --unshallow)',
      ],
    );
  });

  it('are that of the documents where both are one', async () => {
    const row = 'Both | critical | anna | client | `lib/**`, org/web: `src/**`';
    assert.deepEqual(await shares(over([row], { here: web, 'org/web': web })), [
      'Components[0] client 100.0, supplier 0.0',
    ]);
    assert.deepEqual(await shares(over([row], { here: web, 'org/web': payments })), []);
    assert.deepEqual(await shares(over([row], { here: web })), []);
  });
});
