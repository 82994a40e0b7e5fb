import assert from 'node:assert/strict';
import { engagementText, pastResultFiles, runCli, temporaryFolder, type CliResult } from './run-cli.ts';

describe('outrigger facts', () => {
  let root: ReturnType<typeof temporaryFolder>;
  before(
    () =>
      (root = temporaryFolder({ 'shop/engagement.md': engagementText, 'b/engagement.md': engagementText })),
  );
  after(() => root.remove());
  const facts = (...args: string[]): Promise<CliResult> =>
    runCli(['facts', '--as-of', '2026-11-23', ...args], { cwd: root.folder });

  it('shows each value with its unit, its place and its working', async () => {
    const { code, out } = await facts('shop');
    assert.equal(code, 0);
    assert.match(out, /^As of 2026-11-23: \d+ facts\.\n\nshop\/engagement\.md\n/);
    assert.match(out, /^ {2}last-opt-out-date {2}2026-12-30 {2}[a-z_]+, line \d+\n {6}\S.*\.?$/m);
    assert.match(out, /^ {2}committed-by-silence {2}12 000 EUR {2}renewal, line 13$/m);
  });

  it('shows the chain of the true last day date by date', async () => {
    const { out } = await facts('shop', '--name', 'true-last-day');
    const lines = out.split('\n');
    assert.match(lines[3] ?? '', /^ {2}true-last-day {2}2026-12-30 {2}end, line 11$/);
    assert.equal(lines[5], '      2027-06-30  end');
    assert.match(lines[6] ?? '', /^ {6}2026-12-30 {2}\S+ = end - 6 months$/);
  });

  it('gives JSON with the names that were asked for', async () => {
    const { out } = await facts('--name', 'last-opt-out-date', '--name', 'next-review', '--format', 'json');
    const result = JSON.parse(out) as { version: number; asOf: string; facts: Record<string, unknown>[] };
    assert.deepEqual([result.version, result.asOf], [1, '2026-11-23']);
    assert.deepEqual(
      result.facts.map(({ path, name, value, unit }) => [path, name, value, unit].join(' ')).toSorted(),
      [
        'b/engagement.md last-opt-out-date 2026-12-30 date',
        'b/engagement.md next-review 2026-07-01 date',
        'shop/engagement.md last-opt-out-date 2026-12-30 date',
        'shop/engagement.md next-review 2026-07-01 date',
      ],
    );
    assert.deepEqual(Object.keys(result.facts[0] ?? {}), [
      'path',
      'line',
      'column',
      'at',
      'name',
      'value',
      'unit',
      'how',
      'data',
    ]);
  });

  it('says once on standard error what it knows too little for, in JSON beside the facts', async () => {
    const { folder, remove } = temporaryFolder(pastResultFiles);
    try {
      const names = ['claim-by', 'credit-due', 'credits-open', 'error-budget', 'result-verdict'];
      const args = ['facts', '--as-of', '2026-12-20'];
      const { err } = await runCli(args, { cwd: folder });
      assert.match(
        err,
        new RegExp(`^Not run: ${names.join(', ')} \\(nothing is concluded from 1 .*\\)\\.\\n$`),
      );
      const one = await runCli([...args, '--name', 'credit-due', '--format', 'json'], { cwd: folder });
      assert.equal(one.err, '');
      const { notRun } = JSON.parse(one.out) as { notRun: { codes: string[] }[] };
      assert.deepEqual(
        notRun.map(({ codes }) => codes),
        [['credit-due']],
      );
      assert.equal((await runCli([...args, '--name', 'next-review'], { cwd: folder })).err, '');
    } finally {
      remove();
    }
  });

  it('names the nearest fact for one that there is not', async () => {
    assert.deepEqual(await facts('--name', 'true-last-dya'), {
      code: 2,
      out: '',
      err: '"true-last-dya" is not known to --name. Did you mean "true-last-day"?\n',
    });
  });
});
