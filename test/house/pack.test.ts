import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const isBuilt = existsSync(path.join(root, 'dist/cli/main.js'));
const isWindows = process.platform === 'win32';

/** The machine's own Node, where it is not the one that runs the tests. */
const otherNode = [process.env['npm_node_execpath'], '/usr/bin/node'].find(
  (each) => each !== undefined && existsSync(each) && versionOf(each) !== process.version,
);

(isBuilt ? describe : describe.skip)('the package', () => {
  let folder = '';
  let files: readonly string[] = [];

  before(function () {
    this.timeout(60_000);
    folder = mkdtempSync(path.join(tmpdir(), 'outrigger-pack-'));
    const packed = run('npm', ['pack', '--json', '--pack-destination', folder], root);
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
      const { status, stdout, stderr } = spawnSync(node ?? '', [bin, '--help'], { encoding: 'utf8' });
      assert.equal(status, 0, stderr);
      assert.match(stdout, /^ +check /m);
      assert.equal(stderr, '');
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
