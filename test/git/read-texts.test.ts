import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { History } from '../../extension/engine/model/history.ts';
import { HistoryCache } from '../../extension/git/history-cache.ts';
import { historiesBelow } from '../../extension/git/read-history.ts';
import { GitRepository } from '../support/git-repository.ts';

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
    return history.texts.get(document)?.map(({ text }) => text);
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
      texts.get('b.md')?.map(({ text }) => text),
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
});
