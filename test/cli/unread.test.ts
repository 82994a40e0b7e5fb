import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createNodeWorkspace } from '../../extension/cli/node-workspace.ts';
import { asNobody, fault, withFault } from './faulty-files.ts';
import { engagementText, runCli, temporaryFolder, type CliResult } from './run-cli.ts';

const isWindows = process.platform === 'win32';
const goals = '---\nkind: goals\ntitle: Goals\nstatus: draft\nowner: anna\n---\n';

describe('what cannot be read', () => {
  let root: ReturnType<typeof temporaryFolder>;
  afterEach(() => root.remove());
  const at = (file: string): string => path.join(root.folder, file);
  const run = (...args: string[]): Promise<CliResult> => runCli(args, { cwd: root.folder });
  const pipe = (file: string): void =>
    assert.equal(spawnSync('sh', ['-c', 'mkfifo "$0"', at(file)]).status, 0);

  it('takes links that nothing can have as missing, and reports the rest', async () => {
    const targets = [
      `${'x'.repeat(300)}.txt`,
      'x%00y.txt',
      '%00',
      'a/%00/b.txt',
      `${'deep/'.repeat(2000)}x.txt`,
      'x%zz.txt',
      '%E5.txt',
      '%.txt',
    ];
    const links = targets.map((target, i) => `| Pilot ${i} | 2026-12-18 | [order](${target}) | planned |\n`);
    root = temporaryFolder({
      'engagement.md': `${engagementText}${links.join('')}| Late | 2026-02-30 | x | planned |\n`,
    });
    const { code, out, err } = await run('check');
    assert.deepEqual([code, err], [1, '']);
    assert.doesNotMatch(out, /failed here/);
    assert.match(out, /"2026-02-30" does not exist/);
  });

  for (const code of ['EACCES', 'EIO', 'EPERM', 'ESTALE', 'EMFILE', 'ENAMETOOLONG', 'ELOOP']) {
    it(`goes on where looking for the target of a link gives ${code}`, async () => {
      root = temporaryFolder({
        'engagement.md': `${engagementText}| Late | 2026-02-30 | [x](x.txt) | planned |\n`,
      });
      const faulty = (full: unknown): void => {
        if (String(full).endsWith('x.txt')) throw fault(code);
      };
      const found = await withFault('statSync', faulty, () => run('check'));
      assert.equal(found.code, 1);
      assert.doesNotMatch(found.out, /failed here/);
      assert.match(found.out, /"2026-02-30" does not exist/);
    });

    it(`goes on where opening a document gives ${code}`, async () => {
      root = temporaryFolder({ 'engagement.md': engagementText, 'goals.md': goals });
      const faulty = (full: unknown): void => {
        if (String(full).endsWith('goals.md')) throw fault(code);
      };
      for (const name of ['openSync', 'lstatSync'] as const) {
        const found = await withFault(name, faulty, () => run('check'));
        assert.ok(found.code === 0 || found.code === 2, found.out);
        assert.match(found.out, /in 1 engagement/);
      }
    });
  }

  it('knows nothing of a folder that may not be entered, and says nothing of its files', async function () {
    root = temporaryFolder({
      'engagement.md': `${engagementText}| Order | 2026-12-18 | [x](../private/x.txt) [y](private/y.txt) | planned |\n`,
      'private/y.txt': '',
    });
    fs.chmodSync(root.folder, 0o755);
    fs.chmodSync(at('private'), 0o600);
    const { out } = await asNobody(this, () => run('check'));
    fs.chmodSync(at('private'), 0o755);
    assert.doesNotMatch(out, /failed here|y\.txt/);
  });

  it('exits with 2 where a folder below an engagement, or one that was asked for, cannot be listed', async function () {
    root = temporaryFolder({
      'shop/engagement.md': engagementText.replace('end: 2027-06-30', 'end: 2027-02-30'),
      'shop/locked/goals.md': goals,
      'elsewhere/locked/goals.md': goals,
    });
    fs.chmodSync(root.folder, 0o755);
    for (const folder of ['shop/locked', 'elsewhere/locked']) fs.chmodSync(at(folder), 0o111);
    const said = {
      missed: 'The folder "shop/locked" cannot be read: you have no permission to read it.\n',
      notice: 'The folder "elsewhere/locked" is left out: you have no permission to read it.\n',
      asked: 'The folder "elsewhere/locked" cannot be read: you have no permission to read it.\n',
    };
    const sorted = ({ err }: CliResult): readonly string[] => err.split(/(?<=\n)/).toSorted();
    await asNobody(this, async () => {
      const all = await run('check');
      assert.equal(all.code, 2);
      assert.match(all.out, /shop\/engagement\.md\n.*"2027-02-30"/s);
      assert.deepEqual(sorted(all), [said.missed, said.notice].toSorted());
      for (const command of ['due', 'facts', 'portfolio', 'export']) {
        const { code } = await run(command, ...(command === 'export' ? [] : ['--as-of', '2026-11-23']));
        assert.equal(code, 2, command);
      }
      for (const asked of ['elsewhere', 'elsewhere/locked', 'elsewhere/locked/goals.md']) {
        const found = await run('check', asked);
        assert.equal(found.code, 2);
        assert.ok(sorted(found).includes(said.asked), found.err);
      }
    });
    fs.rmSync(at('shop/locked'), { recursive: true });
    await asNobody(this, async () => {
      const found = await run('portfolio', '--as-of', '2026-11-23');
      assert.deepEqual([found.code, found.err], [0, said.notice]);
    });
    for (const folder of ['elsewhere/locked']) fs.chmodSync(at(folder), 0o755);
  });

  it('names files and folders whose names are not UTF-8, and exits with 2', async function () {
    if (process.platform !== 'linux') this.skip();
    root = temporaryFolder({
      'shop/engagement.md': engagementText,
      'shop/\ufffd.md': goals,
      'shop/.gitignore': 'left*\n',
    });
    const bytes = (name: string): Buffer => Buffer.from(at(name), 'latin1');
    fs.writeFileSync(bytes('shop/m\u00e5l.md'), goals);
    fs.writeFileSync(bytes('shop/\u00e5.txt'), '');
    fs.writeFileSync(bytes('shop/left\u00e5.md'), goals);
    fs.mkdirSync(bytes('shop/m\u00f6ten'));
    fs.mkdirSync(bytes('notes-\u00f6'));
    const { code, out, err } = await run('check');
    assert.equal(code, 2);
    assert.match(out, /2 documents in 1 engagement/);
    assert.deepEqual(err.split('\n').toSorted(), [
      '',
      '"shop/m\\xe5l.md" cannot be read: its name is not UTF-8.',
      'The folder "notes-\\xf6" is left out: its name is not UTF-8.',
      'The folder "shop/m\\xf6ten" cannot be read: its name is not UTF-8.',
    ]);
  });

  it('waits for no pipe and reads no device, whatever the name', async function () {
    if (isWindows) this.skip();
    root = temporaryFolder({ 'engagement.md': engagementText, 'sub/goals.md': goals });
    for (const file of ['.gitignore', 'outrigger.yml', 'sla.md', 'sub/.gitignore']) pipe(file);
    fs.symlinkSync('/dev/zero', at('zero.md'));
    fs.symlinkSync('../sla.md', at('sub/pipe.md'));
    const { code, out, err } = await run('check');
    assert.match(out, /2 documents in 1 engagement/);
    const why = 'cannot be read: it is no regular file.\n';
    assert.deepEqual(
      [code, err.split(/(?<=\n)/).toSorted()],
      [2, [`"outrigger.yml" ${why}`, `"sla.md" ${why}`]],
    );
    fs.rmSync(at('.gitignore'));
    fs.symlinkSync('/dev/zero', at('.gitignore'));
    assert.match((await run('check')).out, /2 documents in 1 engagement/);
    fs.mkdirSync(at('made'));
    fs.rmSync(at('outrigger.yml'));
    assert.match((await run('check')).out, /2 documents in 1 engagement/);
    const workspace = createNodeWorkspace(root.folder);
    assert.equal(workspace.read('sla.md'), undefined);
    assert.equal(workspace.exists('sla.md'), true);
  });

  it("exits with 0 where a pipe is named as a document that is nobody's", async function () {
    if (isWindows) this.skip();
    root = temporaryFolder({ 'shop/engagement.md': engagementText, 'elsewhere/x': '' });
    pipe('elsewhere/a.md');
    assert.deepEqual(await run('check').then(({ code, err }) => [code, err]), [
      0,
      '"elsewhere/a.md" is left out: it is no regular file.\n',
    ]);
    pipe('outrigger.yml');
    assert.equal((await run('check')).code, 2);
  });

  it('takes as --config only a file that can be read, below the root', async function () {
    if (isWindows) this.skip();
    root = temporaryFolder({
      'engagement.md': engagementText,
      'folder/x': '',
      'real.yml': 'profile: full\n',
    });
    const outside = temporaryFolder({ 'secret.yml': 'profile: full\n' });
    pipe('pipe.yml');
    fs.symlinkSync(path.join(outside.folder, 'secret.yml'), at('away.yml'));
    fs.symlinkSync('real.yml', at('link.yml'));
    for (const [file, told] of [
      ['pipe.yml', /--config "pipe\.yml" is no file that can be read\./],
      ['folder', /--config "folder" is no file that can be read\./],
      ['away.yml', /"away\.yml" lies outside the root/],
      ['/dev/stdin', /outside the root|does not exist/],
      ['/dev/zero', /outside the root/],
    ] as const) {
      const { code, out, err } = await run('check', '--config', file);
      assert.deepEqual([code, out], [2, ''], file);
      assert.match(err, told);
    }
    assert.match((await run('check', '--config', 'link.yml')).out, /profile base, full/);
    fs.symlinkSync(path.join(outside.folder, 'secret.yml'), at('outrigger.yml'));
    const { code, out, err } = await run('check');
    outside.remove();
    assert.equal(code, 2);
    assert.doesNotMatch(out, /full/);
    assert.match(err, /"outrigger\.yml" cannot be read: it is a link that leads out of the root\./);
  });
});
