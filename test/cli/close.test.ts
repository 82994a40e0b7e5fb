import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openReview as draft, pastResultFiles, runCli, temporaryFolder, type CliResult } from './run-cli.ts';

describe('outrigger close', () => {
  let root: ReturnType<typeof temporaryFolder>;
  const record = 'records/2026-12.md';
  const file = (): string => path.join(root.folder, record);
  const text = (): string => readFileSync(file(), 'utf8');
  const close = (args: readonly string[] = [], typed?: readonly string[]): Promise<CliResult> =>
    runCli(['close', record, ...args], { cwd: root.folder, ...(typed && { typed }) });
  beforeEach(() => {
    root = temporaryFolder({ ...pastResultFiles, [record]: draft });
  });
  afterEach(() => root.remove());

  it('asks for what is missing, for nothing else, and counts the answers', async () => {
    const { code, out, err } = await close([], ['anna', 'tomorrow', '2026-12-10']);
    assert.deepEqual([code, out], [0, `${record}: final, with 2 inputs.\n`]);
    assert.equal(err.match(/such as /g)?.length, 3, err);
    assert.match(err, /Say thanks, Owner: /);
    assert.match(text(), /^\| Say thanks \| anna \| 2026-12-10 \|$/m);
    assert.match(text(), /^status: final # until it is closed$/m);
  });

  it('leaves a draft with what was answered where something is left open', async () => {
    const { code, out } = await close([], ['', '2026-12-10']);
    assert.equal(code, 1);
    assert.match(out, /still a draft, with 1 input; 1 thing is missing or wrong\.\n$/);
    assert.equal(text(), draft.replace('| Say thanks | | |', '| Say thanks | | 2026-12-10 |'));
  });

  it('writes nothing where the person stops', async () => {
    const { code, err } = await close([], ['anna']);
    assert.deepEqual([code, text()], [2, draft]);
    assert.match(err, /Stopped: nothing was written\.\n$/);
  });

  it('asks nobody without a terminal, or with --yes, and says what is missing', async () => {
    for (const result of [await close(), await close(['--yes'], ['anna', '2026-12-10'])]) {
      assert.equal(result.code, 1);
      assert.match(result.out, /2 things are missing or wrong\.\n$/);
      assert.equal(result.err, '');
      assert.equal(text(), draft);
    }
  });

  it('takes values of the front matter, also of a key that is not there', async () => {
    writeFileSync(file(), draft.replace('| Say thanks | | |\n', '').replace('held: 2026-12-03', 'held:'));
    const { code, out } = await close(['--set', 'held=2026-12-04', '--set', 'chair=anna']);
    assert.deepEqual([code, out], [0, `${record}: final, with 2 inputs.\n`]);
    assert.match(text(), /^held: 2026-12-04\nperiod: 2026-11\nchair: anna\n---$/m);
    writeFileSync(file(), draft);
    assert.equal((await close(['--set', 'held=never'])).code, 2);
    assert.equal(text(), draft);
  });

  it('leaves a draft where the rules find something wrong once it is final', async () => {
    const missed = draft.replace('99.95 %', '98.5 %').replace('| Say thanks | | |\n', '');
    writeFileSync(file(), missed);
    const full = await close(['--profile', 'full']);
    assert.equal(full.code, 1);
    assert.match(
      full.out,
      /^"98\.5 %" misses the target "99\.9 %" of "Shop", and no action names it: agree on one\.$/m,
    );
    assert.equal(text(), missed);
    assert.equal((await close()).code, 0, 'the base profile does not ask for it');
  });

  it('asks for the action that a missed result must have, then for who does it and by when', async () => {
    const missed = draft.replace('99.95 %', '98.5 %').replace('| Say thanks | | |\n', '');
    writeFileSync(file(), missed);
    const { code, out } = await close(['--profile', 'full'], ['Move the probe', 'anna', '2026-12-10']);
    assert.deepEqual([code, out], [0, `${record}: final, with 3 inputs.\n`]);
    assert.match(text(), /^\| Shop: Move the probe \| anna \| 2026-12-10 \|$/m);
    writeFileSync(file(), missed);
    const open = await close(['--profile', 'full'], ['']);
    assert.deepEqual([open.code, text()], [1, missed]);
    writeFileSync(file(), missed);
    await close(['--profile', 'full'], ['Watch the Shop | at night', '', '2026-12-10']);
    assert.match(text(), /^status: draft #[^]+^\| Watch the Shop \\\| at night \|\s+\| 2026-12-10 \|$/m);
  });

  it('leaves alone what is final, no record, or not there', async () => {
    const said = async (name: string): Promise<string> => {
      const { code, err, out } = await runCli(['close', name], { cwd: root.folder });
      assert.deepEqual([code, out], [2, '']);
      return err;
    };
    assert.match(await said('records/2026-10.md'), /is final already: it was left alone\.\n$/);
    assert.match(await said('sla.md'), /is no record/);
    assert.match(await said('records/none.md'), /does not exist/);
    assert.match(await said('..'), /outside the root/);
  });
});
