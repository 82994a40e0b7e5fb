import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { RepositoryWatch } from '../../extension/git/watch-repository.ts';
import { GitRepository, identity } from '../support/git-repository.ts';

const emptyCommit = ['commit', '--quiet', '--allow-empty', '--message', 'x'];

describe('the watch over a repository', () => {
  let repository: GitRepository;
  let watch: RepositoryWatch | undefined;
  let told = 0;
  let next = (): void => {};

  beforeEach(() => {
    repository = new GitRepository('watched');
    repository.commit({ files: { 'a.md': 'One.\n' } });
    told = 0;
  });
  afterEach(() => {
    watch?.close();
    watch = undefined;
    repository.remove();
  });

  function begin(top = repository.folder, atOnce = false): void {
    const pause = atOnce ? { quietMs: 0, atLeastMs: 0 } : undefined;
    const onChange = (): void => {
      told++;
      next();
    };
    watch = new RepositoryWatch(top, onChange, pause);
  }

  /** Resolves once it tells of what is done. */
  async function tellsOf(change: () => unknown): Promise<void> {
    const heard = new Promise<void>((resolve) => (next = resolve));
    change();
    await heard;
  }

  it('tells of commits, of one that is amended, and of another that is checked out, one after the other', async () => {
    begin();
    await tellsOf(() => repository.commit({ files: { 'a.md': 'Two.\n' } }));
    await tellsOf(() =>
      repository.git('-c', 'user.name=x', '-c', 'user.email=x@x', 'commit', '--quiet', '--amend', '-m', 'x'),
    );
    await tellsOf(() => repository.git('checkout', '--quiet', '--detach', 'HEAD~1'));
    await tellsOf(() => repository.git('checkout', '--quiet', 'main'));
  });

  it('tells of a commit on a branch in a folder of its own, whether or not there is a log of it', async () => {
    repository.git('checkout', '--quiet', '-b', 'feature/one');
    repository.git('config', 'core.logAllRefUpdates', 'false');
    fs.rmSync(path.join(repository.folder, '.git/logs'), { recursive: true });
    begin();
    await tellsOf(() => repository.commit({ files: { 'a.md': 'Two.\n' } }));
    repository.git('pack-refs', '--all');
    await tellsOf(() => repository.commit({ files: { 'a.md': 'Three.\n' } }));
  });

  it('follows to the branch that is checked out', async () => {
    repository.git('config', 'core.logAllRefUpdates', 'false');
    fs.rmSync(path.join(repository.folder, '.git/logs'), { recursive: true });
    begin();
    await tellsOf(() => repository.git('checkout', '--quiet', '-b', 'feature/two'));
    await tellsOf(() => repository.commit({ files: { 'a.md': 'Two.\n' } }));
  });

  it('tells of a commit in a work tree of its own', async () => {
    const tree = `${repository.folder}-tree`;
    repository.git('worktree', 'add', '--quiet', tree, '-b', 'other');
    try {
      begin(tree);
      await tellsOf(() =>
        repository.gitAs(identity('x <x@x>', '2026-01-02T00:00:00Z'), '-C', tree, ...emptyCommit),
      );
    } finally {
      watch?.close();
      fs.rmSync(tree, { recursive: true, force: true });
    }
  });

  it('tells of another .mailmap, and of a repository that is made', async () => {
    begin();
    await tellsOf(() => repository.write('.mailmap', 'Anna <anna@x> <a@x>\n'));
    watch?.close();
    fs.rmSync(path.join(repository.folder, '.git'), { recursive: true });
    begin();
    await tellsOf(() => repository.git('init', '--quiet'));
    await tellsOf(() => repository.commit());
  });

  it('tells nothing of files, and of what is only added', async () => {
    begin(repository.folder, true);
    const index = untilSeen(path.join(repository.folder, '.git'), 'index');
    const other = untilSeen(repository.folder, 'b.md');
    repository.write('b.md', 'One.\n');
    repository.git('add', '--all');
    await Promise.all([index, other]);
    await new Promise((resolve) => setTimeout(resolve, 0));
    assert.equal(told, 0);
  });

  it('tells nothing more once it is closed', async () => {
    begin(repository.folder, true);
    await tellsOf(() => repository.commit());
    watch?.close();
    const before = told;
    const seen = untilSeen(path.join(repository.folder, '.git/logs'), 'HEAD');
    repository.commit();
    await seen;
    await new Promise((resolve) => setTimeout(resolve, 0));
    assert.equal(told, before);
  });

  it('opens nothing that is no file of a few lines, and stays below refs', () => {
    const head = path.join(repository.folder, '.git/HEAD');
    fs.rmSync(head);
    execFileSync('mkfifo', [head]);
    begin();
    watch?.close();
    fs.rmSync(head);
    fs.writeFileSync(head, 'ref: refs/heads/../../../x\n');
    begin();
  });
});

/** Resolves once a watch of our own has seen a change of this name. */
function untilSeen(folder: string, name: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = fs.watch(folder, (_event, its) => {
      if (its !== name) return;
      watcher.close();
      resolve();
    });
  });
}
