import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { applyPatch } from 'diff';
import { engagementText, runCli, temporaryFolder, type CliResult } from './run-cli.ts';

/** Front matter that ends as YAML may and ours may not: what DOC001 mends. */
const fixable = engagementText.replace('\n---\n\n# Shop', '\n...\n\n# Shop');
/** A name that nobody has and that is nearly one somebody has. */
const guess = engagementText.replace('counterpart: juris', 'counterpart: jurris');

describe('outrigger fix', () => {
  let root: ReturnType<typeof temporaryFolder>;
  afterEach(() => root.remove());
  const fix = (...args: string[]): Promise<CliResult> => runCli(['fix', ...args], { cwd: root.folder });
  const read = (file = 'engagement.md'): string => readFileSync(path.join(root.folder, file), 'utf8');

  it('has something to fix', async () => {
    root = temporaryFolder({ 'engagement.md': fixable });
    const { out } = await runCli(['check'], { cwd: root.folder });
    assert.match(out, /outrigger fix mends 1\./);
  });

  it('writes what it mended, keeping line ends, byte order mark and permissions', async () => {
    const windows = `\u{FEFF}${fixable.replaceAll('\n', '\r\n')}`;
    root = temporaryFolder({ 'engagement.md': windows });
    chmodSync(path.join(root.folder, 'engagement.md'), 0o640);
    assert.deepEqual(await fix(), { code: 0, out: 'engagement.md\n1 fix in 1 file.\n', err: '' });
    assert.equal(read(), windows.replace('\n...', '\n---'));
    assert.equal(statSync(path.join(root.folder, 'engagement.md')).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(root.folder), ['engagement.md']);
    assert.deepEqual(await fix(), { code: 0, out: 'Nothing to fix.\n', err: '' });
  });

  it('writes nothing with --dry-run, and prints a patch that does the same', async () => {
    root = temporaryFolder({ 'shop/engagement.md': fixable });
    const { code, out } = await fix('--dry-run');
    assert.equal(code, 0);
    assert.equal(read('shop/engagement.md'), fixable);
    assert.match(out, /^--- a\/shop\/engagement\.md\n\+\+\+ b\/shop\/engagement\.md\n@@ /);
    const patched = applyPatch(fixable, out);
    await fix();
    assert.equal(read('shop/engagement.md'), patched);
  });

  it('leaves a guess to a person, however near it is', async () => {
    root = temporaryFolder({ 'engagement.md': guess });
    const { out } = await runCli(['check'], { cwd: root.folder });
    assert.match(out, /did you mean "juris"\?/);
    assert.doesNotMatch(out, /outrigger fix mends/);
    assert.equal((await fix()).out, 'Nothing to fix.\n');
    assert.equal(read(), guess);
  });

  it('writes a file once that has a symbolic link beside it', async () => {
    const goals = '---\nkind: goals\nstatus: draft\n...\n# Goals\n';
    root = temporaryFolder({ 'engagement.md': engagementText, 'plans/real.md': goals });
    symlinkSync('plans/real.md', path.join(root.folder, 'goals.md'));
    const patch = (await fix('--dry-run')).out;
    assert.deepEqual(
      patch.split('\n').filter((line) => line.startsWith('+++ ')),
      ['+++ b/plans/real.md'],
    );
    const { code, out, err } = await fix();
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, / in 1 file\.\n$/);
    assert.match(read('plans/real.md'), /\n---\n# Goals/);
  });

  it('mends the config too', async () => {
    root = temporaryFolder({
      'engagement.md': engagementText,
      'outrigger.yml': 'Zone: UTC\nrules: { ownerr: off }\nprofile: full\n',
    });
    assert.match(
      (await runCli(['check'], { cwd: root.folder })).out,
      /"Zone" is unknown; did you mean "zone"\?/,
    );
    assert.equal((await fix()).out, 'outrigger.yml\n1 fix in 1 file.\n');
    assert.match(read('outrigger.yml'), /^zone: UTC\n/);
  });

  it('mends of the config what check says it does', async () => {
    root = temporaryFolder({
      'engagement.md': engagementText,
      'outrigger.yml': 'Zone: Nowhere\nLanguage: en\n',
    });
    assert.match((await runCli(['check'], { cwd: root.folder })).out, / outrigger fix mends 1\.\n$/);
    assert.equal((await fix()).out, 'outrigger.yml\n1 fix in 1 file.\n');
    assert.equal(read('outrigger.yml'), 'Zone: Nowhere\nlanguage: en\n');
    assert.doesNotMatch((await runCli(['check'], { cwd: root.folder })).out, /fix mends/);
  });

  it('keeps to the paths given', async () => {
    root = temporaryFolder({ 'a/engagement.md': fixable, 'b/engagement.md': fixable });
    assert.equal((await fix('b')).out, 'b/engagement.md\n1 fix in 1 file.\n');
    assert.equal(read('a/engagement.md'), fixable);
  });

  it('leaves a file alone that holds bytes which are not UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from(fixable), Buffer.from([0xff])]);
    root = temporaryFolder({ 'engagement.md': bytes });
    const { out, err } = await fix();
    assert.equal(out, 'Nothing to fix.\n');
    assert.match(err, /"engagement\.md" holds bytes that are not UTF-8: it is left alone\./);
    assert.deepEqual(readFileSync(path.join(root.folder, 'engagement.md')), bytes);
  });

  it('writes to the file that a link leads to, and keeps the link', async () => {
    root = temporaryFolder({
      'engagement.md': engagementText,
      'store/plan.txt': '---\nkind: goals\ntitle: Goals\nOwner: juris\n---\n',
    });
    symlinkSync('store/plan.txt', path.join(root.folder, 'goals.md'));
    assert.match((await fix()).out, /^goals\.md\n/);
    assert.match(read('store/plan.txt'), /^owner: juris$/m);
  });

  const record = (key: string): string =>
    `---\nkind: record\ntitle: Steering\nstatus: final\nowner: anna\ntype: steering\nheld: 2026-10-09\n${key}\n---\n\n## Notes\n\nNone.\n`;

  for (const [title, text] of [
    ['a key that would name a meeting which nobody has', record('meetng: Steering x')],
    ['a key whose value does not read', record('perid: soon')],
  ] as const) {
    it(`leaves alone what an error would follow: ${title}`, async () => {
      const other = engagementText.replace('fee:', 'Contract: A-1\nfee:');
      root = temporaryFolder({ 'engagement.md': other, 'record.md': text });
      const before = await runCli(['check', '--format', 'json'], { cwd: root.folder });
      const { findings } = JSON.parse(before.out) as {
        findings: { path: string; severity: string; fixes: { safe: boolean }[] }[];
      };
      const safe = (path_: string): readonly boolean[] =>
        findings.filter((one) => one.path === path_).flatMap(({ fixes }) => fixes.map((fix) => fix.safe));
      assert.deepEqual(safe('engagement.md'), [true]);
      assert.ok(safe('record.md').length > 0 && !safe('record.md').includes(true));
      const errors = findings.filter(({ severity }) => severity === 'error').length;
      assert.equal((await fix()).code, 0);
      assert.equal(read('record.md'), text);
      assert.equal(read('engagement.md'), other.replace('Contract:', 'contract:'));
      const after = await runCli(['check', '--format', 'json'], { cwd: root.folder });
      const left = JSON.parse(after.out) as { summary: { errors: number } };
      assert.equal(left.summary.errors, errors);
      assert.match((await fix()).out, /Nothing to fix/);
    });
  }
});
