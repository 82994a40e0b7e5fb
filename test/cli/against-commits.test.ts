import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { GitRepository, identity } from '../support/git-repository.ts';
import { useOwnCaches } from '../support/own-caches.ts';
import { engagementText, runCli, type CliResult } from './run-cli.ts';

interface Told {
  readonly against: {
    readonly commit: string;
    readonly isMergeBase: boolean;
    readonly why: string | null;
    readonly known: number;
    readonly gone: number;
    readonly configDiffers: boolean;
  };
  readonly summary: { readonly accepted: number };
  readonly findings: readonly { readonly code: string; readonly path: string }[];
}

const map = `---
kind: ownership-map
title: Who owns what
status: active
owner: anna
counterpart: juris
---

## Components

| Component | Importance | Accountable | Backup | Does the work | Paths |
| --- | --- | --- | --- | --- | --- |
| Checkout | critical | anna | nobody | juris | \`checkout/**\` |
`;

/** The map with another component, whose backup nobody knows either. */
const larger = `${map}| Search | standard | anna | no one | juris | \`search/**\` |\n`;

describe('the commit that a check is against', () => {
  let repository: GitRepository;
  let outside: string;
  useOwnCaches();
  beforeEach(() => {
    outside = realpathSync(mkdtempSync(path.join(tmpdir(), 'outrigger-outside-')));
    repository = new GitRepository('against');
    repository.commit({ files: { 'engagement.md': engagementText, 'map.md': map, 'checkout/a.ts': 'a\n' } });
    repository.git('checkout', '--quiet', '-b', 'work');
  });
  afterEach(() => {
    repository.remove();
    rmSync(outside, { recursive: true, force: true });
  });

  const run = (args: readonly string[], cwd = repository.folder): Promise<CliResult> =>
    runCli(['check', ...args], { cwd });

  async function told(
    args: readonly string[],
    cwd = repository.folder,
  ): Promise<Told & { readonly code: number }> {
    const { code, out, err } = await run(['--format', 'json', ...args], cwd);
    assert.equal(err, '');
    return { code, ...(JSON.parse(out) as Told) };
  }

  /** Codes and paths of what is new, and how many stood there already. */
  async function news(
    args: readonly string[],
    cwd = repository.folder,
  ): Promise<readonly [readonly string[], number]> {
    const { findings, against } = await told(args, cwd);
    return [findings.map(({ code, path: file }) => `${code} ${file}`), against.known];
  }

  async function assertRefused(
    args: readonly string[],
    said: RegExp,
    cwd = repository.folder,
  ): Promise<void> {
    const { code, out, err } = await run(args, cwd);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, said);
    assert.equal(err.trimEnd().split('\n').length, 1);
  }

  it('is the named one itself where the two have no commit in common', async () => {
    repository.git('checkout', '--quiet', '--orphan', 'alone');
    repository.commit({ files: { 'map.md': larger } });
    const { against, findings } = await told(['--against', 'main']);
    assert.equal(against.commit, repository.git('rev-parse', 'main'));
    assert.deepEqual(
      [against.isMergeBase, against.why, against.known, findings.length],
      [false, 'unrelated', 1, 1],
    );
    const { out } = await run(['--against', 'main']);
    assert.match(
      out,
      /^Compared with "main" itself, [0-9a-f]{7} of 2026-01-01: this branch has no commit in common with it\.$/m,
    );
  });

  it('is the named one itself where a shallow clone does not reach the common one', async () => {
    repository.commit({ files: { 'map.md': larger } });
    repository.commit();
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ files: { 'other.txt': 'x\n' } });
    repository.commit();
    const url = pathToFileURL(repository.folder).href;
    const clone = path.join(outside, 'clone');
    execFileSync('git', [
      'clone',
      '--quiet',
      '--depth',
      '2',
      '--no-single-branch',
      '--branch',
      'work',
      url,
      clone,
    ]);
    const { against, findings } = await told(['--against', 'origin/main'], clone);
    assert.deepEqual(
      [against.isMergeBase, against.why, against.known, findings.length],
      [false, 'shallow', 1, 1],
    );
    const { out } = await run(['--against', 'origin/main'], clone);
    assert.match(
      out,
      /^Compared with "origin\/main" itself, [0-9a-f]{7} of 2026-01-01: in this shallow clone this branch/m,
    );
    // One commit deeper it is there.
    execFileSync('git', ['fetch', '--quiet', '--depth', '3'], { cwd: clone });
    assert.deepEqual((await told(['--against', 'origin/main'], clone)).against.isMergeBase, true);
    // With one commit of one branch nothing is called so, and what is asked for by its hash is not there.
    const least = path.join(outside, 'least');
    execFileSync('git', ['clone', '--quiet', '--depth', '1', '--branch', 'work', url, least]);
    await assertRefused(
      ['--against', 'origin/main'],
      /^--against "origin\/main" names no commit of this clone, which is shallow: .*fetch/,
      least,
    );
    await assertRefused(
      ['--against', repository.git('rev-parse', 'work~1')],
      /^--against "[0-9a-f]{40}" names what is not all in this clone: fetch more/,
      least,
    );
    assert.deepEqual(await news(['--against', 'HEAD'], least), [[], 2]);
  });

  it('must be there whole', async () => {
    repository.commit({ files: { 'map.md': larger } });
    const blob = repository.git('rev-parse', 'main:map.md');
    rmSync(path.join(repository.folder, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    await assertRefused(
      ['--against', 'main'],
      /^--against "main" names what is not all in this clone: fetch more/,
    );
  });

  it('may be a tag, an older commit, the branch itself, or what was checked out before', async () => {
    repository.gitAs(
      identity('Anna Lind <anna@nordmark.example>', '2026-01-01T12:00:00Z'),
      'tag',
      '--annotate',
      '--message',
      'v1',
      'v1',
    );
    repository.commit({ files: { 'map.md': larger } });
    for (const rev of ['v1', 'HEAD~1', 'main', '@{-1}', ':/Commit 1'])
      assert.deepEqual(await news(['--against', rev]), [['DOC003 map.md'], 1], rev);
    assert.deepEqual(await news(['--against', 'HEAD']), [[], 2]);
    repository.git('checkout', '--quiet', '--detach');
    assert.deepEqual(await news(['--against', 'main']), [['DOC003 map.md'], 1]);
  });

  it('is asked for by a name, which is nothing else', async () => {
    const before = repository.git('status', '--porcelain', '--ignored');
    for (const rev of [
      '--output=x',
      '-h',
      '--help',
      '--upload-pack=x',
      '',
      ' ',
      'nowhere',
      '@{-1000}',
      '^main',
      'main..work',
      'main:map.md',
      'ext::sh -c x',
      'a\nb',
      `a${'b'.repeat(100_000)}`,
      'main^{tree}',
      '0'.repeat(40),
      '--all',
      '*',
      'HEAD --',
      'main\u{0007}',
    ])
      await assertRefused([`--against=${rev}`], /^--against ".*" names /s);
    assert.equal(repository.git('status', '--porcelain', '--ignored'), before);
    await assertRefused(['--against'], /^--against needs a value: --against REV\.$/m);
    await assertRefused(
      ['--against', 'main', '--no-git'],
      /^--against reads the repository, and --no-git says not to/,
    );
    mkdirSync(path.join(outside, 'plain'));
    await assertRefused(
      ['--against', 'main'],
      /^--against "main" cannot be compared with: the folder lies in no Git repository\.$/m,
      path.join(outside, 'plain'),
    );
  });

  it('needs no commit on the branch', async () => {
    repository.git('checkout', '--quiet', '--orphan', 'born');
    const { against, findings } = await told(['--against', 'main']);
    assert.deepEqual([against.why, against.known, findings.length], ['unrelated', 1, 0]);
  });

  it('lies in the repository around the root, at or above it', async () => {
    const deep = path.join(repository.folder, 'teams/shop');
    mkdirSync(deep, { recursive: true });
    repository.git('mv', 'engagement.md', 'map.md', 'checkout', 'teams/shop');
    repository.commit({ files: { 'teams/other/engagement.md': engagementText, 'teams/other/map.md': map } });
    repository.git('branch', '--force', 'main');
    repository.write('teams/shop/map.md', larger);
    assert.deepEqual(await news(['--against', 'main', '--root', '.'], deep), [['DOC003 map.md'], 1]);
    assert.deepEqual(await news(['--against', 'main'], deep), [['DOC003 teams/shop/map.md'], 2]);
    assert.deepEqual(await news(['--against', 'main', 'teams/other']), [[], 1]);
    assert.deepEqual(await news(['--against', 'main', 'teams/shop/map.md']), [
      ['DOC003 teams/shop/map.md'],
      1,
    ]);
  });

  it('lies in the repository below the root that the paths name; of others nothing is new', async () => {
    const ours = path.join(outside, 'ours');
    cpSync(repository.folder, ours, { recursive: true });
    cpSync(repository.folder, path.join(outside, 'others'), { recursive: true });
    const write = (folder: string): void => writeFileSync(path.join(outside, folder, 'map.md'), larger);
    write('ours');
    write('others');
    assert.deepEqual(await news(['--against', 'main', '--root', '..'], ours), [['DOC003 ours/map.md'], 3]);
    assert.deepEqual(await news(['--against', 'main', '--root', '.', 'ours'], outside), [
      ['DOC003 ours/map.md'],
      1,
    ]);
    await assertRefused(
      ['--against', 'main', '--root', '.', 'ours', 'others'],
      /^--against compares with a commit of one repository/,
      outside,
    );
    await assertRefused(
      ['--against', 'main', '--root', '.'],
      /the folder lies in no Git repository/,
      outside,
    );
    // One that lies in another one is no part of it.
    cpSync(path.join(outside, 'others'), path.join(repository.folder, 'vendor'), { recursive: true });
    assert.deepEqual(await news(['--against', 'main']), [[], 3]);
  });

  it('is seen by the rules by which files are seen on the disk', async () => {
    // What is ignored is not there, tracked or not; a link leads nowhere.
    repository.write('.gitignore', 'drafts/\n');
    repository.write('drafts/map.md', map);
    repository.write('node_modules/x/engagement.md', engagementText);
    repository.git('add', '--force', '.');
    symlinkSync('map.md', path.join(repository.folder, 'linked.md'));
    repository.commit();
    repository.git('branch', '--force', 'main');
    assert.deepEqual(await news(['--against', 'main']), [[], 1]);
    repository.write('.gitignore', '');
    assert.deepEqual(await news(['--against', 'main']), [['DOC003 drafts/map.md', 'DOC002 map.md'], 1]);
  });

  describe('and the config', () => {
    const config = 'rules:\n  OWN007: error\n';

    it('holds as it is now for both sides, and that it was another is said', async () => {
      repository.commit({ files: { 'outrigger.yml': 'profile: base\n' } });
      repository.git('branch', '--force', 'main');
      repository.commit({ files: { 'outrigger.yml': 'profile: full\n' } });
      const { against, findings } = await told(['--against', 'main']);
      assert.deepEqual([findings, against.configDiffers], [[], true]);
      assert.ok(against.known > 1);
      const { out } = await run(['--against', 'main']);
      assert.match(
        out,
        /^The config said something else there: both sides are judged by the present one\.$/m,
      );
      repository.git('branch', '--force', 'main');
      assert.equal((await told(['--against', 'main'])).against.configDiffers, false);
    });

    it('has findings of its own', async () => {
      repository.commit({ files: { 'outrigger.yml': 'colour: blue\n' } });
      assert.deepEqual(await news(['--against', 'main']), [['CFG001 outrigger.yml'], 1]);
      repository.git('branch', '--force', 'main');
      repository.write('outrigger.yml', `# moved\n${config}colour: blue\n`);
      assert.deepEqual((await news(['--against', 'main']))[0], []);
    });

    it('may name folders that it did not name, and moved ones', async () => {
      repository.commit({
        files: {
          'old/engagement.md': engagementText,
          'old/map.md': map,
          'outrigger.yml': 'engagements: [old]\n',
        },
      });
      repository.git('branch', '--force', 'main');
      assert.deepEqual(await news(['--against', 'main']), [[], 1]);
      repository.git('mv', 'old', 'new');
      repository.write('outrigger.yml', 'engagements: [new]\n');
      assert.deepEqual(await news(['--against', 'main']), [[], 1]);
    });
  });

  it('holds its own accepted deviations: one that is taken out makes its finding new', async () => {
    const full = engagementText.replace('status: active', 'status: active\nprofiles: full');
    const accepted = `${full}
## Accepted deviations

| Rule | Where | Reason | Approved by | Until |
| --- | --- | --- | --- | --- |
| OWN007 | | It is small. | anna | 2027-01-31 |
`;
    repository.commit({ files: { 'map.md': map.replace('| nobody |', '| |'), 'engagement.md': accepted } });
    repository.git('branch', '--force', 'main');
    const old = await told(['--against', 'main']);
    assert.deepEqual([old.findings, old.summary.accepted], [[], 1]);
    repository.write('engagement.md', full);
    assert.deepEqual((await news(['--against', 'main']))[0], ['OWN007 map.md']);
  });

  it('holds its own profiles: one that is put in makes its findings new', async () => {
    repository.write(
      'engagement.md',
      engagementText.replace('status: active', 'status: active\nprofiles: full'),
    );
    const { findings, code } = await told(['--against', 'main']);
    assert.ok(findings.length > 1);
    assert.equal(code, 0);
    // Asked for on the command line it holds for both sides.
    assert.deepEqual((await told(['--against', 'main', '--profile', 'full'])).findings, []);
    assert.equal((await told(['--against', 'main', '--max-warnings', '0'])).code, 1);
  });

  it('is judged by the history up to it', async () => {
    const files = Object.fromEntries(Array.from({ length: 4 }, (_, i) => [`checkout/${i}.ts`, `${i}\n`]));
    repository.commit({ files: { ...files, 'stray/a.ts': 'a\n', 'map.md': map.replace('nobody', 'juris') } });
    repository.git('branch', '--force', 'main');
    const full = ['--against', 'main', '--profile', 'full'];
    assert.deepEqual((await told(full)).findings, []);
    // Commits that make figures larger say nothing new; a file that nobody owns does.
    repository.commit({ files: { 'checkout/0.ts': 'changed\n' }, by: 'Juris Ek <juris@riga.example>' });
    const figures = await told(full);
    assert.deepEqual(
      figures.findings.map(({ code }) => code),
      [],
    );
    repository.commit({ files: { 'stray/b.ts': 'b\n' } });
    assert.deepEqual(
      (await told(full)).findings.map(({ code }) => code),
      ['OWN005'],
    );
    // The history of the branch is read as before.
    const { out } = await run(['--profile', 'full']);
    assert.match(out, /No component owns 2 files in "stray\/"/);
  });

  it('goes with --coverage and --max-warnings', async () => {
    repository.commit({ files: { 'map.md': larger.replace('| no one |', '| |') } });
    const { out, code } = await run([
      '--against',
      'main',
      '--coverage',
      '--max-warnings',
      '0',
      '--format',
      'json',
    ]);
    const { coverage, summary } = JSON.parse(out) as {
      readonly coverage: { readonly documents: number };
      readonly summary: { readonly errors: number };
    };
    assert.deepEqual([coverage.documents, summary.errors], [2, 0]);
    assert.equal(code, 0);
  });
});
