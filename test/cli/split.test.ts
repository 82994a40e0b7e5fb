import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { removeFile } from '../../extension/cli/remove-file.ts';
import { exampleFiles } from '../support/example-files.ts';
import { runCli, temporaryFolder, type CliResult } from './run-cli.ts';

const text = exampleFiles('small').get('engagement.md')!;

describe('outrigger split and join', () => {
  let root: ReturnType<typeof temporaryFolder>;
  const begin = (files: Readonly<Record<string, string>> = {}): void => {
    root = temporaryFolder({ 'engagement.md': text, ...files });
  };
  const run = (...args: readonly string[]): Promise<CliResult> =>
    runCli([...args, '--as-of', '2026-11-23'], { cwd: root.folder });
  const read = (file: string): string => readFileSync(path.join(root.folder, file), 'utf8');
  const listed = (): readonly string[] => readdirSync(root.folder).sort();
  afterEach(() => root.remove());

  it('print a patch that Git applies, and write nothing without --write', async () => {
    begin();
    const { code, out, err } = await run('split', 'Risks');
    assert.deepEqual([code, err], [0, 'Nothing was written: --write writes it.\n']);
    assert.match(out, /^--- a\/engagement\.md\n\+\+\+ b\/engagement\.md\n/m);
    assert.match(out, /^--- \/dev\/null\n\+\+\+ b\/risk-register\.md\n@@ -0,0 \+1,/m);
    assert.deepEqual([listed(), read('engagement.md')], [['engagement.md'], text]);
    execFileSync('git', ['apply', '-'], { cwd: root.folder, input: out });
    assert.match(read('risk-register.md'), /^kind: risk-register$/m);
    const joined = await run('join', 'risk-register.md');
    assert.match(joined.out, /^--- a\/risk-register\.md\n\+\+\+ \/dev\/null\n/m);
    execFileSync('git', ['apply', '-'], { cwd: root.folder, input: joined.out });
    assert.deepEqual(listed(), ['engagement.md']);
  });

  it('write all files with --write, and go back', async () => {
    begin();
    const { code, out, err } = await run('split', 'exit-plan', '--write');
    assert.deepEqual([code, out.split('\n').sort(), err], [0, ['', 'engagement.md', 'exit-plan.md'], '']);
    assert.doesNotMatch(read('engagement.md'), /^## Sudden exit$/m);
    const back = await run('join', 'exit-plan.md', '--write');
    assert.deepEqual([back.code, back.err, listed()], [0, '', ['engagement.md']]);
    assert.match(read('engagement.md'), /^## Sudden exit$/m);
  });

  it('keep the byte order mark, and the line ends', async () => {
    begin({ 'engagement.md': `\u{FEFF}${text.replaceAll('\n', '\r\n')}` });
    assert.equal((await run('split', 'risks', '--write')).code, 0);
    assert.match(read('engagement.md'), /^\u{FEFF}---\r\n/u);
    for (const file of listed())
      assert.equal(
        read(file)
          .replaceAll('\r\n', '')
          .search(/[\r\n]/),
        -1,
      );
  });

  it('say what would change, and write nothing', async () => {
    begin();
    const { code, out, err } = await run('split', 'Topics', '--write');
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^Newly said: kt-plan\.md: .*"direction".* \(DOC014\)\n/m);
    assert.match(err, /Nothing was written\.\n$/);
    assert.deepEqual([listed(), read('engagement.md')], [['engagement.md'], text]);
  });

  it('list what can stand alone', async () => {
    begin();
    const { code, out } = await run('split', '--list');
    assert.equal(code, 0);
    assert.match(out, /^engagement\.md: Risks to risk-register\.md$/m);
    assert.match(out, /^engagement\.md: Triggers, Options, .*Sudden exit to exit-plan\.md$/m);
    assert.doesNotMatch(out, /Topics/);
  });

  it('overwrite no file that stands there', async () => {
    begin({ 'risk-register.md': 'ours\n' });
    const { code, err } = await run('split', 'Risks', '--write');
    assert.equal(code, 2);
    assert.match(err, /"risk-register\.md" exists already and was left alone\.\n/);
    assert.deepEqual([read('risk-register.md'), read('engagement.md')], ['ours\n', text]);
  });

  it('take the first file back where the second cannot be written', async () => {
    begin();
    chmodSync(path.join(root.folder, 'engagement.md'), 0o444);
    const { code, err } = await run('split', 'Risks', '--write');
    assert.equal(code, 2);
    assert.match(err, /"engagement\.md" is read-only: it was left alone\.\n/);
    assert.deepEqual([listed(), read('engagement.md')], [['engagement.md'], text]);
  });

  it('remove no file that has changed since it was read', () => {
    begin({ 'a.md': 'new\n' });
    const at = (file: string): string => path.join(root.folder, file);
    for (const file of ['a.md', 'gone.md']) assert.equal(removeFile(at(file), 'old\n').is, 'leftAlone');
    assert.equal(read('a.md'), 'new\n');
    assert.equal(removeFile(at('a.md'), 'new\n').is, 'written');
    assert.deepEqual(listed(), ['engagement.md']);
  });

  it('ask for what they need', async () => {
    begin();
    for (const args of [['split'], ['split', '--list', 'Risks'], ['join'], ['join', 'gone.md']]) {
      const { code, out } = await run(...args);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
    }
    assert.match(
      (await run('split', 'Purpose')).err,
      /"Purpose" in "engagement\.md" stands where it belongs\./,
    );
  });

  it('speak Swedish', async () => {
    begin({ 'outrigger.yml': 'language: sv\n' });
    const { err } = await run('split', 'Syfte');
    assert.match(err, /"Purpose" i "engagement\.md" står där det hör hemma\./);
  });
});
