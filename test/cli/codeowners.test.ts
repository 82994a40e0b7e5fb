import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { GitRepository } from '../support/git-repository.ts';
import { useOwnCaches } from '../support/own-caches.ts';
import { runCli, type CliResult } from './run-cli.ts';
import { shopOf } from '../support/shop-of.ts';

const engagement = shopOf(`| Person | Party | Role | Handle | E-mail |
| --- | --- | --- | --- | --- |
| anna | client | manager | @anna-lind | |
| erik | client | architect | | erik@nordbetal.example |
| jonas | supplier | lead | @jonas-p | |
| ines | supplier | engineer | | |`);

const rows = `| Checkout | anna | erik | jonas | \`checkout/**\` |
| Ledger | jonas | | jonas | \`ledger/\`, \`lib/book.ts\` |`;

function map(its = rows, key = ''): string {
  return `---
kind: ownership-map
title: Who owns what
status: active
${key}---

## Components

| Component | Accountable | Backup | Does the work | Paths |
| --- | --- | --- | --- | --- |
${its}
`;
}

const block = `# outrigger:begin
# Written from Components of the ownership map: change it there.
/checkout/ @anna-lind erik@nordbetal.example
/ledger/ @jonas-p
/lib/book.ts @jonas-p
# outrigger:end
`;

const code = {
  'checkout/a.ts': '1\n',
  'checkout/b.md': '1\n',
  'ledger/a.ts': '1\n',
  'ledger/docs/c.md': '1\n',
  'lib/book.ts': '1\n',
};

describe('outrigger codeowners', () => {
  useOwnCaches();
  let repository: GitRepository;
  beforeEach(() => {
    repository = new GitRepository('codeowners-cli');
  });
  afterEach(() => repository.remove());

  function commit(files: Readonly<Record<string, string>>): void {
    repository.commit({ files: { 'engagement.md': engagement, 'map.md': map(), ...code, ...files } });
  }
  const run = (...args: string[]): Promise<CliResult> =>
    runCli(['codeowners', ...args], { cwd: repository.folder });
  const read = (file: string): string => readFileSync(path.join(repository.folder, file), 'utf8');

  it('prints what Components say, and writes nothing', async () => {
    commit({});
    assert.deepEqual(await run(), { code: 0, out: block, err: '' });
    assert.ok(!existsSync(path.join(repository.folder, '.github')));
  });

  it('prints what a draft says where no map is active', async () => {
    commit({ 'map.md': map().replace('active', 'draft') });
    assert.equal((await run()).out, block);
  });

  it('writes names as GitLab reads them', async () => {
    commit({});
    const { out } = await run('--dialect', 'gitlab');
    assert.match(out, /^\/lib\/book\.ts @jonas-p\n\/lib\/book\.ts\/ @jonas-p$/m);
  });

  it('says that no component has files here', async () => {
    commit({ 'map.md': map('| Portal | anna | | jonas | org/web: `src/**` |') });
    const { code: exit, out } = await run();
    assert.deepEqual([exit, out], [0, 'No component has Paths in this repository.\n']);
    assert.deepEqual(await run('--check'), {
      code: 0,
      out: 'No component has Paths in this repository.\n',
      err: '',
    });
    assert.equal((await run('--write')).out, 'Nothing to write.\n');
  });

  it('says of Paths that CODEOWNERS cannot say so, and not that there are none', async () => {
    commit({ 'map.md': map('| Portal | anna | | jonas | `#a` |') });
    const cannot = /^(?:map\.md:\d+:\d+: )?CODEOWNERS cannot say "#a": .*$/m;
    const printed = await run();
    assert.deepEqual([printed.code, printed.out], [0, '']);
    assert.match(printed.err, cannot);
    const written = await run('--write');
    assert.deepEqual([written.code, written.out], [2, '']);
    assert.match(written.err, cannot);
    assert.match(written.err, /^Nothing was written\.$/m);
    assert.doesNotMatch(written.err, /block/);
  });

  it('is content with a file that says so', async () => {
    commit({ '.github/CODEOWNERS': `* @everybody\n\n${block}` });
    assert.deepEqual(await run('--check'), {
      code: 0,
      out: '.github/CODEOWNERS says what Components say.\n',
      err: '',
    });
  });

  it('names each place in the block that says something else', async () => {
    const other = block
      .replace('erik@nordbetal.example', '@stranger')
      .replace('/ledger/ @jonas-p', '  /tools/ @anna-lind');
    commit({ '.github/CODEOWNERS': `* @everybody\n\n${other}` });
    const { code: exit, out } = await run('--check');
    assert.equal(exit, 1);
    assert.deepEqual(out.split('\n'), [
      '.github/CODEOWNERS:5:1: "/checkout/ @anna-lind @stranger" stands here, and Components say "/checkout/ @anna-lind erik@nordbetal.example".',
      '.github/CODEOWNERS:6:3: "/tools/ @anna-lind" stands here, and Components say nothing of it.',
      '.github/CODEOWNERS:7:1: "/ledger/ @jonas-p" is missing here, as Components say.',
      '.github/CODEOWNERS: 3 differences.',
      '',
    ]);
  });

  it('names rows that are missing in the order of Components, before the end too', async () => {
    commit({ CODEOWNERS: block.replace(/^\/(?:ledger|lib).*\n/gm, '') });
    const { out } = await run('--check');
    assert.deepEqual(out.split('\n').slice(0, 2), [
      'CODEOWNERS:4:1: "/ledger/ @jonas-p" is missing here, as Components say.',
      'CODEOWNERS:4:1: "/lib/book.ts @jonas-p" is missing here, as Components say.',
    ]);
  });

  it('names rows in another order', async () => {
    const [begin = '', note = '', one = '', two = '', ...rest] = block.split('\n');
    commit({ '.github/CODEOWNERS': [begin, note, two, one, ...rest].join('\n') });
    assert.match(
      (await run('--check')).out,
      /^\.github\/CODEOWNERS:3:1: Of two rows .+ "\/checkout\/ .+" here\.\n\.github\/CODEOWNERS: 1 difference\.\n$/,
    );
  });

  it('names a row that stands there twice', async () => {
    commit({ '.github/CODEOWNERS': block.replace(/^(\/ledger\/.*\n)/m, '$1$1') });
    assert.match(
      (await run('--check')).out,
      /^\.github\/CODEOWNERS:5:1: .+ say nothing of it\.\n.+ 1 difference/,
    );
  });

  it('says that the file, or the block, is not there', async () => {
    commit({});
    assert.match(
      (await run('--check')).out,
      /^\.github\/CODEOWNERS:1:1: There is no "\.github\/CODEOWNERS"\.$/m,
    );
    commit({ '.github/CODEOWNERS': '* @everybody\n' });
    assert.match((await run('--check')).out, /^\.github\/CODEOWNERS:1:1: The block .+ is missing/);
    commit({ '.github/CODEOWNERS': '* @everybody\n# outrigger:begin\n' });
    assert.match(
      (await run('--check')).out,
      /^\.github\/CODEOWNERS:2:1: A block stands here that has no end/,
    );
    const { code: exit, err } = await run('--write');
    assert.deepEqual([exit, /has no end/.test(err)], [2, true]);
    assert.equal(read('.github/CODEOWNERS'), '* @everybody\n# outrigger:begin\n');
  });

  it('names rows behind the block that take files from those whom Components name', async () => {
    commit({ '.github/CODEOWNERS': `${block}*.md @writers\n/lib/ @jonas-p # the same\n/ledger/docs/\n` });
    const { code: exit, out } = await run('--check');
    assert.equal(exit, 1);
    assert.deepEqual(out.split('\n'), [
      '.github/CODEOWNERS:7:1: "*.md @writers" takes 1 file from those whom Components name, such as "checkout/b.md" from @anna-lind erik@nordbetal.example.',
      '.github/CODEOWNERS:9:1: "/ledger/docs/" takes 1 file from those whom Components name, such as "ledger/docs/c.md" from @jonas-p.',
      '.github/CODEOWNERS: 2 differences.',
      '',
    ]);
  });

  it('says nothing of rows before the block, and of those for files that no component has', async () => {
    commit({ '.github/CODEOWNERS': `*.md @writers\n${block}/tools/ @anna-lind\n*.rb @rubies\n` });
    assert.equal((await run('--check')).code, 0);
  });

  it('says nothing of a row behind the block that names the same owners in other letters and order', async () => {
    commit({ '.github/CODEOWNERS': `${block}/checkout/b.md Erik@Nordbetal.example @Anna-Lind\n` });
    assert.equal((await run('--check')).code, 0);
  });

  it('finds rows that take files at their line, whatever the block lacks', async () => {
    commit({ '.github/CODEOWNERS': `${block.replace(/^\/l.*\n/gm, '')}# words\n*.md @writers\n` });
    assert.match((await run('--check')).out, /^\.github\/CODEOWNERS:6:1: "\*\.md @writers" takes 2 files/m);
  });

  it('finds them at their line behind a block that is to be written before a heading', async () => {
    commit({ CODEOWNERS: '* @everybody\n[Docs] @writers\n*.md @writers\n' });
    assert.deepEqual((await run('--check', '--dialect', 'github')).out.split('\n').slice(1), [
      'CODEOWNERS:3:1: "*.md @writers" takes 2 files from those whom Components name, such as "checkout/b.md" from @anna-lind erik@nordbetal.example.',
      'CODEOWNERS: 2 differences.',
      '',
    ]);
    // To GitLab it is another section, whose owners are asked as well.
    assert.match((await run('--check')).out, /^CODEOWNERS: 1 difference\.$/m);
  });

  it('names an empty line in the block, which would be taken out', async () => {
    commit({ '.github/CODEOWNERS': block.replace('/ledger', '\n/ledger') });
    assert.match((await run('--check')).out, /^\.github\/CODEOWNERS:4:1: "" stands here/);
  });

  it('begins no block in which nothing would stand', async () => {
    const none = map('| Portal | anna | | jonas | org/web: `src/**` |');
    commit({ 'map.md': none, '.github/CODEOWNERS': '* @everybody\n' });
    assert.equal((await run('--check')).code, 0);
    assert.equal((await run('--write')).out, 'Nothing to write.\n');
    assert.equal(read('.github/CODEOWNERS'), '* @everybody\n');
  });

  it('reads sections as GitLab does: a row of another one takes nothing away, an exclusion does', async () => {
    const gitlab = block.replace('/lib/book.ts @jonas-p', '/lib/book.ts @jonas-p\n/lib/book.ts/ @jonas-p');
    commit({
      '.gitlab/CODEOWNERS': `${gitlab}!*.md\n\n[Docs]\n*.ts @writers\n`,
      'map.md': map(rows, 'codeowners: .gitlab/CODEOWNERS\n'),
    });
    assert.deepEqual((await run('--check')).out.split('\n'), [
      '.gitlab/CODEOWNERS:8:1: "!*.md" takes 2 files from those whom Components name, such as "checkout/b.md" from @anna-lind erik@nordbetal.example.',
      '.gitlab/CODEOWNERS: 1 difference.',
      '',
    ]);
  });

  it('says that the platform reads another file', async () => {
    const key = 'codeowners: .gitlab/CODEOWNERS\n';
    const gitlab = block.replace('/lib/book.ts @jonas-p', '/lib/book.ts @jonas-p\n/lib/book.ts/ @jonas-p');
    const files = { '.gitlab/CODEOWNERS': gitlab, 'map.md': map(rows, key) };
    commit({ ...files, '.github/CODEOWNERS': '' });
    assert.equal((await run('--check')).code, 0);
    commit({ ...files, 'docs/CODEOWNERS': '* @everybody\n' });
    assert.match(
      (await run('--check')).out,
      /^\.gitlab\/CODEOWNERS:1:1: The platform reads "docs\/CODEOWNERS" and not "\.gitlab\/CODEOWNERS"/,
    );
  });

  it('says so of a file that either platform may read where both read another one first', async () => {
    const both = block.replace('/lib/book.ts @jonas-p', '/lib/book.ts @jonas-p\n/lib/book.ts/ @jonas-p');
    const files = { 'docs/CODEOWNERS': both, 'map.md': map(rows, 'codeowners: docs/CODEOWNERS\n') };
    // GitHub alone looks there.
    commit({ ...files, '.github/CODEOWNERS': '' });
    assert.equal((await run('--check')).code, 0);
    commit({ ...files, CODEOWNERS: '* @everybody\n' });
    assert.match(
      (await run('--check')).out,
      /^docs\/CODEOWNERS:1:1: The platform reads "CODEOWNERS" and not "docs\/CODEOWNERS"/,
    );
  });

  it('says that GitHub reads nothing of a file that is too large for it', async () => {
    const large = `${block}# ${'x'.repeat(3 * 1024 * 1024)}\n`;
    commit({ CODEOWNERS: large, 'map.md': map(rows, 'codeowners: CODEOWNERS\n') });
    assert.match(
      (await run('--check', '--dialect', 'github')).out,
      /^CODEOWNERS:1:1: GitHub reads nothing of this file: it is not under 3 MB\.$/m,
    );
    assert.doesNotMatch((await run('--check', '--dialect', 'gitlab')).out, /3 MB/);
  });

  it('says where nobody looked, without a history', async () => {
    commit({ '.github/CODEOWNERS': `${block}*.md @writers\n` });
    assert.deepEqual(await run('--check', '--no-git'), {
      code: 0,
      out: '.github/CODEOWNERS says what Components say.\n',
      err: 'Rows outside of the block were not looked at: no Git history: --no-git was given.\n',
    });
  });

  it('gives the same as JSON', async () => {
    commit({ '.github/CODEOWNERS': block.replace('/ledger/ @jonas-p', '/ledger/ @anna-lind') });
    const { code: exit, out } = await run('--check', '--format', 'json');
    assert.equal(exit, 1);
    assert.deepEqual(JSON.parse(out), {
      file: '.github/CODEOWNERS',
      dialect: 'github',
      rows: block.split('\n').slice(2, 5),
      complete: true,
      notLooked: null,
      drift: [
        {
          kind: 'owners',
          path: '.github/CODEOWNERS',
          line: 4,
          column: 1,
          message: '"/ledger/ @anna-lind" stands here, and Components say "/ledger/ @jonas-p".',
        },
      ],
    });
  });

  it('writes the block, leaves the rest, and writes nothing a second time', async () => {
    commit({});
    assert.deepEqual(await run('--write'), { code: 0, out: '.github/CODEOWNERS\n', err: '' });
    assert.equal(read('.github/CODEOWNERS'), block);
    commit({ '.github/CODEOWNERS': `* @everybody\n${block.replace('@jonas-p', '@x')}\n/docs/ @writers` });
    assert.equal((await run('--write')).code, 0);
    assert.equal(read('.github/CODEOWNERS'), `* @everybody\n${block}\n/docs/ @writers`);
    assert.equal((await run('--write')).out, 'Nothing to write.\n');
  });

  it('writes the file that the map names, of GitLab before its sections', async () => {
    commit({
      'map.md': map(rows, 'codeowners: docs/CODEOWNERS\n'),
      'docs/CODEOWNERS': '^[Docs] @writers\ndocs/\n',
    });
    assert.equal((await run('--write')).out, 'docs/CODEOWNERS\n');
    assert.match(
      read('docs/CODEOWNERS'),
      /^# outrigger:begin\n[^]+# outrigger:end\n\n\^\[Docs\] @writers\ndocs\/\n$/,
    );
    assert.equal((await run('--check')).code, 0);
  });

  it('has a block of its own for each engagement, and the file of the repository from a folder within', async () => {
    commit({ 'one/engagement.md': engagement, 'one/map.md': map('| Tools | anna | | jonas | `tools/**` |') });
    assert.equal((await run('--write', '--engagement', 'one')).code, 0);
    assert.match(
      read('.github/CODEOWNERS'),
      /^# outrigger:begin one\n.+\n\/tools\/ @anna-lind\n# outrigger:end one\n$/,
    );
    const { code: exit, err } = await runCli(['codeowners', '--write', '--root', '.'], {
      cwd: path.join(repository.folder, 'one'),
    });
    assert.deepEqual(
      [exit, err],
      [2, '".github/CODEOWNERS" lies outside of the root: name the folder of the repository with --root.\n'],
    );
  });

  it('writes nothing where Components cannot be said, and says where', async () => {
    const its = '| Checkout | ines | | jonas | `a/**` |\n| Ledger | anna | | jonas | `[ab].ts` |';
    commit({ 'map.md': map(its), '.github/CODEOWNERS': '* @everybody\n' });
    const { code: exit, err } = await run('--write');
    assert.equal(exit, 2);
    assert.match(err, /"ines" has neither a Handle nor an E-mail[^]+Nothing was written\.\n$/);
    assert.equal(read('.github/CODEOWNERS'), '* @everybody\n');
    assert.match((await run('--check')).out, /^map\.md:11:14: "ines" has neither/m);
    assert.match((await run()).err, /^map\.md:12:\d+: CODEOWNERS cannot say "\[ab\]\.ts"/m);
  });

  it('writes nothing, and is not content, where a name is nobody', async () => {
    commit({ 'map.md': map('| Checkout | annna | | jonas | `a/**` |'), '.github/CODEOWNERS': '' });
    const { code: exit, err } = await run('--write');
    assert.deepEqual([exit, err.startsWith('A component has nobody accountable')], [2, true]);
    assert.equal((await run('--check')).code, 1);
    assert.match((await run()).err, /^A component has nobody accountable/);
  });

  it('refuses what does not go together, and what nobody knows', async () => {
    commit({});
    for (const args of [
      ['--check', '--write'],
      ['--write', '--format', 'json'],
      ['--dialect', 'bitbucket'],
      ['--engagement', 'nowhere'],
    ]) {
      const { code: exit, out, err } = await run(...args);
      assert.deepEqual([exit, out, err.split('\n').length], [2, '', 2], args.join(' '));
    }
  });

  it('leaves a file alone that is no text', async () => {
    commit({});
    repository.write('.github/CODEOWNERS', Buffer.from([0x2a, 0x20, 0xff, 0x0a]));
    for (const option of ['--check', '--write']) {
      const { code: exit, err } = await run(option);
      assert.deepEqual([exit, err], [2, '".github/CODEOWNERS" is no text that can be read.\n']);
    }
  });
});
