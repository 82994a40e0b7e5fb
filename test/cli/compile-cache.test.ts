import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './run-cli.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const isPosix = process.platform !== 'win32' && process.platform !== 'darwin';
const isAdministrator = process.getuid?.() === 0;
const other = 12_345;

type Variables = Readonly<Record<string, string>>;

/** Permissions and owners are set by chmod and chown: only an administrator can give a folder to somebody else. */
(isPosix ? describe : describe.skip)('the compile cache (settled 20)', () => {
  let home: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    home = temporaryFolder({ 'home/x': '', 'tmp/x': '', 'xdg/x': '', 'elsewhere/x': '' });
    fs.rmSync(at('tmp/x'));
    for (const folder of ['.', 'home', 'xdg', 'elsewhere']) fs.chmodSync(at(folder), 0o755);
  });
  afterEach(() => home.remove());
  const at = (file: string): string => path.join(home.folder, file);

  /** The folder that is chosen with these variables, relative to the temporary one. */
  function chosen(variables: Variables = {}, platform: string = process.platform): string | undefined {
    const script = `
      import { compileCacheFolder } from ${JSON.stringify(path.join(repository, 'bin/compile-cache.mjs'))};
      const { platform, variables } = JSON.parse(process.argv[1]);
      process.stdout.write(String(compileCacheFolder({ platform, variables })));`;
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--input-type=module', '--eval', script, '--', JSON.stringify({ platform, variables })],
      { encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: at('home'), ...variables } },
    );
    assert.equal(status, 0, stderr);
    return stdout === 'undefined' ? undefined : path.relative(home.folder, stdout);
  }

  it('stands in a folder of the user, closed to others', () => {
    assert.equal(chosen(), 'home/.cache/outrigger');
    assert.equal(fs.statSync(at('home/.cache/outrigger')).mode & 0o777, 0o700);
    assert.equal(chosen(), 'home/.cache/outrigger');
    assert.equal(chosen({ XDG_CACHE_HOME: at('xdg') }), 'xdg/outrigger');
    assert.equal(chosen({ XDG_CACHE_HOME: 'xdg' }), 'home/.cache/outrigger');
    assert.equal(chosen({}, 'darwin'), 'home/Library/Caches/outrigger');
    assert.equal(chosen({ LOCALAPPDATA: at('home/Local') }, 'win32'), 'home/Local/outrigger');
  });

  it('is nowhere where the user has no folder for it, or wants none', () => {
    assert.equal(chosen({ HOME: '' }), undefined);
    assert.equal(chosen({ HOME: 'home' }), undefined);
    assert.equal(chosen({ NODE_DISABLE_COMPILE_CACHE: '1' }), undefined);
    assert.equal(chosen({ LOCALAPPDATA: at('elsewhere') }, 'win32'), undefined);
    assert.equal(chosen({}, 'win32'), undefined);
    fs.writeFileSync(at('home/.cache'), 'a file');
    assert.equal(chosen(), undefined);
    assert.ok(!fs.existsSync(at('elsewhere/outrigger')));
  });

  it('is nowhere where others may write on the way, or into it', () => {
    for (const [folder, mode] of [
      ['home', 0o777],
      ['home', 0o775],
      ['.', 0o757],
      ['home/.cache', 0o777],
      ['home/.cache', 0o770],
      ['home/.cache/outrigger', 0o755],
      ['home/.cache/outrigger', 0o777],
      ['home/.cache/outrigger', 0o1777],
    ] as const) {
      fs.mkdirSync(at('home/.cache/outrigger'), { recursive: true, mode: 0o700 });
      const { mode: usual } = fs.statSync(at(folder));
      fs.chmodSync(at(folder), mode);
      assert.equal(chosen(), undefined, `${folder} ${mode.toString(8)}`);
      fs.chmodSync(at(folder), usual);
      assert.equal(chosen(), 'home/.cache/outrigger', folder);
    }
  });

  it('is nowhere where something on the way belongs to somebody else', function () {
    if (!isAdministrator) this.skip();
    for (const folder of ['home', 'home/.cache', 'home/.cache/outrigger']) {
      fs.mkdirSync(at('home/.cache/outrigger'), { recursive: true, mode: 0o700 });
      fs.chownSync(at(folder), other, other);
      assert.equal(chosen(), undefined, folder);
      fs.chownSync(at(folder), 0, 0);
      assert.equal(chosen(), 'home/.cache/outrigger', folder);
    }
    // As in /tmp: everybody makes folders there, and nobody renames what is not theirs.
    fs.chmodSync(at('tmp'), 0o1777);
    fs.mkdirSync(at('tmp/.cache'));
    fs.chownSync(at('tmp/.cache'), other, other);
    assert.equal(chosen({ HOME: at('tmp') }), undefined);
    fs.chownSync(at('tmp/.cache'), 0, 0);
    assert.equal(chosen({ HOME: at('tmp') }), 'tmp/.cache/outrigger');
  });

  it('follows only links of the user', function () {
    fs.mkdirSync(at('elsewhere/cache'), { mode: 0o700 });
    fs.symlinkSync(at('elsewhere/cache'), at('home/.cache'));
    assert.equal(chosen(), 'home/.cache/outrigger');
    assert.ok(fs.existsSync(at('elsewhere/cache/outrigger')));
    fs.rmSync(at('elsewhere/cache/outrigger'), { recursive: true });
    fs.symlinkSync(at('xdg'), at('elsewhere/cache/outrigger'));
    assert.equal(chosen(), undefined);
    fs.rmSync(at('elsewhere/cache/outrigger'));
    fs.rmSync(at('home/.cache'));
    fs.symlinkSync('.cache', at('home/.cache'));
    assert.equal(chosen(), undefined);
    if (!isAdministrator) this.skip();
    fs.rmSync(at('home/.cache'));
    // The second of two links is somebody else's.
    fs.symlinkSync(at('elsewhere/second'), at('home/.cache'));
    fs.symlinkSync(at('elsewhere/cache'), at('elsewhere/second'));
    assert.equal(chosen(), 'home/.cache/outrigger');
    fs.lchownSync(at('elsewhere/second'), other, other);
    assert.equal(chosen(), undefined);
  });

  it('is what the program uses, and the temporary folder stays empty', function () {
    if (!fs.existsSync(path.join(repository, 'dist/cli/main.js'))) this.skip();
    const run = (variables: Variables): string => {
      const { status, stderr } = spawnSync(
        process.execPath,
        [path.join(repository, 'bin/outrigger.mjs'), 'rules'],
        { encoding: 'utf8', env: { PATH: process.env['PATH'], TMPDIR: at('tmp'), ...variables } },
      );
      assert.equal(status, 0, stderr);
      return stderr;
    };
    run({ HOME: at('home') });
    assert.equal(fs.readdirSync(at('home/.cache/outrigger')).length, 1);
    fs.chmodSync(at('xdg'), 0o777);
    run({ HOME: at('home'), XDG_CACHE_HOME: at('xdg') });
    assert.deepEqual(fs.readdirSync(at('xdg')), ['x']);
    assert.deepEqual(fs.readdirSync(at('tmp')), []);
  });
});
