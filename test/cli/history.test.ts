import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GitRepository } from '../support/git-repository.ts';
import { useOwnCaches } from '../support/own-caches.ts';
import { runCli } from './run-cli.ts';

const engagement = `---
kind: engagement
title: Shop
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
| jonas | supplier | lead | jonas@baltcode.example |

## Teams

| Team | Party | Zone | Hours | People |
| --- | --- | --- | --- | --- |
| Vilnius team | supplier | Europe/Vilnius | 09:00-18:00 | jonas |
`;

const map = `---
kind: ownership-map
title: Who owns what
status: active
owner: anna
counterpart: jonas
---

## Components

| Component | Importance | Accountable | Backup | Does the work | Paths |
| --- | --- | --- | --- | --- | --- |
| Checkout | critical | anna | jonas | Vilnius team | \`checkout/**\`, \`gone/**\` |
`;

/** Somebody whom no document names, so that whatever tells of them comes from the history. */
const stranger = { name: 'Quirina Xantippe', email: 'qx@zyzzyva.example' };
const day = ['--as-of', '2026-11-29'];

describe('the command line and the history', () => {
  let repository: GitRepository;
  useOwnCaches();
  beforeEach(() => (repository = new GitRepository()));
  afterEach(() => repository.remove());

  function commitAll(config = ''): void {
    repository.commit({
      by: 'Anna Lind <anna@nordbetal.example>',
      on: '2026-01-05',
      files: {
        'engagement.md': engagement,
        'map.md': map,
        'checkout/a.ts': 'One.\n',
        ...(config === '' ? {} : { 'outrigger.yml': config }),
      },
    });
    for (let i = 0; i < 21; i++)
      repository.commit({
        by: `${stranger.name} <${stranger.email}>`,
        on: '2026-02-06',
        files: { 'checkout/a.ts': `${i}\n` },
      });
  }

  async function check(...args: readonly string[]): Promise<{
    readonly findings: readonly { readonly code: string; readonly message: string }[];
    readonly notRun: readonly { readonly codes: readonly string[]; readonly reason: string }[];
  }> {
    const { out } = await runCli(['check', '--format', 'json', ...args], { cwd: repository.folder });
    return JSON.parse(out) as Awaited<ReturnType<typeof check>>;
  }

  it('tells under full what the history says, and of whom nobody is told', async () => {
    commitAll();
    const { findings, notRun } = await check('--profile', 'full');
    assert.deepEqual(notRun, []);
    const told = findings.filter(({ code }) => /^(?:OWN0(?:05|09|15|16)|PRC007|KTP012)$/.test(code));
    assert.deepEqual(
      told.map(({ code, message }) => `${code} ${message}`),
      [
        'OWN009 One leaver would leave half of "Checkout" without an author (bus factor 1): let others work on it.',
        'OWN016 No tracked file matches "gone/**": correct it, or take it out.',
      ],
    );
  });

  it('reads none under base, and none with --no-git, and says so', async () => {
    commitAll();
    assert.deepEqual((await check()).notRun, []);
    const { notRun } = await check('--profile', 'full', '--no-git');
    assert.deepEqual(notRun, [
      {
        codes: ['OWN004', 'OWN005', 'OWN009', 'OWN015', 'OWN016'],
        reason: 'no Git history: --no-git was given',
      },
    ]);
    const facts = await runCli(['facts', '--no-git', '--lang', 'sv', ...day], { cwd: repository.folder });
    assert.match(facts.err, /ingen Git-historik: --no-git angavs/);
  });

  it('says why where there is none, once for an engagement', async () => {
    repository.write('engagement.md', engagement);
    repository.write('map.md', map);
    const { notRun } = await check('--profile', 'full');
    assert.deepEqual(
      notRun.map(({ reason }) => reason),
      ['no Git history: nothing has been committed yet'],
    );
  });

  it('says in the status why where there is none, or what restricts it, and nothing where no rule asks', async () => {
    const history = async (...args: readonly string[]): Promise<readonly string[]> => {
      const { out } = await runCli(['status', '--format', 'json', ...args, ...day], {
        cwd: repository.folder,
      });
      return (JSON.parse(out) as { readonly history: readonly string[] }).history;
    };
    repository.write('engagement.md', engagement);
    repository.write('map.md', map);
    assert.deepEqual(await history(), []);
    assert.deepEqual(await history('--profile', 'full'), ['unknown (nothing has been committed yet)']);
    const text = await runCli(['status', '--profile', 'full', '--lang', 'sv', ...day], {
      cwd: repository.folder,
    });
    assert.match(text.out, /^Historik +okänd \(inget har checkats in ännu\)$/m);
    commitAll();
    assert.deepEqual(await history('--profile', 'full'), []);
    repository.git('checkout', '--quiet', '--detach');
    assert.deepEqual(await history('--profile', 'full'), [
      'no branch is checked out: commits made after the one that is are not counted',
    ]);
  });

  it('reads the repository of the root, from wherever it is run, and none where the root lies in none', async () => {
    commitAll();
    const root = mkdtempSync(path.join(tmpdir(), 'outrigger-root-'));
    try {
      mkdirSync(path.join(root, 'shop'));
      writeFileSync(path.join(root, 'shop/engagement.md'), engagement);
      writeFileSync(path.join(root, 'shop/map.md'), map);
      for (const at of [root, path.join(root, 'shop')]) {
        const { findings, notRun } = await check('--profile', 'full', '--root', at);
        assert.deepEqual(
          notRun.map(({ reason }) => reason),
          ['no Git history: the folder lies in no Git repository'],
        );
        assert.ok(!findings.some(({ code }) => code === 'OWN016'));
      }
      const options = { cwd: root };
      const { out } = await runCli(['check', '--root', repository.folder, '--profile', 'full'], options);
      assert.match(out, /"gone\/\*\*".*OWN016/);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });

  it('counts nothing of what people did where the config says off, and says so', async () => {
    commitAll('version: 1\npeople_metrics: off\n');
    const { findings, notRun } = await check('--profile', 'full');
    assert.deepEqual(notRun, [
      {
        codes: ['OWN009', 'OWN015'],
        reason: 'nothing is counted of what people did: the config says people_metrics: off',
      },
    ]);
    assert.ok(findings.some(({ code }) => code === 'OWN016'));
    assert.ok(!findings.some(({ code }) => code === 'OWN009'));
    const { out } = await runCli(['facts', '--format', 'json', ...day], { cwd: repository.folder });
    assert.doesNotMatch(out, /"name": "(?:bus-factor|knowledge-share)"/);
  });

  for (const config of ['', 'version: 1\npeople_metrics: off\n'])
    it(`never names who is in the history alone, ${config === '' ? 'by team' : 'or off'}`, async () => {
      commitAll(config);
      const commands = [
        ['check', '--profile', 'full,dora,gdpr,nis2', '--coverage'],
        ['check', '--profile', 'full', '--format', 'json'],
        ['facts', ...day],
        ['facts', '--format', 'json', ...day],
        ['facts', '--export', '-'],
        ['knowledge'],
        ['knowledge', '--format', 'json'],
        ['knowledge', '--format', 'md'],
        ['knowledge', '--format', 'svg', '--lang', 'sv'],
        ['due', '--within', '4000d', '--format', 'json', ...day],
        ['status', ...day],
        ['status', '--format', 'markdown', ...day],
        ['portfolio', ...day],
        ['export', '--json'],
        ['fix', '--dry-run', '--profile', 'full'],
      ];
      let all = '';
      for (const command of commands) {
        const { out, err } = await runCli(command, { cwd: repository.folder });
        assert.doesNotMatch(`${out}${err}`, /Quirina|Xantippe|\bQX\b|zyzzyva/i, command.join(' '));
        all += out;
      }
      assert.match(all, /Checkout/);
      if (config === '') assert.match(all, /"client": "4\.5",\s+"supplier": "0\.0",\s+"unknown": "95\.5"/);
    });
});
