import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { History } from '../../extension/engine/model/history.ts';
import { HistoryCache } from '../../extension/git/history-cache.ts';
import { historiesBelow } from '../../extension/git/read-history.ts';
import { GitRepository, identity } from '../support/git-repository.ts';

describe('what commits made of documents', () => {
  let repository: GitRepository;

  beforeEach(() => (repository = new GitRepository('texts')));
  afterEach(() => repository.remove());

  async function read(documents: readonly string[], root = repository.folder): Promise<History> {
    const history = await historiesBelow({ root, cache: new HistoryCache(undefined) })('', documents);
    assert.ok(history.kind === 'read');
    return history;
  }

  async function textsOf(document: string, root?: string): Promise<readonly string[] | undefined> {
    const history = await read([document], root);
    return history.texts.get(document)?.versions.map(({ text }) => text);
  }

  it('is read with the history, the oldest first, of no other file', async () => {
    repository.commit({ files: { 'a.md': 'one\n', 'b.md': 'other\n' } });
    repository.commit({ files: { 'a.md': 'two\n' } });
    repository.commit({ files: { 'b.md': 'another\n' } });
    assert.deepEqual(await textsOf('a.md'), ['one\n', 'two\n']);
    const { texts } = await read(['a.md']);
    assert.deepEqual([...texts.keys()], ['a.md']);
    assert.deepEqual((await read([])).texts, new Map());
  });

  it('is followed through names, and what was deleted and came back is one document', async () => {
    const text = 'a line\n'.repeat(20);
    repository.commit({ files: { 'old name.md': text } });
    repository.git('mv', 'old name.md', 'räksmörgås.md');
    repository.commitIndex({});
    repository.commit({ files: { 'räksmörgås.md': null } });
    repository.commit({ files: { 'räksmörgås.md': 'back\n' } });
    assert.deepEqual(await textsOf('räksmörgås.md'), [text, text, 'back\n']);
  });

  it('is asked for by the path from the root of the workspace', async () => {
    repository.commit({ files: { 'gov/a.md': 'one\n' } });
    assert.deepEqual(await textsOf('a.md', path.join(repository.folder, 'gov')), ['one\n']);
  });

  it('is empty of a document that no commit has, and of one without a line end', async () => {
    repository.commit({ files: { 'a.md': '', 'b.md': 'no end' } });
    assert.deepEqual(await textsOf('new.md'), []);
    assert.deepEqual(await textsOf('a.md'), ['']);
    assert.deepEqual(await textsOf('b.md'), ['no end']);
  });

  it('is not known where one text of it is missing; of others it is', async () => {
    repository.commit({ files: { 'a.md': 'gone\n', 'b.md': 'here\n' } });
    repository.commit({ files: { 'a.md': 'new\n' } });
    const hash = repository.git('rev-parse', 'HEAD~1:a.md');
    rmSync(path.join(repository.folder, '.git/objects', hash.slice(0, 2), hash.slice(2)));
    const { texts } = await read(['a.md', 'b.md']);
    assert.equal(texts.get('a.md'), undefined);
    assert.deepEqual(
      texts.get('b.md')?.versions.map(({ text }) => text),
      ['here\n'],
    );
  });

  it('makes another version of the history, the same for the same documents', async () => {
    repository.commit({ files: { 'a.md': 'one\n', 'b.md': 'two\n' } });
    const histories = historiesBelow({ root: repository.folder, cache: new HistoryCache(undefined) });
    const one = await histories('', ['b.md', 'a.md']);
    assert.equal(await histories('', ['a.md', 'b.md']), one);
    const [none, alone] = [await histories('', []), await histories('', ['a.md'])];
    const versions = [one, none, alone].map((history) => history.kind === 'read' && history.version);
    assert.equal(new Set(versions).size, 3);
  });

  it('says what each commit made of it, and of what, by whose clock', async () => {
    const first = repository.commit({ files: { 'a.md': 'one\n' } });
    repository.git('mv', 'a.md', 'b.md');
    const second = repository.commit({ on: '2026-02-01', files: { 'b.md': 'one\ntwo\n'.repeat(9) } });
    const third = repository.commit({ files: { 'b.md': null } });
    const { texts } = await read(['b.md', 'a.md']);
    const its = texts.get('b.md')!;
    assert.deepEqual(
      its.versions.map(({ hash, path: then, before, isSigned }) => [hash, then, before, isSigned]),
      [[second, 'b.md', [], false]],
    );
    assert.deepEqual(
      its.removals.map(({ hash, before }) => [hash, before]),
      [[third, ['one\ntwo\n'.repeat(9)]]],
    );
    assert.equal(its.committed, undefined);
    assert.deepEqual(
      texts.get('a.md')!.versions.map(({ hash, authored }) => [hash, authored]),
      [[first, '2026-01-01T00:01:00+00:00']],
    );
  });

  it('says of a rename what stood under the old name', async () => {
    const text = 'a line\n'.repeat(20);
    repository.commit({ files: { 'old.md': text } });
    repository.git('mv', 'old.md', 'new.md');
    repository.commit({ files: { 'new.md': `${text}more\n` } });
    const { versions, committed } = (await read(['new.md'])).texts.get('new.md')!;
    assert.deepEqual(
      versions.map(({ path: then, before }) => [then, before]),
      [
        ['old.md', []],
        ['new.md', [text]],
      ],
    );
    assert.equal(committed, `${text}more\n`);
  });

  it('compares a commit with its parent and not with another branch', async () => {
    repository.commit({ files: { 'a.md': '1\n2\n3\n4\n5\n' } });
    repository.git('checkout', '--quiet', '-b', 'side');
    repository.commit({ files: { 'a.md': '1\n2\n3\n4\nfive\n' } });
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ files: { 'a.md': 'one\n2\n3\n4\n5\n' } });
    const merge = repository.merge('side');
    const { versions, committed } = (await read(['a.md'])).texts.get('a.md')!;
    assert.deepEqual(
      versions.map(({ before }) => before),
      [[], ['1\n2\n3\n4\n5\n'], ['1\n2\n3\n4\n5\n'], ['one\n2\n3\n4\n5\n', '1\n2\n3\n4\nfive\n']],
    );
    assert.equal(versions.at(-1)?.hash, merge);
    assert.equal(committed, 'one\n2\n3\n4\nfive\n');
  });

  it('knows what a merge alone has put in, and leaves out one that took what a parent had', async () => {
    repository.commit({ files: { 'a.md': '1\n', 'b.md': 'b\n' } });
    repository.git('checkout', '--quiet', '-b', 'side');
    repository.commit({ files: { 'b.md': 'c\n' } });
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ files: { 'c.md': 'c\n' } });
    const who = identity('A <a@b.example>', '2026-01-01T12:00:00Z');
    repository.gitAs(who, 'merge', '--quiet', '--no-ff', '--no-commit', 'side');
    repository.write('a.md', 'smuggled\n');
    const merge = repository.commit({});
    const { texts } = await read(['a.md', 'b.md']);
    const last = texts.get('a.md')!.versions.at(-1)!;
    assert.deepEqual([last.hash, last.text, last.before], [merge, 'smuggled\n', ['1\n', '1\n']]);
    assert.equal(texts.get('b.md')!.versions.length, 2);
  });

  it('keeps the clock of the author, west of Greenwich too', async () => {
    repository.write('a.md', 'a\n');
    repository.git('add', '--all');
    const when = { GIT_AUTHOR_DATE: '2026-03-01T23:30:00-05:30', GIT_COMMITTER_DATE: '2026-03-02T06:00:00Z' };
    repository.gitAs({ ...identity('A <a@b.example>', ''), ...when }, 'commit', '--quiet', '-m', 'x');
    const { versions } = (await read(['a.md'])).texts.get('a.md')!;
    assert.equal(versions[0]?.authored, '2026-03-01T23:30:00-05:30');
  });
});
