import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { fault, asNobody, withFault } from './faulty-files.ts';
import { engagementText, runCli, temporaryFolder, type CliResult } from './run-cli.ts';

const isWindows = process.platform === 'win32';
const fixable = engagementText.replace('\n---\n\n# Shop', '\n...\n\n# Shop');
const goals = '---\nkind: goals\ntitle: Goals\nOwner: juris\n---\n';

describe('what is written', () => {
  let root: ReturnType<typeof temporaryFolder>;
  let outside: ReturnType<typeof temporaryFolder>;
  beforeEach(() => (outside = temporaryFolder({ 'kept.md': goals })));
  afterEach(() => {
    root.remove();
    outside.remove();
  });
  const at = (file: string): string => path.join(root.folder, file);
  const read = (file = 'engagement.md'): string => fs.readFileSync(at(file), 'utf8');
  const run = (...args: string[]): Promise<CliResult> =>
    runCli([...args, ...(args[0] === 'init' ? ['--as-of', '2026-11-23'] : [])], { cwd: root.folder });
  const left = (): readonly string[] =>
    (fs.readdirSync(root.folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.tmp'));

  it('never lies outside the root, whatever link leads there', async function () {
    if (isWindows) this.skip();
    root = temporaryFolder({ 'shop/engagement.md': engagementText, 'a/b/x': '' });
    fs.symlinkSync(outside.folder, at('link'));
    fs.symlinkSync(path.join('..', '..', 'link'), at('a/b/again'));
    fs.symlinkSync(path.join(outside.folder, 'nowhere'), at('dangling'));
    fs.symlinkSync(path.join(outside.folder, 'nowhere.md'), at('shop/sla.md'));
    fs.symlinkSync('round', at('round'));
    const refused: readonly (readonly string[])[] = [
      ['init', 'link', '--yes'],
      ['init', 'link/new/deep', '--yes'],
      ['init', 'a/b/again', '--yes'],
      ['init', 'dangling', '--yes'],
      ['init', 'dangling/new', '--yes'],
      ['init', 'round/new', '--yes'],
      ['init', 'a/b/../b/again/x', '--yes'],
      ['new', 'engagement', '--engagement', 'link/zz'],
      ['new', 'engagement', '--engagement', 'a/b/again/zz'],
      ['new', 'sla', '--engagement', 'link'],
      ['new', 'sla', '--engagement', 'shop'],
      ['init', '..', '--yes'],
      ['check', 'link'],
      ['fix', 'link'],
    ];
    for (const args of refused) {
      const { code, out, err } = await run(...args);
      assert.deepEqual([code, out, err.split('\n').length], [2, '', 2], `${args.join(' ')}: ${err}`);
    }
    assert.deepEqual(fs.readdirSync(outside.folder), ['kept.md']);
    assert.equal(fs.readFileSync(path.join(outside.folder, 'kept.md'), 'utf8'), goals);
    assert.deepEqual(left(), []);
  });

  it('may lie below a root that is itself behind a link, and behind a link within it', async function () {
    if (isWindows) this.skip();
    root = temporaryFolder({ 'real/x': '', 'kept/x': '' });
    fs.symlinkSync(at('real'), path.join(outside.folder, 'root'));
    fs.symlinkSync('../kept', at('real/out'));
    fs.mkdirSync(at('real/in'));
    fs.symlinkSync('in', at('real/within'));
    const door = path.join(outside.folder, 'root');
    const init = (...args: string[]): Promise<CliResult> =>
      runCli(['init', '--yes', '--as-of', '2026-11-23', ...args], { cwd: door });
    assert.equal((await init('--root', '.', 'shop')).code, 0);
    assert.match((await init('--root', door, 'within/y')).out, /^in\/y\/engagement\.md: /);
    assert.ok(fs.existsSync(at('real/in/y/engagement.md')) && fs.existsSync(at('real/shop/engagement.md')));
    assert.equal((await init('--root', '.', 'out/y')).code, 2);
    assert.deepEqual(fs.readdirSync(at('kept')), ['x']);
  });

  it('follows no link that comes while it is written', async function () {
    if (isWindows) this.skip();
    root = temporaryFolder({ 'a/x': '' });
    fs.rmSync(at('a'), { recursive: true });
    let swapped = false;
    // Folders are made right before their real path is asked for.
    const swap = (): void => {
      if (swapped || !fs.existsSync(at('a'))) return;
      swapped = true;
      fs.rmdirSync(at('a'));
      fs.symlinkSync(outside.folder, at('a'));
    };
    const { code } = await withFault('realpathSync', swap, () => run('init', 'a', '--yes'));
    assert.deepEqual([swapped, code], [true, 2]);
    assert.deepEqual(fs.readdirSync(outside.folder), ['kept.md']);
  });

  it('takes what a run that was killed has left, and nothing else', async () => {
    const stale = '.outrigger-2147483646-0123456789ab.tmp';
    const ours = `.outrigger-${process.pid}-0123456789ab.tmp`;
    const alike = [
      '.engagement.md.1.tmp',
      '.outrigger-1-x.tmp',
      `.outrigger-${process.ppid}-0123456789ab.tmp`,
    ];
    root = temporaryFolder(
      Object.fromEntries([stale, ours, ...alike].map((name) => [`shop/${name}`, 'half'])),
    );
    assert.equal((await run('init', 'shop', '--yes')).code, 0);
    assert.deepEqual(fs.readdirSync(at('shop')).toSorted(), [...alike, 'engagement.md'].toSorted());
  });

  it('overwrites nothing that comes meanwhile, and leaves no folder behind where it fails', async () => {
    root = temporaryFolder({});
    const come = (): void => fs.writeFileSync(at('engagement.md'), 'mine');
    const { code, err } = await withFault('fsyncSync', come, () => run('init', '--yes'));
    assert.equal(code, 2);
    assert.match(err, /"engagement\.md" exists already and was left alone/);
    assert.equal(read(), 'mine');
    const full = (): void => {
      throw fault('ENOSPC');
    };
    const failed = await withFault('fsyncSync', full, () => run('init', 'a/b/c', '--yes'));
    assert.equal(failed.err, '"a/b/c/engagement.md" cannot be written: the disk is full.\n');
    assert.deepEqual(fs.readdirSync(root.folder), ['engagement.md']);
  });

  it('needs no hard links', async () => {
    root = temporaryFolder({});
    for (const code of ['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK']) {
      const none = (): void => {
        throw fault(code);
      };
      assert.equal((await withFault('linkSync', none, () => run('init', code, '--yes'))).code, 0);
      assert.match(read(`${code}/engagement.md`), /^kind: engagement$/m);
      const come = (): void => {
        fs.mkdirSync(at(`${code}-2`), { recursive: true });
        fs.writeFileSync(at(`${code}-2/engagement.md`), 'mine');
        throw fault(code);
      };
      assert.equal((await withFault('linkSync', come, () => run('init', `${code}-2`, '--yes'))).code, 2);
      assert.equal(read(`${code}-2/engagement.md`), 'mine');
    }
    assert.deepEqual(left(), []);
  });

  describe('by fix', () => {
    it('is left alone where somebody saves it meanwhile, and the other files are written', async () => {
      root = temporaryFolder({ 'a/engagement.md': fixable, 'b/engagement.md': fixable });
      let saved = false;
      const save = (): void => {
        if (!saved) fs.writeFileSync(at('a/engagement.md'), 'saved by a person');
        saved = true;
      };
      const { code, out, err } = await withFault('fsyncSync', save, () => run('fix'));
      assert.deepEqual([code, out], [2, 'b/engagement.md\n1 of 2 files written.\n']);
      assert.equal(
        err,
        '"a/engagement.md" has changed meanwhile: it was left alone. Run the command again.\n',
      );
      assert.equal(read('a/engagement.md'), 'saved by a person');
      assert.equal(read('b/engagement.md'), fixable.replace('\n...', '\n---'));
      assert.deepEqual(left(), []);
    });

    for (const [what, swap] of [
      ['the file', (file: string, to: string) => (fs.rmSync(file), fs.symlinkSync(to, file))],
      [
        'its folder',
        (file: string, to: string) => {
          fs.renameSync(path.dirname(file), `${path.dirname(file)}-old`);
          fs.symlinkSync(path.dirname(to), path.dirname(file));
        },
      ],
    ] as const) {
      for (const moment of ['fsyncSync', 'lstatSync'] as const)
        it(`follows no link that has taken the place of ${what} (${moment})`, async function () {
          if (isWindows) this.skip();
          root = temporaryFolder({ 'shop/engagement.md': engagementText, 'shop/in/goals.md': goals });
          fs.writeFileSync(path.join(outside.folder, 'goals.md'), goals);
          let reads = 0;
          const now = (full: unknown): void => {
            const isIt = moment === 'fsyncSync' || String(full) === at('shop/in/goals.md');
            // What was listed as a regular file is looked at first when it is written.
            if (isIt && ++reads === 1) swap(at('shop/in/goals.md'), path.join(outside.folder, 'goals.md'));
          };
          const { code, err } = await withFault(moment, now, () => run('fix'));
          assert.equal(code, 2);
          assert.match(err, /"shop\/in\/goals\.md" has changed meanwhile/);
          assert.equal(fs.readFileSync(path.join(outside.folder, 'goals.md'), 'utf8'), goals);
          // One that was in a folder when that was moved is taken by a later run.
          assert.deepEqual(
            left().filter((name) => !name.includes('-old')),
            [],
          );
        });
    }

    it('fits a name that is as long as names may be', async function () {
      if (isWindows) this.skip();
      const name = `${'n'.repeat(252)}.md`;
      root = temporaryFolder({ 'engagement.md': engagementText, [name]: goals });
      assert.deepEqual(await run('fix'), { code: 0, out: `${name}\n1 fix in 1 file.\n`, err: '' });
      assert.match(read(name), /^owner: juris$/m);
    });

    it('leaves a read-only file alone, and its folder where nothing may be written into it', async function () {
      root = temporaryFolder({ 'engagement.md': fixable });
      fs.chmodSync(at('engagement.md'), 0o444);
      assert.deepEqual(await run('fix'), {
        code: 2,
        out: '0 of 1 file written.\n',
        err: '"engagement.md" is read-only: it was left alone.\n',
      });
      assert.equal(read(), fixable);
      fs.chmodSync(at('engagement.md'), 0o666);
      fs.chmodSync(root.folder, 0o555);
      const { code, err } = await asNobody(this, () => run('fix'));
      fs.chmodSync(root.folder, 0o755);
      assert.deepEqual(
        [code, err],
        [2, '"engagement.md" cannot be written: you have no permission to write in its folder.\n'],
      );
      assert.equal(read(), fixable);
      assert.deepEqual(left(), []);
    });

    it('stays whose it was, with its permissions, or is left alone', async function () {
      if (isWindows || process.getuid?.() !== 0) this.skip();
      root = temporaryFolder({ 'engagement.md': fixable });
      fs.chmodSync(at('engagement.md'), 0o2666);
      fs.chownSync(at('engagement.md'), 1234, 2345);
      fs.chmodSync(root.folder, 0o777);
      const nobody = await asNobody(this, () => run('fix'));
      assert.equal(nobody.err, '"engagement.md" belongs to somebody else: it was left alone.\n');
      assert.equal(read(), fixable);
      assert.equal((await run('fix')).code, 0);
      const { uid, gid, mode } = fs.statSync(at('engagement.md'));
      assert.deepEqual([uid, gid, mode & 0o7777], [1234, 2345, 0o2666]);
      assert.deepEqual(left(), []);
    });

    it('changes one name of a file that has several, and says so', async () => {
      root = temporaryFolder({ 'engagement.md': fixable });
      fs.linkSync(at('engagement.md'), path.join(outside.folder, 'other.md'));
      const { code, err } = await run('fix');
      assert.equal(code, 0);
      assert.match(err, /^"engagement\.md" has another name on the disk/);
      assert.equal(read(), fixable.replace('\n...', '\n---'));
      assert.equal(fs.readFileSync(path.join(outside.folder, 'other.md'), 'utf8'), fixable);
    });

    it('leaves alone what had a name like that of its temporary file', async () => {
      const name = `.engagement.md.${process.pid}.tmp`;
      root = temporaryFolder({ 'engagement.md': fixable, [name]: 'mine' });
      assert.equal((await run('fix')).code, 0);
      assert.equal(read(name), 'mine');
      const full = (): void => {
        throw fault('ENOSPC');
      };
      fs.writeFileSync(at('engagement.md'), fixable);
      const { code, err } = await withFault('fsyncSync', full, () => run('fix'));
      assert.deepEqual([code, err], [2, '"engagement.md" cannot be written: the disk is full.\n']);
      assert.deepEqual(left(), [name]);
      assert.equal(read(), fixable);
    });
  });
});
