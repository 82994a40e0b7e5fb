import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { changeKinds, type History, type NoHistory } from '../../extension/engine/model/history.ts';
import { HistoryCache } from '../../extension/git/history-cache.ts';
import type { OpenHistory } from '../../extension/git/open-history.ts';
import { openHistory, readHistory } from '../../extension/git/read-history.ts';
import { GitRepository, identity } from '../support/git-repository.ts';

const anna = 'Anna Lind <anna@nordmark.example>';
const jonas = 'Jonas Ek <jonas@kust.example>';
const body = 'One line.\nAnother line.\nA third line.\nA fourth line.\n';

let repository: GitRepository;
let caches: string;

beforeEach(() => {
  repository = new GitRepository();
  caches = mkdtempSync(path.join(tmpdir(), 'outrigger-caches-'));
});
afterEach(() => {
  repository.remove();
  rmSync(caches, { recursive: true, force: true });
});

/** Without anything that was kept. */
async function cold(folder = repository.folder): Promise<History | NoHistory> {
  return await readHistory(folder, { root: folder, cache: new HistoryCache(undefined) });
}

async function warm(): Promise<History | NoHistory> {
  return await readHistory(repository.folder, { root: repository.folder, cache: new HistoryCache(caches) });
}

async function read(folder?: string): Promise<History> {
  const history = await cold(folder);
  assert.ok(history.kind === 'read', JSON.stringify(history));
  return history;
}

/** `Anna Lind added a.md`, oldest first, each file under its last path. */
function told({ commits, people, paths }: History): readonly string[] {
  const lines: string[] = [];
  for (let i = 0; i < commits.count; i++)
    for (let at = commits.firstChange[i]!; at < commits.firstChange[i + 1]!; at++)
      lines.push(
        `${people[commits.author[i]!]!.name} ${changeKinds[commits.change[at]!]} ${paths[commits.file[at]!]}`,
      );
  return lines;
}

describe('the history of a repository', () => {
  it('is who did what to which file, parents before children, and the files of the last commit', async () => {
    repository.commit({ by: anna, on: '2026-01-05', files: { 'a.md': body } });
    const last = repository.commit({
      by: jonas,
      on: '2026-02-06',
      files: { 'a.md': `${body}x`, 'b/c.md': '1' },
    });
    const history = await read();
    assert.deepEqual(told(history), [
      'Anna Lind added a.md',
      'Jonas Ek modified a.md',
      'Jonas Ek added b/c.md',
    ]);
    assert.deepEqual(history.files, ['a.md', 'b/c.md']);
    assert.deepEqual(
      [...history.fileOf].map((file) => history.paths[file]),
      history.files,
    );
    assert.deepEqual(history.people, [
      { name: 'Anna Lind', email: 'anna@nordmark.example' },
      { name: 'Jonas Ek', email: 'jonas@kust.example' },
    ]);
    assert.equal(history.commit, last);
    assert.equal(history.prefix, '');
    assert.deepEqual(history.remarks, []);
    const days = [...history.commits.committed].map((at) => new Date(at * 1000).toISOString().slice(0, 10));
    assert.deepEqual(days, ['2026-01-05', '2026-02-06']);
  });

  it('is that of the whole repository from a folder of it too, which it says the place of', async () => {
    repository.commit({ files: { 'docs/a b/x.md': body, 'y.md': body } });
    const history = await read(path.join(repository.folder, 'docs/a b'));
    assert.equal(history.prefix, 'docs/a b/');
    assert.deepEqual(history.files, ['docs/a b/x.md', 'y.md']);
    assert.equal(history.below, '');
    const options = { root: path.dirname(repository.folder), cache: new HistoryCache(undefined) };
    const seen = await readHistory(repository.folder, options);
    assert.ok(seen.kind === 'read');
    assert.deepEqual([seen.prefix, seen.below], ['', `${path.basename(repository.folder)}/`]);
  });

  it('follows a file that is moved, also where it is changed on the way', async () => {
    repository.commit({ by: anna, files: { 'old.md': body } });
    repository.commit({ by: jonas, files: { 'old.md': null, 'new/name.md': `${body}More.\n` } });
    repository.commit({ by: anna, files: { 'new/name.md': body } });
    repository.git('mv', 'new/name.md', 'newer.md');
    repository.commitIndex({ by: jonas });
    assert.deepEqual(told(await read()), [
      'Anna Lind added newer.md',
      'Jonas Ek renamed newer.md',
      'Anna Lind modified newer.md',
      'Jonas Ek moved newer.md',
    ]);
  });

  it('keeps two files apart that change places', async () => {
    const other = 'Something else.\nOf other lines.\nAltogether.\nFour of them.\n';
    repository.commit({ by: anna, files: { 'a.md': body, 'b.md': other } });
    repository.git('mv', 'a.md', 'between.md');
    repository.git('mv', 'b.md', 'a.md');
    repository.git('mv', 'between.md', 'b.md');
    repository.commitIndex({ by: jonas });
    // Git takes both for changed where they stand, as anybody who reads the diff would.
    assert.deepEqual(told(await read()), [
      'Anna Lind added a.md',
      'Anna Lind added b.md',
      'Jonas Ek modified a.md',
      'Jonas Ek modified b.md',
    ]);
  });

  it('takes what is written to the old path on another branch for the file that was moved', async () => {
    repository.commit({ by: anna, files: { 'old.md': body } });
    repository.git('checkout', '--quiet', '-b', 'side');
    repository.commit({ by: jonas, on: '2026-03-01', files: { 'old.md': `${body}From the side.\n` } });
    repository.git('checkout', '--quiet', 'main');
    repository.git('mv', 'old.md', 'new.md');
    repository.commitIndex({ by: anna, on: '2026-02-01' });
    repository.merge('side', { by: anna, on: '2026-04-01' });
    assert.deepEqual(told(await read()), [
      'Anna Lind added new.md',
      'Anna Lind moved new.md',
      'Jonas Ek modified new.md',
    ]);
  });

  it('takes a file that is deleted and comes back for the same one, and one at the place of a moved one for another', async () => {
    repository.commit({ by: anna, files: { 'a.md': body, 'b.md': 'Other.\nThings.\nAltogether.\n' } });
    repository.commit({ by: jonas, files: { 'a.md': null } });
    repository.commit({ by: jonas, files: { 'a.md': 'All new.\n' } });
    repository.git('mv', 'b.md', 'c.md');
    repository.commitIndex({ by: anna });
    repository.commit({ by: jonas, files: { 'b.md': 'Nothing of the old one.\n' } });
    const history = await read();
    assert.deepEqual(told(history), [
      'Anna Lind added a.md',
      'Anna Lind added c.md',
      'Jonas Ek deleted a.md',
      'Jonas Ek added a.md',
      'Anna Lind moved c.md',
      'Jonas Ek added b.md',
    ]);
    assert.equal(new Set(history.fileOf).size, 3);
  });

  it('merges who is one person by `.mailmap`, and by no other', async () => {
    repository.commit({ by: 'anna <anna@home.example>', files: { 'a.md': body } });
    repository.commit({ by: anna, files: { 'a.md': `${body}x` } });
    repository.write('mine', `${anna} <anna@home.example>\n`);
    repository.git('config', 'mailmap.file', path.join(repository.folder, 'mine'));
    assert.equal((await read()).people.length, 2);
    repository.git('config', 'mailmap.blob', 'HEAD:mine');
    repository.commit({ files: {} });
    assert.equal((await read()).people.length, 2);
    repository.write('.mailmap', `${anna} <anna@home.example>\n`);
    assert.deepEqual((await read()).people, [{ name: 'Anna Lind', email: 'anna@nordmark.example' }]);
  });

  it('counts a merge for nothing, and an octopus', async () => {
    repository.commit({ by: anna, files: { 'a.md': body } });
    for (const name of ['one', 'two']) {
      repository.git('checkout', '--quiet', '-b', name, 'main');
      repository.commit({ by: jonas, files: { [`${name}.md`]: body } });
    }
    repository.git('checkout', '--quiet', 'main');
    repository.git(
      '-c',
      'user.name=x',
      '-c',
      'user.email=x@x',
      'merge',
      '--quiet',
      '-m',
      'Both',
      'one',
      'two',
    );
    repository.git('config', 'log.diffMerges', 'first-parent');
    const history = await read();
    assert.deepEqual(told(history), [
      'Anna Lind added a.md',
      'Jonas Ek added one.md',
      'Jonas Ek added two.md',
    ]);
    assert.equal(history.commits.count, 4);
    const { firstParent } = history.commits;
    assert.deepEqual(
      [0, 1, 2, 3].map((i) => firstParent[i + 1]! - firstParent[i]!),
      [0, 1, 1, 2],
    );
  });

  it('goes by when it was committed, whatever the author said', async () => {
    repository.write('a.md', body);
    repository.git('add', '--all');
    repository.gitAs(
      {
        GIT_AUTHOR_NAME: 'A',
        GIT_AUTHOR_EMAIL: 'a@x',
        GIT_AUTHOR_DATE: '1999-01-01T00:00:00Z',
        GIT_COMMITTER_NAME: 'A',
        GIT_COMMITTER_EMAIL: 'a@x',
        GIT_COMMITTER_DATE: '2026-05-01T00:00:00Z',
      },
      'commit',
      '--quiet',
      '--message',
      'x',
    );
    const { commits } = await read();
    assert.equal(commits.committed[0], Date.UTC(2026, 4, 1) / 1000);
  });

  it('keeps names apart that are not UTF-8, and takes whatever stands in them for a name', async () => {
    const strange = 'a\nb\tc "d"\\é \u0001 :(glob)*.md';
    repository.commit({
      by: 'Zoë \\ "x" y <z@x>',
      files: { [strange]: body, '-x.md': body, '--output=y': body },
    });
    repository.git('config', 'i18n.commitEncoding', 'ISO-8859-1');
    const latin = Buffer.concat([Buffer.from('nam'), Buffer.from([0xe5]), Buffer.from('.md')]);
    writeFileSync(Buffer.concat([Buffer.from(`${repository.folder}/`), latin]), body);
    repository.commit({ by: 'Anna Lind <anna@nordmark.example>' });
    const history = await read();
    assert.deepEqual(history.files, ['--output=y', '-x.md', strange, 'nam\\xe5.md'].sort());
    assert.ok(history.people.some(({ name }) => name === 'Zoë \\ "x" y'));
  });
});

describe('a history that is kept', () => {
  /** Whatever has been kept, it is what is read anew. */
  async function assertSame(): Promise<void> {
    assert.deepEqual(await warm(), await cold());
  }

  it('equals one that is read anew after commits, an older branch that is merged, an amend and a rebase', async () => {
    repository.commit({ by: anna, on: '2026-01-01', files: { 'a.md': body } });
    repository.git('branch', 'older');
    repository.commit({ by: jonas, on: '2026-02-01', files: { 'b.md': body } });
    await assertSame();
    repository.commit({ by: jonas, on: '2026-03-01', files: { 'b.md': `${body}x` } });
    await assertSame();
    repository.git('checkout', '--quiet', 'older');
    repository.commit({ by: anna, on: '2025-06-01', files: { 'c.md': body } });
    repository.git('mv', 'a.md', 'moved.md');
    repository.commitIndex({ by: jonas, on: '2025-07-01' });
    repository.git('checkout', '--quiet', 'main');
    repository.merge('older', { on: '2026-04-01' });
    await assertSame();
    repository.git(
      '-c',
      'user.name=x',
      '-c',
      'user.email=x@x',
      'commit',
      '--quiet',
      '--amend',
      '-m',
      'Other',
    );
    await assertSame();
    repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    await assertSame();
    repository.git('checkout', '--quiet', 'older');
    repository.git('-c', 'user.name=x', '-c', 'user.email=x@x', 'rebase', '--quiet', 'main');
    await assertSame();
    // What it was extended from is gone for good.
    repository.git('reflog', 'expire', '--expire=now', '--all');
    repository.git('checkout', '--quiet', '--orphan', 'new');
    repository.commit({ by: jonas, files: { 'd.md': 'New.\n' } });
    repository.git('branch', '-D', 'main', 'older');
    repository.git('reflog', 'expire', '--expire=now', '--all');
    repository.git('gc', '--quiet', '--prune=now');
    await assertSame();
  });

  it('is the one that is known where nothing is new, and another one as soon as something is', async () => {
    repository.commit({ by: anna, on: '2026-01-05', files: { 'a.md': body } });
    const root = repository.folder;
    const again = async (known?: OpenHistory): Promise<OpenHistory> => {
      const opened = await openHistory(root, { root, cache: new HistoryCache(undefined), known });
      assert.ok(opened.history.kind === 'read');
      return opened;
    };
    const first = await again();
    assert.equal(await again(first), first);
    repository.commit({ by: jonas, on: '2026-01-06', files: { 'b.md': '1' } });
    const second = await again(first);
    const [one, two] = [first.history, second.history];
    assert.deepEqual(two, await read());
    assert.ok(one.kind === 'read' && two.kind === 'read');
    assert.notEqual(two.version, one.version);
    repository.write('.mailmap', 'Anna B <anna@nordmark.example>\n');
    const third = await again(second);
    assert.ok(third.history.kind === 'read');
    assert.deepEqual(third.history.people[0], { name: 'Anna B', email: 'anna@nordmark.example' });
    repository.git('checkout', '--quiet', '--detach');
    const { history } = await again(third);
    assert.deepEqual(history.kind === 'read' && history.remarks, ['detached']);
  });

  it('is not used with another `.mailmap`', async () => {
    repository.commit({ by: 'a <a@home.example>', files: { 'a.md': body } });
    await assertSame();
    repository.write('.mailmap', `${anna} <a@home.example>\n`);
    await assertSame();
    assert.deepEqual(((await warm()) as History).people, [
      { name: 'Anna Lind', email: 'anna@nordmark.example' },
    ]);
  });

  it('is read anew where it is damaged, cut off, a link or not the user’s own to write', async () => {
    repository.commit({ files: { 'a.md': body } });
    await warm();
    const [name = ''] = readdirSync(caches);
    const file = path.join(caches, name);
    for (const damage of [
      () => writeFileSync(file, 'nothing of ours'),
      () => writeFileSync(file, ''),
      () => rmSync(file),
      () => {
        renameSync(file, `${file}.real`);
        symlinkSync(`${file}.real`, file);
      },
      () => chmodSync(file, 0o666),
    ]) {
      damage();
      await assertSame();
      await warm();
    }
    assert.deepEqual(
      readdirSync(caches).filter((each) => !each.endsWith('.real')),
      [name],
    );
  });

  it('is no reason to fail where nothing can be kept', async () => {
    repository.commit({ files: { 'a.md': body } });
    const history = await readHistory(repository.folder, {
      root: repository.folder,
      cache: new HistoryCache(path.join(caches, 'none')),
    });
    assert.deepEqual(history, await cold());
  });
});

describe('a history that cannot be known', () => {
  async function why(folder = repository.folder): Promise<string> {
    const history = await cold(folder);
    return history.kind === 'absent' ? history.why : 'read';
  }

  it('says that no commit is there yet', async () => {
    assert.equal(await why(), 'no-commits');
  });

  it('says that there is no repository', async () => {
    assert.equal(await why(caches), 'no-repository');
    writeFileSync(path.join(caches, '.git'), 'gitdir: /nowhere/at/all\n');
    assert.equal(await why(caches), 'no-repository');
  });

  it('says that older commits are missing in a shallow clone, until they are fetched', async () => {
    for (const text of ['1', '2', '3']) repository.commit({ files: { 'a.md': text } });
    const clone = path.join(caches, 'clone');
    repository.git('clone', '--quiet', '--depth=1', `file://${repository.folder}`, clone);
    assert.equal(await why(clone), 'shallow');
    repository.git('-C', clone, 'fetch', '--quiet', '--unshallow');
    assert.equal(await why(clone), 'read');
    assert.equal((await read(clone)).commits.count, 3);
  });

  it('says that an object is missing, and takes no part for the whole', async () => {
    const first = repository.commit({ files: { 'a.md': body } });
    repository.commit({ files: { 'a.md': `${body}x` } });
    repository.commit({ files: { 'a.md': `${body}y` } });
    const tree = repository.git('rev-parse', `${first}^{tree}`);
    for (const lost of [tree, first]) {
      rmSync(path.join(repository.folder, '.git/objects', lost.slice(0, 2), lost.slice(2)), { force: true });
      assert.equal(await why(), 'damaged');
    }
    const head = repository.head();
    rmSync(path.join(repository.folder, '.git/objects', head.slice(0, 2), head.slice(2)));
    assert.equal(await why(), 'damaged');
  });

  it('says that the files of the repository lie elsewhere', async () => {
    repository.commit({ files: { 'a.md': body } });
    repository.git('config', 'core.worktree', caches);
    assert.equal(await why(), 'other-work-tree');
  });

  it('says that there is no Git', async () => {
    repository.commit({ files: { 'a.md': body } });
    const { PATH } = process.env;
    process.env['PATH'] = caches;
    try {
      assert.equal(await why(), 'no-git');
    } finally {
      process.env['PATH'] = PATH;
    }
  });
});

describe('a history of another shape', () => {
  it('is read in a work tree, a submodule, without a branch and with part of the files', async () => {
    const head = repository.commit({ by: anna, files: { 'a.md': body, 'b/c.md': body } });
    const tree = path.join(caches, 'tree');
    repository.git('worktree', 'add', '--quiet', '--detach', tree);
    assert.deepEqual((await read(tree)).remarks, ['detached']);
    repository.git('sparse-checkout', 'set', 'b');
    assert.deepEqual((await read()).remarks, ['sparse']);
    const outer = new GitRepository('outer');
    try {
      outer.commit({ files: { 'x.md': body } });
      outer.git(
        '-c',
        'protocol.file.allow=always',
        'submodule',
        '--quiet',
        'add',
        repository.folder,
        'inner',
      );
      outer.commit();
      assert.equal((await read(path.join(outer.folder, 'inner'))).commit, head);
      assert.deepEqual((await read(outer.folder)).files, ['.gitmodules', 'inner', 'x.md']);
    } finally {
      outer.remove();
    }
  });

  it('is read of a partial clone, which cannot tell that a file was moved and changed, and fetches nothing', async () => {
    repository.commit({ by: anna, files: { 'a.md': body, 'b.md': `${body}b` } });
    repository.git('mv', 'a.md', 'moved.md');
    repository.commitIndex({ by: jonas });
    repository.commit({ by: jonas, files: { 'b.md': null, 'c.md': `${body}b and more\n` } });
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const clone = path.join(caches, 'clone');
    repository.git(
      'clone',
      '--quiet',
      '--no-checkout',
      '--filter=blob:none',
      `file://${repository.folder}`,
      clone,
    );
    const history = await read(clone);
    assert.deepEqual(history.remarks, ['exact-renames']);
    assert.deepEqual(told(history), [
      'Anna Lind added moved.md',
      'Anna Lind added b.md',
      'Jonas Ek moved moved.md',
      'Jonas Ek deleted b.md',
      'Jonas Ek added c.md',
    ]);
  });

  it('is what was committed, whatever replaces it', async () => {
    const first = repository.commit({ by: anna, files: { 'a.md': body } });
    repository.commit({ by: jonas, files: { 'a.md': `${body}x` } });
    const plain = await read();
    const other = repository.gitAs(
      identity(jonas, '2020-01-01T00:00:00Z'),
      'commit-tree',
      '-m',
      'Forged',
      `${first}^{tree}`,
    );
    repository.git('replace', first, other);
    writeFileSync(path.join(repository.folder, '.git/info/grafts'), `${repository.head()}\n`);
    assert.deepEqual(await read(), plain);
  });
});
