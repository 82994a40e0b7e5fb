import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { engagementText, temporaryFolder } from './run-cli.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const bin = path.join(repository, 'bin/outrigger.mjs');
const isBuilt = existsSync(path.join(repository, 'dist/cli/main.js'));

(isBuilt ? describe : describe.skip)('the built program', function () {
  this.timeout(20_000);

  function run(
    args: readonly string[],
    variables: Readonly<Record<string, string>> = {},
  ): { code: number | null; out: string; err: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
      cwd: repository,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C', ...variables },
    });
    return { code: status, out: stdout, err: stderr };
  }

  it('knows its version', () => {
    assert.deepEqual(run(['--version']), { code: 0, out: `${manifest.version}\n`, err: '' });
  });

  it('says the same under every day, time zone and locale', () => {
    const check = ['check', 'examples', '--format', 'json'];
    const first = run(check);
    assert.equal(first.code, 1, first.err);
    const others: readonly (readonly [day: string, variables: Readonly<Record<string, string>>])[] = [
      ['1999-12-31', { TZ: 'Pacific/Kiritimati', LC_ALL: 'sv_SE.UTF-8' }],
      ['2399-01-01', { TZ: 'America/Los_Angeles', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' }],
    ];
    for (const [day, variables] of others)
      assert.deepEqual(run([...check, '--as-of', day], variables), first, day);
  });

  it('speaks the language of the machine, and loads no Swedish to speak English', () => {
    const check = ['check', 'examples/small'];
    assert.match(run(check).out, /^1 document in 1 engagement, .*: no errors, no warnings\.$/m);
    assert.match(run(check, { LC_ALL: 'sv_SE.UTF-8' }).out, /^1 dokument i 1 uppdrag, .*: inga fel/m);
    const cli = path.join(repository, 'dist/cli');
    const loaded = new Set<string>();
    const follow = (file: string): void => {
      if (loaded.has(file)) return;
      loaded.add(file);
      const source = readFileSync(path.join(cli, file), 'utf8');
      for (const [, next = ''] of source.matchAll(/(?:from|import)"\.\/([\w-]+\.js)"/g)) follow(next);
    };
    for (const file of readdirSync(cli)) if (/^(?:main|commands)\b/.test(file)) follow(file);
    assert.ok(loaded.size > 3);
    for (const file of loaded)
      assert.doesNotMatch(readFileSync(path.join(cli, file), 'utf8'), /inga varningar/, file);
  });

  it('loads what only some commands need', () => {
    const due = run(['due', 'examples/payments', '--as-of', '2026-11-23', '--format', 'ics']);
    assert.equal(due.code, 0, due.err);
    assert.match(due.out, /^BEGIN:VCALENDAR/);
    const root = temporaryFolder({
      'engagement.md': engagementText.replace('counterpart: juris', 'Counterpart: juris'),
    });
    assert.match(run(['fix', '--dry-run', '--root', root.folder]).out, /^\+counterpart: juris$/m);
    assert.match(run(['new', 'sla', '--root', root.folder]).out, /^sla\.md: /);
    root.remove();
  });

  it('ends quietly when its reader has seen enough', async () => {
    const child = spawn(
      process.execPath,
      [bin, 'facts', 'examples', '--as-of', '2026-11-23', '--format', 'json'],
      { cwd: repository },
    );
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const [code, signal] = await new Promise<readonly [number | null, string | null]>((resolve) => {
      child.on('close', (...ended) => resolve(ended));
    });
    assert.deepEqual({ code, signal, err }, { code: 0, signal: null, err: '' });
  });

  it('writes nothing when it is interrupted', () => {
    const root = temporaryFolder({});
    const { status, stderr } = spawnSync(process.execPath, [bin, 'init', '--root', root.folder], {
      cwd: root.folder,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
      input: '',
    });
    assert.equal(status, 2);
    assert.match(stderr, /standard input is no terminal/);
    assert.equal(existsSync(path.join(root.folder, 'engagement.md')), false);
    root.remove();
  });
});
