import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { History, NoHistory } from '../../extension/engine/model/history.ts';
import { compareText } from '../../extension/engine/values/compare-text.ts';
import { findBase } from '../../extension/git/find-base.ts';
import { HistoryCache } from '../../extension/git/history-cache.ts';
import { openHistory } from '../../extension/git/read-history.ts';
import { GitRepository } from '../support/git-repository.ts';
import { useOwnCaches } from '../support/own-caches.ts';

const body = 'One line.\nAnother line.\nA third line.\n';

/** A repository of a stranger, and whatever it would like to run: each of them leaves a file behind. */
describe('a hostile repository', () => {
  let repository: GitRepository;
  let outside: string;
  let marker: string;
  let script: string;

  useOwnCaches();
  beforeEach(() => {
    repository = new GitRepository('hostile');
    outside = realpathSync(mkdtempSync(path.join(tmpdir(), 'outrigger-outside-')));
    marker = path.join(outside, 'ran');
    script = path.join(outside, 'evil.sh');
    writeFileSync(script, `#!/bin/sh\necho "$0 $@" >> ${marker}\ncat\n`);
    chmodSync(script, 0o755);
    repository.commit({ by: 'Anna Lind <anna@nordmark.example>', files: { 'a.md': body, 'b.bin': 'x\0y' } });
    repository.commit({ by: 'Jonas Ek <jonas@kust.example>', files: { 'a.md': `${body}More.\n` } });
  });
  afterEach(() => {
    repository.remove();
    rmSync(outside, { recursive: true, force: true });
  });

  async function read(folder = repository.folder): Promise<History | NoHistory> {
    const opened = await openHistory(folder, { root: folder, cache: new HistoryCache(undefined) });
    return await opened.with(['a.md']);
  }

  /** What a check against an older commit reads of it. */
  async function readBase(rev = 'HEAD~1'): Promise<object> {
    const base = await findBase(repository.folder, repository.folder, rev);
    if (base.kind === 'absent') return base;
    const { blobs, readHistory, ...its } = base;
    const objects = [...base.files.values()].map(({ object }) => object);
    return { ...its, texts: (await blobs(objects))?.map(String), history: await readHistory('', ['a.md']) };
  }

  /** Whatever is done to the repository, the same is said of it, nothing runs, and nothing in it is written. */
  async function assertHarmless(harm: () => void): Promise<void> {
    const [plain, base] = [await read(), await readBase()];
    assert.equal(plain.kind, 'read');
    harm();
    const before = shapeOf(repository.folder);
    const history = await read();
    assert.deepEqual(await readBase(), base);
    assert.ok(!existsSync(marker), existsSync(marker) ? readFileSync(marker, 'utf8') : '');
    assert.deepEqual(history, plain);
    assert.deepEqual(shapeOf(repository.folder), before);
  }

  it('runs no program that its config names', async () => {
    await assertHarmless(() => {
      for (const key of [
        'alias.log',
        'alias.ls-tree',
        'alias.rev-parse',
        'core.askPass',
        'core.editor',
        'core.fsmonitor',
        'core.gitProxy',
        'core.pager',
        'core.sshCommand',
        'credential.helper',
        'diff.evil.command',
        'diff.evil.textconv',
        'diff.external',
        'filter.evil.clean',
        'filter.evil.process',
        'filter.evil.smudge',
        'gpg.openpgp.program',
        'gpg.program',
        'gpg.ssh.program',
        'interactive.diffFilter',
        'pager.log',
        'uploadpack.packObjectsHook',
      ])
        repository.git('config', key, key.startsWith('alias') ? `!${script}` : script);
      repository.git('config', 'log.showSignature', 'true');
      repository.git('config', 'core.hooksPath', outside);
      mkdirSync(path.join(repository.folder, '.git/info'), { recursive: true });
      writeFileSync(path.join(repository.folder, '.git/info/attributes'), '* diff=evil filter=evil\n');
    });
  });

  it('runs no hook', async () => {
    await assertHarmless(() => {
      for (const name of [
        'post-checkout',
        'post-index-change',
        'reference-transaction',
        'fsmonitor-watchman',
      ])
        cpSync(script, path.join(repository.folder, '.git/hooks', name));
    });
  });

  it('leaves out or changes nothing by its config', async () => {
    await assertHarmless(() => {
      for (const [key, value] of Object.entries({
        'core.quotePath': 'false',
        'diff.ignoreSubmodules': 'all',
        'diff.mnemonicPrefix': 'true',
        'diff.noprefix': 'true',
        'diff.orderFile': path.join(outside, 'order'),
        'diff.relative': 'true',
        'diff.renameLimit': '1',
        'diff.renames': 'false',
        'format.pretty': 'oneline',
        'log.abbrevCommit': 'true',
        'log.date': 'relative',
        'log.decorate': 'full',
        'log.diffMerges': 'on',
        'log.follow': 'true',
        'log.mailmap': 'false',
        'log.showRoot': 'false',
        'mailmap.blob': 'HEAD:a.md',
        'mailmap.file': path.join(outside, 'mailmap'),
        'i18n.logOutputEncoding': 'UTF-16',
        'color.ui': 'always',
      }))
        repository.git('config', key, value);
      writeFileSync(path.join(outside, 'mailmap'), 'Somebody <s@x> <anna@nordmark.example>\n');
      writeFileSync(path.join(outside, 'order'), 'b*\n');
    });
  });

  it('is not taken for another one by a branch, a tag or a file with the name of an option', async () => {
    await assertHarmless(() => {
      const head = repository.head();
      for (const name of ['refs/heads/--output=x', 'refs/tags/HEAD', 'refs/heads/HEAD', 'refs/heads/-x'])
        repository.git('update-ref', name, head === '' ? head : repository.git('rev-parse', 'HEAD~1'));
      writeFileSync(path.join(repository.folder, 'HEAD'), 'ref: refs/heads/main\n');
    });
    assert.ok(!existsSync(path.join(repository.folder, 'x')));
  });

  it('is not left for a bare one that lies among its files', async () => {
    await assertHarmless(() => {
      const inner = path.join(repository.folder, 'docs');
      mkdirSync(inner);
      repository.git('init', '--quiet', '--bare', inner);
      repository.git('--git-dir', inner, 'config', 'core.fsmonitor', script);
    });
    const history = await read(path.join(repository.folder, 'docs'));
    assert.ok(history.kind === 'read');
    assert.equal(history.prefix, 'docs/');
    assert.ok(!existsSync(marker));
  });

  it('fetches nothing that it promises', async () => {
    repository.git('config', 'remote.origin.url', `ext::${script}`);
    repository.git('config', 'remote.origin.promisor', 'true');
    repository.git('config', 'extensions.partialClone', 'origin');
    const blob = repository.git('rev-parse', 'HEAD~1:a.md');
    rmSync(path.join(repository.folder, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    // Names and states are in the trees: no content has to be there for them.
    assert.equal((await read()).kind, 'read');
    assert.equal(((await readBase()) as { readonly texts: unknown }).texts, undefined);
    assert.ok(!existsSync(marker));
  });

  it('runs and writes nothing for the name of a commit', async () => {
    const before = shapeOf(repository.folder);
    for (const rev of [
      `--upload-pack=${script}`,
      `--output=${marker}`,
      `ext::${script}`,
      `|${script}`,
      `$(${script})`,
      '-h',
      `:!${script}`,
    ])
      assert.deepEqual(await readBase(rev), { kind: 'absent', why: 'no-revision', isShallow: false }, rev);
    assert.deepEqual(shapeOf(repository.folder), before);
    assert.ok(!existsSync(marker));
  });

  it('is asked by commands alone that read objects and refs, with all that protects us', async () => {
    const bin = path.join(outside, 'bin');
    mkdirSync(bin);
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    const calls = path.join(outside, 'calls');
    writeFileSync(
      path.join(bin, 'git'),
      // Several run at once: each writes its call by one printf.
      `#!/bin/sh\ncall="$(printf '%s\\037' "$@"; printf '\\036'; env | grep '^GIT_')"\nprintf '%s\\035' "$call" >> ${calls}\nexec ${real} "$@"\n`,
    );
    chmodSync(path.join(bin, 'git'), 0o755);
    const { PATH } = process.env;
    process.env['PATH'] = `${bin}${path.delimiter}${PATH}`;
    process.env['GIT_DIR'] = outside;
    try {
      assert.equal((await read()).kind, 'read');
      await readBase();
    } finally {
      process.env['PATH'] = PATH;
      delete process.env['GIT_DIR'];
    }
    const told = readFileSync(calls, 'utf8').split('\u001D').filter(Boolean);
    const commands = told.map((call) => {
      const [line = '', variables = ''] = call.split('\u001E');
      const args = line.split('\u001F');
      for (const option of ['--no-pager', '--literal-pathspecs', '--no-replace-objects'])
        assert.ok(args.includes(option), option);
      for (const setting of [
        'core.fsmonitor=false',
        'core.hooksPath=/dev/null',
        'safe.bareRepository=explicit',
      ])
        assert.ok(args.includes(setting), setting);
      for (const variable of ['GIT_ALLOW_PROTOCOL=none', 'GIT_NO_LAZY_FETCH=1', 'GIT_OPTIONAL_LOCKS=0'])
        assert.match(variables, new RegExp(`^${variable}$`, 'm'));
      assert.doesNotMatch(variables, /^GIT_DIR=/m);
      return args.find((arg, i) => !arg.startsWith('-') && args[i - 1] !== '-c');
    });
    assert.deepEqual([...new Set(commands)].map(String).toSorted(compareText), [
      'cat-file',
      'diff-tree',
      'log',
      'ls-tree',
      'merge-base',
      'rev-parse',
    ]);
  });
});

/** Every file of a repository with its size and when it was changed. */
function shapeOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const { size, mtimeMs } = statSync(path.join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    });
}
