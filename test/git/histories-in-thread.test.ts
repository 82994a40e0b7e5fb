import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { HistoriesInThread } from '../../extension/git/histories-in-thread.ts';
import { GitRepository } from '../support/git-repository.ts';
import { useOwnCaches } from '../support/own-caches.ts';

const program = new URL('../../extension/git/history-worker.ts', import.meta.url);

describe('histories that are read in a thread', () => {
  let repository: GitRepository;
  let histories: HistoriesInThread;
  let changed: Promise<void>;
  useOwnCaches();
  beforeEach(() => {
    repository = new GitRepository('thread');
    repository.commit({ files: { 'a/x.md': 'One.\n', 'b/x.md': 'One.\n' } });
    let change = (): void => {};
    changed = new Promise((resolve) => (change = resolve));
    histories = new HistoriesInThread({ program, root: repository.folder, onChange: () => change() });
  });
  afterEach(() => {
    histories.dispose();
    repository.remove();
  });

  it('are one for two folders of a repository, and the same as long as nothing changes', async () => {
    const [a, b] = await Promise.all([histories.of('a'), histories.of('b')]);
    assert.ok(a.kind === 'read');
    assert.equal(a.commit, repository.head());
    assert.equal(a, b);
    assert.equal(await histories.of('a'), a);
  });

  it('are told of when they have changed, and are others then', async () => {
    const first = await histories.of('');
    const commit = repository.commit({ files: { 'a/x.md': 'Two.\n' } });
    await changed;
    const second = await histories.of('');
    assert.ok(first.kind === 'read' && second.kind === 'read');
    assert.equal(second.commit, commit);
    assert.notEqual(second.version, first.version);
  });

  it('are the same where what changed says nothing of them', async () => {
    const first = await histories.of('');
    repository.git('branch', 'other');
    await changed;
    assert.equal(await histories.of(''), first);
  });

  it('say why they are absent', async () => {
    fs.rmSync(path.join(repository.folder, '.git'), { recursive: true });
    const history = await histories.of('');
    assert.equal(history.kind === 'absent' && history.why, 'no-repository');
  });

  it('keep nobody waiting once they are ended', async () => {
    const asked = assert.rejects(histories.of(''), /ended/);
    histories.dispose();
    await asked;
    await assert.rejects(histories.of(''), /any more/);
  });
});
