import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const isWindows = process.platform === 'win32';

/** The machine's own Node, where it is not the one that runs the tests. */
const otherNode = [process.env['npm_node_execpath'], '/usr/bin/node'].find(
  (each) => each !== undefined && existsSync(each) && versionOf(each) !== process.version,
);

/** What a clone will hold once all that is new is committed. */
const cloned = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
});

(cloned.status === 0 ? describe : describe.skip)('the package of a clean clone', () => {
  let folder = '';
  let files: readonly string[] = [];

  before(function () {
    this.timeout(120_000);
    folder = mkdtempSync(path.join(tmpdir(), 'outrigger-pack-'));
    const clone = path.join(folder, 'clone');
    for (const file of cloned.stdout
      .split('\0')
      .filter((each) => existsSync(path.join(root, each)) && each !== ''))
      cpSync(path.join(root, file), path.join(clone, file), { preserveTimestamps: true });
    // What is installed there is the same; to install it anew would take a network.
    symlinkSync(path.join(root, 'node_modules'), path.join(clone, 'node_modules'), 'junction');
    // A lock file that is newer than what is installed would have `npm ci` empty the folder that the link leads to.
    utimesSync(path.join(clone, 'package-lock.json'), 0, 0);
    assert.ok(!existsSync(path.join(clone, 'dist')));
    const packed = run('npm', ['pack', '--json', '--pack-destination', folder], clone);
    // Depending on its version, npm prints a list of packages or an object by their names.
    const described = Object.values(JSON.parse(packed) as Record<string, { files: { path: string }[] }>)[0];
    files = (described?.files ?? []).map((file) => file.path).toSorted();
    mkdirSync(path.join(folder, 'empty'));
    writeFileSync(path.join(folder, 'empty/package.json'), '{ "private": true }');
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
    run(
      'npm',
      ['install', '--offline', '--no-audit', '--no-fund', path.join(folder, tarball)],
      path.join(folder, 'empty'),
    );
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('holds the program, its licences and what a reader needs; nothing else', () => {
    const chunks = files.filter((file) => /^dist\/cli\/[\w.-]+-[0-9A-Z]{8}\.js$/.test(file));
    assert.deepEqual(
      files.filter((file) => !chunks.includes(file)),
      [
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'THIRD-PARTY-NOTICES.txt',
        'bin/compile-cache.mjs',
        'bin/outrigger.mjs',
        'dist/cli/main.js',
        'package.json',
      ],
    );
  });

  it('installs one package and none that it depends on', () => {
    const modules = path.join(folder, 'empty/node_modules');
    assert.deepEqual(
      readdirSync(modules).filter((name) => !name.startsWith('.')),
      ['outrigger'],
    );
    const manifest = JSON.parse(readFileSync(path.join(modules, 'outrigger/package.json'), 'utf8')) as object;
    assert.equal('dependencies' in manifest, false);
  });

  it('runs as npx outrigger in an empty folder', () => {
    const help = run('npx', ['--no-install', 'outrigger', '--help'], path.join(folder, 'empty'));
    assert.match(help, /^ +check /m);
  });

  for (const node of [process.execPath, otherNode]) {
    (node ? it : it.skip)(`runs on ${node ? `Node ${versionOf(node)}` : "the machine's own Node"}`, () => {
      const bin = path.join(folder, 'empty/node_modules/outrigger/bin/outrigger.mjs');
      const outrigger = (...args: string[]): ReturnType<typeof spawnSync> =>
        spawnSync(node ?? '', [bin, ...args], { cwd: path.join(folder, 'empty'), encoding: 'utf8' });
      const help = outrigger('--help');
      assert.deepEqual([help.status, help.stderr], [0, '']);
      assert.match(String(help.stdout), /^ +check /m);
      const place = `on-${versionOf(node ?? '')}`;
      const begun = outrigger('init', place, '--yes', '--as-of', '2026-11-23');
      assert.deepEqual([begun.status, begun.stderr], [0, '']);
      const checked = outrigger('check', place);
      assert.deepEqual([checked.status, checked.stderr], [0, '']);
      assert.match(String(checked.stdout), /^1 document in 1 engagement/m);
    });
  }
});

describe('bin/outrigger.mjs', () => {
  it('says what to run where nothing is built yet', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'outrigger-bin-'));
    mkdirSync(path.join(folder, 'bin'));
    for (const file of ['bin/outrigger.mjs', 'bin/compile-cache.mjs'])
      writeFileSync(path.join(folder, file), readFileSync(path.join(root, file)));
    const { status, stderr } = spawnSync(process.execPath, [path.join(folder, 'bin/outrigger.mjs')], {
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    assert.equal(status, 2);
    assert.match(stderr, /npm run build/);
  });
});

function run(program: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', shell: isWindows });
  assert.equal(status, 0, stderr);
  return stdout;
}

function versionOf(node: string): string {
  return spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
}
