import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { engagementText, runCli, temporaryFolder, type CliResult } from './run-cli.ts';

const levels = `---
kind: sla
title: Service levels
status: active
measured_over: calendar month
claim_within: 30 days
---

## Services

| Service |
| --- |
| Shop |

## Service levels

| Service | Measure | Target | Measured by |
| --- | --- | --- | --- |
| Shop | availability | 99.9 % | probe |

## Service credits

| From | Below | Credit |
| --- | --- | --- |
| 0 % | 99.9 % | 5 % |
`;

const review = `---
kind: record
title: Review
type: service-review
status: final
held: 2026-11-05
period: 2026-10
---

## Results

| Of | Measure | Result |
| --- | --- | --- |
| Shop | availability | 99.5 % |
`;

describe('outrigger credits', () => {
  let root: ReturnType<typeof temporaryFolder>;
  before(() => {
    root = temporaryFolder({
      'shop/engagement.md': engagementText,
      'shop/sla.md': levels,
      'shop/records/october.md': review,
      'butik/engagement.md': engagementText.replace('kind: engagement', 'kind: engagement\nlanguage: sv'),
      'butik/sla.md': levels,
      'butik/october.md': review,
    });
  });
  after(() => root.remove());
  const credits = (...args: string[]): Promise<CliResult> =>
    runCli(['credits', '--as-of', '2026-11-23', ...args], { cwd: root.folder });

  it('lists each credit with state, amount, last day and working, and sums them', async () => {
    const { code, out, err } = await credits('shop');
    assert.deepEqual([code, err], [0, '']);
    const lines = out.split('\n');
    assert.equal(lines[0], 'As of 2026-11-23: 1 credit, and 0 results in dispute.');
    assert.equal(lines[2], 'shop');
    assert.match(
      lines[5]!,
      /^due +Shop +availability +2026-10 +99\.5 % +50 EUR +2026-11-30, in 7 days +shop\/records\/october\.md:14 +"99\.5 %" is at least 0 % and below 99\.9 %: 5 % of "fee", 1 000 EUR per month, for 2026-10$/,
    );
    assert.equal(lines[7], 'Sums, held to the caps and without what is disputed: due 50 EUR.');
  });

  it('takes the engagement by --engagement too, and all of them where none is named', async () => {
    assert.equal((await credits('--engagement', 'shop')).out, (await credits('shop')).out);
    const { out } = await credits('--format', 'json');
    const { version, asOf, engagements } = JSON.parse(out) as {
      version: number;
      asOf: string;
      engagements: { folder: string; credits: { amount: string; line: number }[]; sums: unknown }[];
    };
    assert.deepEqual([version, asOf], [1, '2026-11-23']);
    assert.deepEqual(
      engagements.map(({ folder, credits: its, sums }) => [folder, its[0]?.amount, its[0]?.line, sums]),
      ['butik', 'shop'].map((folder) => [
        folder,
        '50.00',
        14,
        [{ state: 'due', currency: 'EUR', amount: '50.00' }],
      ]),
    );
    assert.match((await credits('shop', '--format', 'md')).out, /^\| due \| Shop \| /m);
  });

  it('says of results from before the agreement that nothing is known of their credits', async () => {
    const late = temporaryFolder({
      'engagement.md': engagementText,
      'sla.md': levels.replace('status: active', 'status: active\nvalid_from: 2026-11-01'),
      'october.md': review,
    });
    try {
      const { out, err } = await runCli(['credits', '--as-of', '2026-11-23'], { cwd: late.folder });
      assert.match(out, /No result earns a credit\.\n$/);
      assert.match(err, /^Not run: credit-due \(/);
      const json = await runCli(['credits', '--as-of', '2026-11-23', '--format', 'json'], {
        cwd: late.folder,
      });
      assert.deepEqual(
        (JSON.parse(json.out) as { notRun: { codes: unknown }[] }).notRun.map(({ codes }) => codes),
        [['credit-due']],
      );
    } finally {
      late.remove();
    }
  });

  it('writes the claim of a period or of a record, in the language of the engagement or that of --lang', async () => {
    const ofPeriod = await credits('shop', '--letter', '2026-10');
    assert.deepEqual([ofPeriod.code, ofPeriod.err], [0, '']);
    assert.match(ofPeriod.out, /^# Claim for service credits, 2026-10\n[^]*We claim 50 EUR/);
    assert.equal((await credits('--letter', 'shop/records/october.md')).out, ofPeriod.out);
    const inSwedish = await credits('butik', '--letter', '2026-10');
    assert.match(inSwedish.out, /^# Begäran om vite, 2026-10\n[^]*Vi begär 50 EUR/);
    assert.match((await credits('butik', '--letter', '2026-10', '--lang', 'en')).out, /^# Claim for/);
    assert.match((await credits('shop', '--letter', '2026-10', '--lang', 'sv')).out, /^# Begäran om/);
    // The machine decides what is told beside, and never the letter.
    const machine = await runCli(['credits', 'shop', '--as-of', '2026-11-23', '--letter', '2026-10'], {
      cwd: root.folder,
      variables: { LANG: 'sv_SE.UTF-8' },
    });
    assert.equal(machine.out, ofPeriod.out);
  });

  it('prints no letter where nothing is due, and says so', async () => {
    for (const period of ['2026-09', 'October'])
      assert.deepEqual(await credits('shop', '--letter', period), {
        code: 1,
        out: '',
        err: `There is nothing to claim for "${period}" on 2026-11-23: no result of it earns a credit.\n`,
      });
    const lapsed = await runCli(['credits', 'shop', '--letter', '2026-10', '--as-of', '2026-12-01'], {
      cwd: root.folder,
    });
    assert.deepEqual([lapsed.code, lapsed.out], [1, '']);
    assert.match(lapsed.err, /what it earns is lapsed\.\n$/);
  });

  it('refuses what is no record, several engagements and another form', async () => {
    const refusals: readonly (readonly [string, ...string[]])[] = [
      ['"shop/none.md" does not exist.', '--letter', 'shop/none.md'],
      ['There are 2 engagements here.', '--letter', '2026-10'],
      [
        'A letter is Markdown: leave out --format, or --letter.',
        'shop',
        '--letter',
        '2026-10',
        '--format',
        'json',
      ],
      ['"shop/nowhere" does not exist.', '--engagement', 'shop/nowhere'],
    ];
    for (const [said, ...args] of refusals) {
      const { code, out, err } = await credits(...args);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.ok(err.includes(said), err);
    }
    assert.deepEqual(readdirSync(root.folder).sort(), ['butik', 'shop']);
  });
});
