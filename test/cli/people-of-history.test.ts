import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { commandTable } from '../../extension/cli/command-table.ts';
import { createNodeWorkspace } from '../../extension/cli/node-workspace.ts';
import { createEngine } from '../../extension/engine/index.ts';
import { HistoryCache } from '../../extension/git/history-cache.ts';
import { historiesBelow } from '../../extension/git/read-history.ts';
import { GitRepository } from '../support/git-repository.ts';
import { useOwnCaches } from '../support/own-caches.ts';
import { runCli } from './run-cli.ts';

/** Somebody in the history: what Git calls them, and how many commits and files are theirs alone. */
interface Author {
  readonly name: string;
  readonly address: string;
  readonly commits: number;
  /** Whether a document writes the address. */
  readonly isAddressTold?: true;
}

/** Each side has two or more, so that the count of a side is that of nobody; no number is the sum of others. */
const authors: readonly Author[] = [
  { name: 'Wilhelmina Quarzazate', address: 'anna@nordbetal.example', commits: 251, isAddressTold: true },
  { name: 'Xaverius Zbigniewicz', address: 'erik@nordbetal.example', commits: 223, isAddressTold: true },
  { name: 'Ottokar Vlkodlak', address: '4711+jonas-p@users.noreply.codehost.example', commits: 307 },
  { name: 'Ysolde Qvarnberg', address: 'ruta@baltcode.example', commits: 409, isAddressTold: true },
  { name: 'Jadwiga Uxbridge', address: 'ines@baltcode.example', commits: 431, isAddressTold: true },
  { name: 'Quirina Xantippe', address: 'qx@zyzzyva.example', commits: 503 },
  { name: 'Zbynek Zwentibold', address: 'zz.top@kvetoslav.example', commits: 601 },
];
/** Who committed what others wrote, tagged, and stands in messages and in `.mailmap` alone. */
const bystanders = ['Balthazar Yggdrasil <by@yggdrasil.example>', 'Eustachius Ximenes <ex@ximenes.example>'];

const engagement = `---
kind: engagement
title: Shop
status: active
phase: delivery
importance: critical
owner: anna
counterpart: jonas
client: Nordbetal AB
supplier: Baltcode UAB
start: 2024-07-01
end: 2027-06-30
notice: 6 months
fee: 1000 EUR per month
profiles: full, dora, gdpr
---

## People

| Person | Party | Role | E-mail | Handle |
| --- | --- | --- | --- | --- |
| anna | client | manager | anna@nordbetal.example | |
| erik | client | architect | erik@nordbetal.example | |
| jonas | supplier | lead | | @jonas-p |
| ruta | supplier | engineer | ruta@baltcode.example | |
| ines | supplier | engineer | ines@baltcode.example | |

## Teams

| Team | Party | Zone | Hours | People |
| --- | --- | --- | --- | --- |
| Vilnius team | supplier | Europe/Vilnius | 09:00-18:00 | jonas, ruta, ines |
| Malmo pair | client | Europe/Stockholm | 08:00-17:00 | anna, erik |

## KPIs

| KPI | Better | Baseline | Target | By |
| --- | --- | --- | --- | --- |
| Pace | lower | 9 days | at most 5 days | 2027-06-30 |
`;

const map = `---
kind: ownership-map
title: Who owns what
status: active
owner: anna
counterpart: jonas
codeowners: CODEOWNERS
---

## Components

| Component | Importance | Accountable | Backup | Does the work | Paths |
| --- | --- | --- | --- | --- | --- |
| Checkout | critical | anna | erik | Malmo pair | \`checkout/**\`, \`gone/**\` |
| Ledger | important | erik | jonas | Vilnius team | \`checkout/1/**\`, \`ledger/**\` |
`;

const transfer = `---
kind: kt-plan
title: Handover
status: active
owner: anna
counterpart: jonas
direction: to client
complete_by: 2026-12-31
---

## Topics

| Topic | Component | From | To | Stage | Accepted by | Accepted on |
| --- | --- | --- | --- | --- | --- | --- |
| Payments | Checkout | ruta | Malmo pair | accepted | anna | 2026-01-10 |
| Books | Ledger | jonas | erik | practised | | |
`;

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

const review = `---
kind: record
title: May
type: service-review
status: draft
owner: anna
held: 2026-05-28
period: 2026-05
---

## Results

| Of | Result |
| --- | --- |
| Pace | 7 days |
`;

/** For each command the runs that say most; a command that is not here fails the test. Each runs in every form and in both languages. */
const runs: Readonly<Record<string, readonly (readonly string[])[]>> = {
  init: [['init', 'fresh', '--yes', '--set', 'client=A', '--set', 'supplier=B', '--set', 'end=2027-08-31']],
  new: [
    ['new', 'kt-plan', '--set', 'direction=to supplier', '--engagement', '.'],
    ['new', 'sla', '--engagement', '.'],
  ],
  check: [
    ['check', '--coverage'],
    ['check', '--profile', 'full'],
  ],
  due: [['due', '--within', '4000d']],
  status: [['status', '.']],
  portfolio: [['portfolio']],
  knowledge: [['knowledge']],
  facts: [['facts'], ['facts', '--name', 'bus-factor', '--name', 'knowledge-share']],
  fix: [['fix', '--dry-run', '--profile', 'full']],
  import: [
    ['import', 'results', 'results.csv', '--record', 'review.md'],
    ['import', 'codeowners', 'CODEOWNERS', '--engagement', '.'],
  ],
  close: [['close', 'review.md', '--yes']],
  credits: [['credits']],
  changes: [['changes'], ['changes', '--since', '2026-01-01', 'map.md']],
  log: [
    ['log', 'map.md'],
    ['log', 'review.md'],
  ],
  codeowners: [
    ['codeowners', '--engagement', '.'],
    ['codeowners', '--check', '--engagement', '.'],
  ],
  leaver: [
    ['leaver', 'anna', '--on', '2026-06-30', '--engagement', '.'],
    ['leaver', 'anna', '--on', '2026-06-30', '--to', 'erik', '--engagement', '.'],
  ],
  sign: [['sign', 'map.md', '--by', 'anna', '--as-of', '2026-06-30']],
  ask: [['ask'], ['ask', '--list']],
  split: [
    ['split', '--list', '--engagement', '.'],
    ['split', 'people', '--engagement', '.'],
  ],
  join: [['join', 'map.md']],
  clauses: [['clauses']],
  rules: [['rules']],
  explain: [
    ['explain', 'OWN009', '--here', 'map.md'],
    ['explain', 'knowledge-share'],
  ],
  export: [['export', '--json']],
};

/** What must not stand anywhere, by what it would tell. */
function forbidden(): readonly (readonly [string, RegExp])[] {
  const words = [...authors.map(({ name }) => name), ...bystanders.map((one) => one.replace(/ <.*/, ''))];
  const addresses = [
    ...authors.flatMap(({ address, isAddressTold }) =>
      isAddressTold ? [] : [address, address.replace(/@.*/, '')],
    ),
    ...bystanders.map((one) => /<(.*)>/.exec(one)![1]!),
  ];
  const all = authors.reduce((sum, { commits }) => sum + commits, 0);
  return [
    ...words.flatMap((name) => name.split(' ')).map((word) => [word, new RegExp(word, 'i')] as const),
    ...words.map((name) => {
      const initials = name.split(' ').map((word) => word[0]);
      return [`initials of ${name}`, new RegExp(`\\b${initials.join('[. ]{0,2}')}\\b`)] as const;
    }),
    ...addresses.map((address) => [address, new RegExp(address.replace(/[.+]/g, '\\$&'), 'i')] as const),
    ...authors.flatMap(({ name, commits }) => [
      [`count of ${name}`, new RegExp(`(?<![\\d-]|\\d[.,])${commits}(?!\\d|[.,-]\\d)`)] as const,
      [
        `share of ${name}`,
        new RegExp(`(?<![\\d.-])${((100 * commits) / all).toFixed(1).replace('.', '[.,]')}(?!\\d)`),
      ] as const,
    ]),
  ];
}

describe('who is in the history', () => {
  let repository: GitRepository;
  useOwnCaches();
  beforeEach(() => (repository = new GitRepository('people')));
  afterEach(() => repository.remove());

  /** A repository of thousands of commits, in which each author makes a file of their own and changes it. */
  function repositoryWith(config: string): void {
    const { status, stderr } = spawnSync(
      'git',
      ['-C', repository.folder, 'fast-import', '--quiet', '--force'],
      {
        input: [...stream(config)].join(''),
        encoding: 'utf8',
      },
    );
    assert.equal(status, 0, stderr);
    repository.git('checkout', '--quiet', '--force', 'main');
    repository.git('tag', 'by-quirina-xantippe');
  }

  function* stream(config: string): Generator<string> {
    const file = (name: string, text: string): string =>
      `M 644 inline ${name}\ndata ${Buffer.byteLength(text)}\n${text}\n`;
    const committer = bystanders[0]!;
    let at = Date.parse('2026-01-02T00:00:00Z') / 1000;
    const head = (author: string): string => {
      const message = `Written by ${author}, seen by ${bystanders[1]!}`;
      return `commit refs/heads/main\nauthor ${author} ${at} +0000\ncommitter ${committer} ${at++} +0000\ndata ${Buffer.byteLength(message)}\n${message}\n`;
    };
    for (const [i, { name, address, commits }] of authors.entries())
      for (let n = 0; n < commits; n++) {
        const its = `checkout/${i % 2}/${i}.ts`;
        yield head(`${name} <${address}>`) + file(its, `${n}\n`);
      }
    const documents = {
      'engagement.md': engagement,
      'map.md': map,
      'kt.md': transfer,
      'runbook.md': runbook,
      'review.md': review,
      'results.csv': 'Of;Result\nPace;7 days\n',
      CODEOWNERS: '* @everybody\n',
      '.mailmap': `Eustachius Ximenes <${authors[0]!.address}> <old@ximenes.example>\n`,
      'outrigger.yml': config,
    };
    yield head(committer);
    for (const [name, text] of Object.entries(documents)) yield file(name, text);
  }

  function assertNobody(text: string, what: string): void {
    for (const [told, pattern] of forbidden()) {
      const found = pattern.exec(text);
      assert.ok(
        !found,
        `${what} tells ${told}: ${text.slice(Math.max(0, (found?.index ?? 0) - 80), (found?.index ?? 0) + 80)}`,
      );
    }
  }

  it('is looked for in what every command says', () => {
    assert.deepEqual(Object.keys(runs).sort(), commandTable.map(({ name }) => name).sort());
  });

  for (const [mode, config] of Object.entries({
    'by team': 'version: 1\n',
    off: 'version: 1\npeople_metrics: off\n',
  })) {
    it(`is told by no command, ${mode}`, async () => {
      repositoryWith(config);
      let everything = '';
      for (const { name, formats, options } of commandTable)
        for (const run of runs[name]!)
          for (const format of formats)
            for (const lang of ['en', 'sv']) {
              // What is written, is written once.
              if (lang === 'sv' && ['init', 'new', 'close'].includes(name)) continue;
              const isGiven = options.some((option) => option.name === 'json');
              const argv = [
                ...run,
                ...(isGiven ? [] : ['--format', format]),
                '--lang',
                lang,
                '--as-of',
                '2026-06-01',
              ];
              const { code, out, err } = await runCli(argv, {
                cwd: repository.folder,
                now: '2026-06-01T00:00:00Z',
              });
              assert.notEqual(code, 2, `${argv.join(' ')}: ${err}`);
              assertNobody(`${out}\n${err}`, argv.join(' '));
              everything += out;
            }
      for (const file of readdirSync(repository.folder, { recursive: true, encoding: 'utf8' }))
        if (file.endsWith('.md'))
          assertNobody(readFileSync(path.join(repository.folder, file), 'utf8'), file);
      // It was looked at, and told by sides.
      assert.match(everything, /OWN008/);
      const { out } = await runCli(['facts', '--format', 'json'], {
        cwd: repository.folder,
        now: '2026-06-01T00:00:00Z',
      });
      const { facts } = JSON.parse(out) as {
        facts: readonly { name: string; data: Record<string, unknown> }[];
      };
      const told = facts.filter(({ name }) => ['bus-factor', 'knowledge-share'].includes(name));
      assert.deepEqual(
        told.map(({ name, data }) => `${name}: ${Object.keys(data).join(' ')}`).sort(),
        mode === 'off'
          ? []
          : ['bus-factor: ', 'knowledge-share: changes from to commit sides teams quarters']
              .flatMap((one) => [one, one])
              .sort(),
      );
      // On the second component one of the team's people has worked alone.
      const teams = told.flatMap(({ data: { teams: its } }) => (its ? [Object.keys(its)] : []));
      assert.deepEqual(teams, mode === 'off' ? [] : [['Vilnius team'], []]);
    }).timeout(120_000);

    it(`is told by no view of an editor, ${mode}`, async () => {
      repositoryWith(config);
      const root = repository.folder;
      const engine = createEngine({
        workspace: createNodeWorkspace(root),
        historyOf: historiesBelow({ root, cache: new HistoryCache(undefined) }),
      });
      await engine.load();
      const asOf = '2026-06-01';
      const answers: unknown[] = [
        engine.findings().map(({ byPath }) => [...byPath]),
        engine.check(),
        engine.coverage(),
        engine.questions(),
        await engine.due({ asOf, withinDays: 4000 }),
        await engine.facts({ asOf }),
        engine.notRun('facts'),
        await engine.overview('', asOf),
        await engine.standing('', asOf),
        await engine.changes([''], { since: { is: 'beginning' } }),
        engine.clauses(['']),
        engine.assembled(['']),
      ];
      for (const document of ['map.md', 'kt.md', 'runbook.md']) {
        const lines = engine.textOf(document)!.split('\n');
        for (const [line, text] of lines.entries())
          for (let character = 0; character < text.length; character += 3) {
            answers.push(await engine.hover(document, { line, character }, asOf));
            answers.push(engine.definition(document, { line, character }));
          }
      }
      assertNobody(JSON.stringify(answers), 'the engine');
    }).timeout(120_000);
  }
});
