import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { GitRepository } from '../support/git-repository.ts';
import { useOwnCaches } from '../support/own-caches.ts';
import { runCli, temporaryFolder, type CliResult } from './run-cli.ts';

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
| ruta | supplier | engineer | ruta@baltcode.example |
| ines | supplier | engineer | ines@baltcode.example |

## Teams

| Team | Party | Zone | Hours | People |
| --- | --- | --- | --- | --- |
| Vilnius team | supplier | Europe/Vilnius | 09:00-18:00 | jonas, ruta, ines |
| Two of us | client | Europe/Stockholm | 09:00-18:00 | anna |
`;

function map(...rows: readonly string[]): string {
  return `---
kind: ownership-map
title: Who owns what
status: active
owner: anna
counterpart: jonas
---

## Components

| Component | Importance | Accountable | Backup | Does the work | Paths |
| --- | --- | --- | --- | --- | --- |
${rows.map((row) => `| ${row} |\n`).join('')}`;
}

const checkout = 'Checkout | critical | client | | client | org/payments: `checkout/**`';
const ledger = 'Ledger | standard | client | | Vilnius team | Org/Payments: `ledger/**`';
const both = 'Both | critical | client | | client | `shared/**`, org/payments: `checkout/**`';
const unknown = 'Portal | critical | client | | client | org/portal: `**`';
const day = ['--as-of', '2026-11-29'];

interface Facts {
  readonly facts: readonly { readonly name: string; readonly at: string; readonly value: string }[];
  readonly notRun: readonly { readonly codes: readonly string[]; readonly reason: string }[];
}

describe('snapshots of knowledge', () => {
  let code: GitRepository;
  let documents: ReturnType<typeof temporaryFolder>;
  const caches = useOwnCaches();

  beforeEach(() => {
    code = new GitRepository('code');
    documents = temporaryFolder({
      'engagement.md': engagement,
      'map.md': map(checkout, ledger, both, unknown),
    });
    code.commit({
      by: 'Jonas P <jonas@baltcode.example>',
      on: '2025-08-05',
      files: { 'checkout/a.ts': 'One.\n', 'checkout/b.ts': 'Two.\n', 'ledger/l.ts': 'Three.\n' },
    });
    const others = ['Ruta K <ruta@baltcode.example>', 'Ines <ines@baltcode.example>'];
    for (let i = 0; i < 30; i++)
      code.commit({
        by: others[i] ?? 'Jonas P <jonas@baltcode.example>',
        on: i < 15 ? '2026-02-06' : '2026-05-07',
        files: { 'checkout/a.ts': `${i}\n` },
      });
    code.commit({
      by: 'Anna Lind <anna@nordbetal.example>',
      on: '2026-05-20',
      files: { 'ledger/l.ts': 'Four.\n' },
    });
  });
  afterEach(() => {
    code.remove();
    documents.remove();
  });

  function inCode(...args: readonly string[]): Promise<CliResult> {
    return runCli([...args, '--root', documents.folder], { cwd: code.folder });
  }

  function inDocuments(...args: readonly string[]): Promise<CliResult> {
    return runCli(args, { cwd: documents.folder });
  }

  async function exported(): Promise<string> {
    const { code: exit, out, err } = await inCode('facts', '--repository', 'org/payments=.', '--export', '-');
    assert.equal(exit, 0, err);
    return out;
  }

  function giveSnapshot(text: string): void {
    mkdirSync(path.join(documents.folder, 'knowledge'), { recursive: true });
    writeFileSync(path.join(documents.folder, 'knowledge/payments.json'), text);
    writeFileSync(path.join(documents.folder, 'outrigger.yml'), 'snapshots: [knowledge/payments.json]\n');
  }

  async function facts(...args: readonly string[]): Promise<Facts> {
    return JSON.parse((await inDocuments('facts', '--format', 'json', ...day, ...args)).out) as Facts;
  }

  it('give the facts and findings that the history gives', async () => {
    const of = ['--repository', `org/payments=${code.folder}`];
    const fromHistory = await facts(...of);
    const findingsOfHistory = (await inDocuments('check', '--profile', 'full', ...of)).out;
    giveSnapshot(await exported());
    const fromSnapshot = await facts();
    assert.deepEqual(fromSnapshot, fromHistory);
    assert.deepEqual(
      fromSnapshot.facts
        .filter(({ name }) => name === 'knowledge-share' || name === 'bus-factor')
        .map(({ name, at, value }) => `${at} ${name} ${value}`),
      [
        'Components[0] bus-factor 1',
        'Components[0] knowledge-share client 0.0, supplier 100.0',
        'Components[1] bus-factor 2',
        'Components[1] knowledge-share client 50.0, supplier 50.0',
      ],
    );
    const said = (text: string): readonly string[] =>
      text.split('\n').filter((line) => /OWN009|OWN015/.test(line) && !line.startsWith('Not run'));
    const { out } = await inDocuments('check', '--profile', 'full');
    assert.deepEqual(said(out), said(findingsOfHistory));
    assert.deepEqual(
      said(out).map((line) => line.replace(/^.*?(?=The|Neither|One)/, '').replace(/\s+OWN.*/, '')),
      [
        'One leaver would leave half of "Checkout" without an author (bus factor 1): let others work on it.',
        'Neither accountable nor backup changed anything in "Checkout" since 2025-05-21: 31 changes are by others.',
        'The client made 0 % of 31 changes of "Checkout" since 2025-05-21: who does the work?',
      ],
    );
  });

  it('say once of what repository neither is known', async () => {
    const { notRun } = await facts();
    const none = (name: string): string =>
      `nothing is known of the repository "${name}": name a snapshot of it under snapshots in outrigger.yml, or say with --repository where it lies`;
    const codes = ['bus-factor', 'knowledge-share'];
    const reasons = notRun.filter((one) => one.codes.includes('bus-factor'));
    assert.deepEqual(reasons, [
      { codes, reason: 'no Git history: the folder lies in no Git repository' },
      { codes, reason: none('org/payments') },
      { codes, reason: none('org/portal') },
    ]);
    giveSnapshot(await exported());
    assert.deepEqual(
      (await facts()).notRun.filter((one) => one.codes.includes('bus-factor')).map(({ reason }) => reason),
      ['no Git history: the folder lies in no Git repository', none('org/portal')],
    );
  });

  it('tell of sides and of teams of which three took part, and name nobody', async () => {
    const text = await exported();
    assert.doesNotMatch(text, /anna|jonas|ruta|ines|nordbetal|baltcode|Two of us|@/i);
    const { components, ...head } = JSON.parse(text) as {
      readonly components: readonly Readonly<Record<string, unknown>>[];
    };
    assert.deepEqual(head, {
      format: 'outrigger-knowledge',
      version: 1,
      repository: 'org/payments',
      commit: code.head(),
      day: '2026-05-20',
    });
    const sides = { client: null, supplier: '2026-05-07', unknown: null };
    assert.deepEqual(components[0], {
      component: 'Checkout',
      changes: 31,
      sides: { client: '0.0', supplier: '100.0', unknown: '0.0' },
      teams: { 'Vilnius team': '100.0' },
      quarters: [
        { quarter: '2025-Q3', changes: 1, sides: { client: '0.0', supplier: '100.0', unknown: '0.0' } },
        { quarter: '2026-Q1', changes: 15, sides: { client: '0.0', supplier: '100.0', unknown: '0.0' } },
        { quarter: '2026-Q2', changes: 15, sides: { client: '0.0', supplier: '100.0', unknown: '0.0' } },
      ],
      lastActivity: { sides, teams: { 'Vilnius team': '2026-05-07' } },
      busFactor: { factor: 1, authored: 2, files: 2 },
    });
    assert.deepEqual(
      components.map(({ component }) => component),
      ['Checkout', 'Ledger'],
    );
  });

  it('are written whole, replace nothing but a snapshot, and stay as they are where nothing has changed', async () => {
    const write = ['facts', '--repository', 'org/payments=.', '--export', 'out/knowledge.json'];
    const first = await inCode(...write);
    assert.deepEqual([first.code, first.out], [0, 'out/knowledge.json: 2 components.\n'], first.err);
    const file = path.join(code.folder, 'out/knowledge.json');
    const text = readFileSync(file, 'utf8');
    assert.equal(text, await exported());
    const { ino } = statSync(file);
    assert.equal((await inCode(...write)).code, 0);
    assert.equal(statSync(file).ino, ino);
    writeFileSync(file, text.replace('"2/2"', '"two"'));
    assert.equal((await inCode(...write)).code, 0);
    assert.equal(readFileSync(file, 'utf8'), text);
    for (const other of ['# Notes\n', '{"format": "another"}', '']) {
      writeFileSync(file, other);
      const { code: exit, err } = await inCode(...write);
      assert.equal(exit, 2);
      assert.match(err, /"out\/knowledge\.json" exists already and is no snapshot: it was left alone\./);
      assert.equal(readFileSync(file, 'utf8'), other);
    }
    rmSync(file);
    symlinkSync(path.join(documents.folder, 'engagement.md'), file);
    assert.equal((await inCode(...write)).code, 2);
    assert.equal(readFileSync(path.join(documents.folder, 'engagement.md'), 'utf8'), engagement);
  });

  it('are written nowhere else', async () => {
    const outside = path.join(caches(), 'knowledge.json');
    symlinkSync(caches(), path.join(code.folder, 'link'));
    for (const target of [outside, 'link/knowledge.json', '../knowledge.json', '.']) {
      const { code: exit } = await inCode('facts', '--repository', 'org/payments=.', '--export', target);
      assert.equal(exit, 2, target);
    }
    assert.ok(!existsSync(outside));
  });

  it('are read from nowhere else', async () => {
    writeFileSync(path.join(caches(), 'a.json'), await exported());
    symlinkSync(caches(), path.join(documents.folder, 'link'));
    symlinkSync(path.join(caches(), 'a.json'), path.join(documents.folder, 'b.json'));
    writeFileSync(
      path.join(documents.folder, 'outrigger.yml'),
      'snapshots:\n- link/a.json\n- b.json\n- ./*.json\n- link/no*.json\n',
    );
    const { code: exit, out } = await inDocuments('check');
    assert.equal(exit, 2);
    assert.deepEqual(out.match(/\S+ +error .*?(?= +CFG001)/g), [
      '2:3  error    "link/a.json" cannot be read: it is a link that leads out of the root.',
      '3:3  error    "b.json" cannot be read: it is a link that leads out of the root.',
      '5:3  error    No file matches "link/no*.json": write the path of a snapshot from the root.',
    ]);
    assert.doesNotMatch((await inDocuments('facts', ...day)).out, /bus-factor/);
  });

  it('are not written where nothing may be counted, or is known', async () => {
    const why = async (...args: readonly string[]): Promise<string> => {
      const { code: exit, err, out } = await inCode('facts', '--export', 'knowledge.json', ...args);
      assert.deepEqual([exit, out], [2, '']);
      assert.ok(!existsSync(path.join(code.folder, 'knowledge.json')));
      return err;
    };
    const here = ['--repository', 'org/payments=.'];
    assert.match(await why(), /Nothing is exported: no Git history: the folder lies in no Git repository\./);
    assert.match(await why(...here, '--no-git'), /Nothing is exported: no Git history: --no-git was given\./);
    assert.match(
      await why('--repository', 'org/other=.'),
      /Nothing is exported: no component has Paths in "org\/other" alone\./,
    );
    assert.match(await why(...here, '--repository', 'org/portal=.'), /give --repository once/);
    assert.match(await why('--repository', 'payments=.'), /is no name and folder/);
    assert.match(await why('--repository', 'org/payments=nowhere'), /there is no folder "nowhere"/);
    writeFileSync(path.join(documents.folder, 'outrigger.yml'), 'people_metrics: off\n');
    assert.match(await why(...here), /Nothing is exported: the config says people_metrics: off\./);
    writeFileSync(path.join(documents.folder, 'outrigger.yml'), '');
    writeFileSync(path.join(documents.folder, 'map.md'), map(checkout, checkout));
    assert.match(await why(...here), /two components are called "Checkout"/);
  });

  it('tell of the repository of the documents under the name that is given, or under none', async () => {
    code.write('docs/engagement.md', engagement);
    code.write('docs/map.md', map('Checkout | critical | client | | client | `checkout/**`', ledger));
    const run = async (
      ...args: readonly string[]
    ): Promise<{ repository?: string; components: object[] }> => {
      const { out, err } = await runCli(['facts', '--export', '-', ...args], { cwd: code.folder });
      assert.equal(err, '');
      return JSON.parse(out) as { repository?: string; components: object[] };
    };
    const nameless = await run();
    assert.deepEqual([nameless.repository, nameless.components.length], [undefined, 1]);
    const named = await run('--repository', 'org/payments=docs');
    assert.deepEqual([named.repository, named.components.length], ['org/payments', 2]);
  });
});
