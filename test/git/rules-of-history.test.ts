import assert from 'node:assert/strict';
import { findingsIn } from '../support/findings-in.ts';
import { GitRepository } from '../support/git-repository.ts';

const anna = 'Anna Lind <anna@nordbetal.example>';
const erik = 'Erik Sand <erik@nordbetal.example>';
const ruta = 'Ruta K <ruta@baltcode.example>';
const jonas = 'Jonas P <jonas@baltcode.example>';

const engagement = `---
kind: engagement
title: Payment platform
status: active
phase: delivery
owner: anna
counterpart: jonas
client: Nordbetal AB
supplier: Baltcode UAB
start: 2024-07-01
end: 2027-06-30
notice: 6 months
---

## People

| Person | Party | Role | E-mail |
| --- | --- | --- | --- |
| anna | client | manager | anna@nordbetal.example |
| erik | client | architect | erik@nordbetal.example |
| jonas | supplier | lead | jonas@baltcode.example |
| ruta | supplier | engineer | ruta@baltcode.example |

## Teams

| Team | Party | Zone | Hours | People |
| --- | --- | --- | --- | --- |
| Vilnius team | supplier | Europe/Vilnius | 09:00-18:00 | jonas, ruta |
`;

function map(...rows: readonly string[]): string {
  return `---
kind: ownership-map
title: Who owns what
status: active
owner: erik
---

## Components

| Component | Importance | Accountable | Backup | Does the work | Paths |
| --- | --- | --- | --- | --- | --- |
${rows.map((row) => `| ${row} |\n`).join('')}`;
}

const checkout = 'Checkout | critical | anna | erik | Vilnius team | `checkout/**`';
const runbook = `---
kind: process
title: Checkout is down
type: runbook
status: active
owner: erik
component: Checkout
---

## Steps

1. Look at the queue.
`;

/** Each rule on a repository that Git made, both ways. */
describe('rules of the history, on repositories,', () => {
  let repository: GitRepository;

  beforeEach(() => {
    repository = new GitRepository('rules');
    repository.commit({
      by: anna,
      on: '2026-01-05',
      files: {
        'engagement.md': engagement,
        'map.md': map(checkout),
        'checkout/a.ts': '0\n',
        'checkout/b.ts': '0\n',
      },
    });
  });
  afterEach(() => repository.remove());

  /** Codes of these rules that say something, each once. */
  async function saying(...codes: readonly string[]): Promise<readonly string[]> {
    const findings = await findingsIn(repository.folder);
    return [...new Set(findings.map(({ code }) => code))].filter((code) => codes.includes(code));
  }

  function changes(count: number, by: string, on = '2026-02-01'): void {
    for (let i = 0; i < count; i++)
      repository.commit({
        by,
        on,
        files: { 'checkout/a.ts': `${by} ${i}\n`, 'checkout/b.ts': `${by} ${i}\n` },
      });
  }

  it('OWN016: a folder that is renamed leaves its glob behind, and a revert brings it back', async () => {
    assert.deepEqual(await saying('OWN016'), []);
    repository.git('mv', 'checkout', 'till');
    repository.commitIndex({ by: anna });
    assert.deepEqual(await saying('OWN016'), ['OWN016']);
    repository.git('-c', 'user.name=x', '-c', 'user.email=x@x', 'revert', '--no-edit', 'HEAD');
    assert.deepEqual(await saying('OWN016'), []);
  });

  it('OWN004: two owners of one file, until one of them has a part of its own', async () => {
    repository.commit({
      files: {
        'map.md': map(checkout, 'Ledger | important | jonas | | Vilnius team | `**/a.ts`, `ledger/**`'),
      },
    });
    assert.deepEqual(await saying('OWN004'), []);
    repository.commit({ files: { 'ledger/x.ts': '1\n' } });
    assert.deepEqual(await saying('OWN004'), ['OWN004']);
    repository.commit({
      files: { 'map.md': map(checkout, 'Ledger | important | jonas | | Vilnius team | `ledger/**`') },
    });
    assert.deepEqual(await saying('OWN004'), []);
  });

  it('OWN005: a file that is committed without an owner, and not one that is only there', async () => {
    repository.write('tools/new.sh', 'x\n');
    assert.deepEqual(await saying('OWN005'), []);
    repository.commit();
    assert.deepEqual(await saying('OWN005'), ['OWN005']);
    repository.commit({
      files: { 'engagement.md': `${engagement}\n## Out of scope\n\n- Our own scripts, \`tools/\`\n` },
    });
    assert.deepEqual(await saying('OWN005'), []);
  });

  it('OWN015: who does the work makes less than a fifth, and a squash makes one change of many', async () => {
    changes(20, erik);
    assert.deepEqual(await saying('OWN015'), ['OWN015']);
    repository.git('reset', '--quiet', '--soft', 'HEAD~20');
    repository.commitIndex({ by: erik, on: '2026-02-01', message: 'All of it' });
    assert.deepEqual(await saying('OWN015'), []);
  });

  it('OWN015: counts the same after a rebase', async () => {
    repository.git('branch', 'old');
    changes(20, erik);
    repository.git('checkout', '--quiet', 'old');
    repository.commit({ by: anna, on: '2026-02-02', files: { 'checkout/c.ts': '1\n' } });
    repository.git('checkout', '--quiet', 'main');
    repository.git('-c', 'user.name=x', '-c', 'user.email=x@x', 'rebase', '--quiet', 'old');
    assert.deepEqual(await saying('OWN015'), ['OWN015']);
  });

  it('OWN009: one author of all, until another one has worked as much', async () => {
    changes(20, anna);
    assert.deepEqual(await saying('OWN009'), ['OWN009']);
    changes(20, jonas);
    assert.deepEqual(await saying('OWN009'), []);
  });

  it('PRC007: fifty-one commits later, also where the runbook was moved meanwhile, until somebody writes', async () => {
    repository.commit({ files: { 'old-name.md': runbook } });
    changes(51, ruta);
    repository.git('mv', 'old-name.md', 'runbook.md');
    repository.commitIndex({ by: anna });
    assert.deepEqual(await saying('PRC007'), ['PRC007']);
    repository.commit({ by: anna, files: { 'runbook.md': `${runbook}2. Restart it.\n` } });
    assert.deepEqual(await saying('PRC007'), []);
  });

  it('KTP012: a receiver who has not worked on it, whatever of theirs was merged from an older branch', async () => {
    repository.commit({
      files: {
        'kt.md': `---
kind: kt-plan
title: Handover
status: active
owner: anna
direction: to client
complete_by: 2026-06-30
---

## Topics

| Topic | Component | From | To | Stage | Accepted on |
| --- | --- | --- | --- | --- | --- |
| Payments | Checkout | ruta | erik | accepted | 2026-03-01 |
`,
      },
    });
    repository.git('branch', 'theirs');
    changes(1, ruta, '2026-06-01');
    assert.deepEqual(await saying('KTP012'), ['KTP012']);
    repository.git('checkout', '--quiet', 'theirs');
    repository.commit({ by: erik, on: '2025-11-30', files: { 'checkout/early.ts': '1\n' } });
    repository.git('checkout', '--quiet', 'main');
    repository.merge('theirs', { by: anna, on: '2026-06-02' });
    assert.deepEqual(await saying('KTP012'), ['KTP012']);
    repository.git('checkout', '--quiet', 'theirs');
    repository.commit({ by: erik, on: '2026-03-20', files: { 'checkout/c.ts': '1\n' } });
    repository.git('checkout', '--quiet', 'main');
    repository.merge('theirs', { by: anna, on: '2026-06-03' });
    assert.deepEqual(await saying('KTP012'), []);
  });

  describe('KPI018', () => {
    const goals = (due: string, accepted = 'all have signed the report'): string => `---
kind: goals
title: What is to come
status: active
owner: anna
---

## Milestones

| Milestone | Due | Accepted when | Puts live |
| --- | --- | --- | --- |
| Pilot | ${due} | ${accepted} | |
`;
    const write = (text: string, file = 'goals.md'): unknown =>
      repository.commit({ by: jonas, on: '2026-02-01', files: { [file]: text } });
    const asX = ['-c', 'user.name=x', '-c', 'user.email=x@x'];

    it('a milestone that was moved twice, until a commit is reverted', async () => {
      write(goals('2026-06-01'));
      write(goals('2026-07-01'));
      assert.deepEqual(await saying('KPI018'), []);
      write(goals('2026-08-01'));
      assert.deepEqual(await saying('KPI018'), ['KPI018']);
      repository.git(...asX, 'revert', '--no-edit', 'HEAD');
      assert.deepEqual(await saying('KPI018'), []);
    });

    it('two moves that were squashed into one commit are one', async () => {
      write(goals('2026-06-01'));
      repository.git('checkout', '--quiet', '-b', 'moves');
      write(goals('2026-07-01'));
      write(goals('2026-08-01'));
      assert.deepEqual(await saying('KPI018'), ['KPI018']);
      repository.git('checkout', '--quiet', 'main');
      repository.git('merge', '--quiet', '--squash', 'moves');
      repository.commitIndex({ by: jonas });
      assert.deepEqual(await saying('KPI018'), []);
    });

    it('also after a rebase, and in a document that was moved and renamed', async () => {
      write(goals('2026-06-01'), 'plan.md');
      repository.git('branch', 'other');
      write(goals('2026-07-01'), 'plan.md');
      repository.git('mv', 'plan.md', 'goals.md');
      repository.commitIndex({ by: jonas });
      write(goals('2026-08-01'));
      repository.git('checkout', '--quiet', 'other');
      repository.commit({ by: anna, files: { 'checkout/c.ts': '1\n' } });
      repository.git('checkout', '--quiet', 'main');
      repository.git(...asX, 'rebase', '--quiet', 'other');
      assert.deepEqual(await saying('KPI018'), ['KPI018']);
    });

    it('what a branch has not heard of is not taken back by it, nor done twice', async () => {
      write(goals('2026-06-01'));
      repository.git('branch', 'other');
      write(goals('2026-07-01'));
      repository.git('checkout', '--quiet', 'other');
      write(goals('2026-06-01').replace('What is to come', 'What comes next'));
      repository.git('checkout', '--quiet', 'main');
      repository.merge('other', { by: anna });
      assert.deepEqual(await saying('KPI018'), []);
      write(goals('2026-07-01', 'all have signed').replace('What is to come', 'What comes next'));
      assert.deepEqual(await saying('KPI018'), ['KPI018']);
    });
  });
});
