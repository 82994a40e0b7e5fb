import assert from 'node:assert/strict';
import { checkRules, createEngine, type Engine } from '../../extension/engine/index.ts';
import type { History, NoHistory } from '../../extension/engine/model/history.ts';
import { digestOf } from '../../extension/engine/parse/canonical.ts';
import { hasPathsHere, repositoryHistory } from '../../extension/engine/resolve/repository-history.ts';
import { defineRule, type CheckRule } from '../../extension/engine/rules/define.ts';
import { historyOfLines } from '../support/history-lines.ts';
import { memoryWorkspace } from '../support/memory-workspace.ts';

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
`;

const minutes = `---
kind: record
title: Minutes
status: final
type: minutes
held: 2026-01-05
---
`;

const first = historyOfLines('2026-01-05 anna@client.example +checkout/a.ts');
const second = historyOfLines(
  '2026-01-05 anna@client.example +checkout/a.ts\n2026-01-06 anna@client.example +checkout/b.ts',
);

/** Rules that count how often they are asked; the one of the history says how many files a component has. */
function countingRules(): { readonly rules: readonly CheckRule[]; readonly asked: Map<string, number> } {
  const asked = new Map<string, number>();
  const count = (code: string): unknown => asked.set(code, (asked.get(code) ?? 0) + 1);
  const meta = {
    kinds: ['ownership-map'],
    summary: 'Require it',
    severity: 'warning',
    profiles: ['base'],
    since: '0.1.0',
  } as const;
  const ofHistory = defineRule({
    code: 'XXX001',
    name: 'of-history',
    meta: { ...meta, scope: 'G', reads: ['ownership-map/Components.Paths', 'git/log', 'git/tree'] },
    messages: { files: '{{count}} files.' },
    needsHistory: hasPathsHere,
    engagement(view, report) {
      count('XXX001');
      for (const { row, tracked } of repositoryHistory(view)?.components ?? [])
        report.wrong(row, 'files', { count: String(tracked.length) });
    },
  });
  const ofDocuments = defineRule({
    code: 'XXX002',
    name: 'of-documents',
    meta: { ...meta, scope: 'X', reads: ['ownership-map/Components.Component'] },
    messages: { row: 'A row.' },
    engagement(view, report) {
      count('XXX002');
      for (const row of view.rows('components')) report.wrong(row, 'row', {});
    },
  });
  return { rules: [ofHistory, ofDocuments], asked };
}

describe('a history that is read beside everything else', () => {
  let now: History | NoHistory;
  let readings: string[];
  /** Whoever asks for a history waits for it. */
  let gate: Promise<void>;
  let arrived: Promise<void>;
  let engine: Engine;
  let asked: ReadonlyMap<string, number>;

  beforeEach(() => {
    now = first;
    readings = [];
    gate = Promise.resolve();
    const counting = countingRules();
    asked = counting.asked;
    let arrive = (): void => {};
    arrived = new Promise((resolve) => (arrive = resolve));
    engine = createEngine({
      workspace: memoryWorkspace(
        new Map([
          ['engagement.md', engagement],
          ['map.md', map],
          ['minutes.md', minutes],
        ]),
      ),
      registry: { checkRules: counting.rules, dueRules: [], facts: [] },
      async historyOf(folder) {
        readings.push(folder);
        const its = now;
        await gate;
        return its;
      },
      onHistory: () => arrive(),
    });
  });

  function said(): readonly string[] {
    return engine.check().findings.map(({ code, message }) => `${code} ${message}`);
  }

  it('keeps nobody waiting, and is judged once it is there', async () => {
    await engine.reload();
    assert.deepEqual(said(), ['XXX002 A row.']);
    assert.deepEqual(engine.check().notRun, []);
    await arrived;
    await engine.settle();
    assert.deepEqual(said(), ['XXX001 1 files.', 'XXX002 A row.']);
    assert.deepEqual(readings, ['']);
  });

  it('is there at once when everything is read anew', async () => {
    await engine.reload();
    await arrived;
    await engine.reload();
    assert.deepEqual(said(), ['XXX001 1 files.', 'XXX002 A row.']);
    assert.deepEqual(readings, ['']);
  });

  it('has rules asked again where it is another one, and those alone that read it', async () => {
    await engine.reload();
    await arrived;
    await engine.settle();
    const before = asked.get('XXX001');
    const ofDocuments = asked.get('XXX002');
    now = second;
    assert.equal(await engine.refreshHistory(), true);
    await engine.settle();
    assert.deepEqual(said(), ['XXX001 2 files.', 'XXX002 A row.']);
    assert.equal(asked.get('XXX001'), (before ?? 0) + 1);
    assert.equal(asked.get('XXX002'), ofDocuments);
  });

  it('has none asked again where it says the same, or what changed is nothing that they read', async () => {
    await engine.reload();
    await arrived;
    await engine.settle();
    const parts = engine.findings();
    const before = new Map(asked);
    now = { ...first };
    assert.equal(await engine.refreshHistory(), false);
    await engine.settle();
    engine.findings().forEach((part, i) => assert.equal(part, parts[i]));
    engine.update('minutes.md', { kind: 'text', text: minutes.replace('Minutes', 'More minutes') });
    await engine.settle();
    assert.deepEqual(new Map(asked), before);
    engine.update('map.md', { kind: 'text', text: map.replace('checkout/**', 'gone/**') });
    await engine.settle();
    assert.deepEqual(said(), ['XXX001 0 files.', 'XXX002 A row.']);
    assert.deepEqual(readings, ['', '']);
  });

  it('may be absent until it may be read', async () => {
    now = { kind: 'absent', why: 'untrusted' };
    await engine.reload();
    await arrived;
    await engine.settle();
    assert.deepEqual(
      engine.check().notRun.map(({ codes, reason }) => [codes, reason]),
      [
        [
          ['XXX001'],
          'no Git history: Git is started in trusted workspaces alone, and this one is not trusted',
        ],
      ],
    );
    now = first;
    assert.equal(await engine.refreshHistory(), true);
    await engine.settle();
    assert.deepEqual(engine.check().notRun, []);
    assert.deepEqual(said(), ['XXX001 1 files.', 'XXX002 A row.']);
  });

  it('leaves what is known where asking again is given up', async () => {
    await engine.reload();
    await arrived;
    now = second;
    const cancellation = { aborted: false };
    const refreshed = engine.refreshHistory(cancellation);
    cancellation.aborted = true;
    assert.equal(await refreshed, false);
    assert.equal(await engine.refreshHistory(), true);
    await engine.settle();
    assert.deepEqual(said(), ['XXX001 2 files.', 'XXX002 A row.']);
  });

  it('is the newer one where it was asked for again before it came', async () => {
    let open = (): void => {};
    const before = (gate = new Promise((resolve) => (open = resolve)));
    await engine.reload();
    now = second;
    gate = Promise.resolve();
    assert.equal(await engine.refreshHistory(), true);
    open();
    await before;
    await engine.settle();
    assert.deepEqual(said(), ['XXX001 2 files.', 'XXX002 A row.']);
  });

  it('is waited for by who asks for facts of it', async () => {
    const waiting = createEngine({
      workspace: memoryWorkspace(
        new Map([
          ['engagement.md', engagement],
          ['map.md', map],
        ]),
      ),
      historyOf: () => Promise.resolve(first),
      onHistory: () => {},
    });
    await waiting.reload();
    const facts = await waiting.facts({ asOf: '2026-02-01', names: new Set(['bus-factor']) });
    assert.deepEqual(
      facts.map(({ name, value }) => [name, value]),
      [['bus-factor', '1']],
    );
  });
});

describe('the history of what was signed', () => {
  const signed = digestOf({ text: map });
  const signoff = (digest: string): string =>
    `---\nkind: signoff\ndocument: map.md\ndigest: ${digest}\nby: anna\nparty: client\ndate: 2026-01-07\nmeans: approved\nvia: cli\n---\n`;
  const [rule] = checkRules.filter(({ code }) => code === 'SGN003');

  for (const [name, digest, times] of [
    ['is not read while that stands as it was signed', signed, 0],
    ['is read where it does not, with what became of that document', `sha256-${'0'.repeat(64)}`, 1],
  ] as const)
    it(name, async () => {
      const asked: (readonly string[])[] = [];
      const engine = createEngine({
        workspace: memoryWorkspace(
          new Map([
            ['engagement.md', engagement],
            ['map.md', map],
            ['signoffs/1.md', signoff(digest)],
          ]),
        ),
        profiles: ['full'],
        registry: { checkRules: [rule!], dueRules: [], facts: [] },
        historyOf: (_folder, documents) => {
          asked.push(documents);
          const texts = new Map(documents.map((path) => [path, undefined]));
          return Promise.resolve({ ...first, texts });
        },
      });
      await engine.load();
      assert.equal(engine.check().findings.length, times);
      assert.deepEqual(asked, times === 0 ? [] : [['map.md']]);
    });
});
