import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCli, temporaryFolder, type CliResult } from './run-cli.ts';
import { shopOf } from '../support/shop-of.ts';

const engagement = shopOf(`| Person | Party | Role | Handle | E-mail |
| --- | --- | --- | --- | --- |
| anna | client | manager | @Anna-Lind | |
| erik | client | architect | | erik@nordbetal.example |
| jonas | supplier | lead | jonas-p | jonas@baltcode.example |`);

const map = `---
kind: ownership-map
title: Who owns what
status: active
---

## Components

| Component | Accountable | Backup | Does the work | Paths |
| --- | --- | --- | --- | --- |
| Checkout | jonas | | jonas | \`checkout/\` |
`;

const github = `# Who is asked
* @anna-lind
/checkout/ @anna-lind erik@nordbetal.example
*.ts @Anna-Lind @nordbetal/writers @jonas-p # of the supplier
/docs/* @jonas-p
/free
/x/[ab] @jonas-p
* @jonas-p
`;

describe('outrigger import codeowners', () => {
  let root: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    root = temporaryFolder({ 'engagement.md': engagement });
  });
  afterEach(() => root.remove());
  const write = (file: string, text: string): void => writeFileSync(path.join(root.folder, file), text);
  const read = (file: string): string => readFileSync(path.join(root.folder, file), 'utf8');
  const take = (...args: string[]): Promise<CliResult> =>
    runCli(['import', 'codeowners', ...args], { cwd: root.folder });
  const rowsIn = (file: string): readonly string[] =>
    read(file)
      .split('\n')
      .filter((line) => /^\|.*`/.test(line));

  it('says what follows from the file, and writes nothing', async () => {
    write('CODEOWNERS', github);
    assert.deepEqual(await take('CODEOWNERS'), {
      code: 0,
      out: `checkout: checkout/**, accountable anna, backup erik
*.ts: **/*.ts, accountable anna, backup jonas
free: free, nobody yet
/: **, accountable jonas
ownership-map.md: 4 components to take over, 1 of them with nobody yet. Nothing was written: --write writes it.
`,
      err: `CODEOWNERS:4: Nobody under People has the Handle or E-mail "@nordbetal/writers".
CODEOWNERS:5: Paths cannot say "/docs/*": it is not taken over.
CODEOWNERS:7: GitHub skips this line because of "/x/[ab]".
`,
    });
    assert.ok(!existsSync(path.join(root.folder, 'ownership-map.md')));
  });

  it('begins a draft, and changes nothing a second time', async () => {
    write('CODEOWNERS', github);
    const { code, out } = await take('CODEOWNERS', '--write');
    assert.equal(code, 0);
    assert.match(out, /^ownership-map\.md: \d+ questions left\.$/m);
    assert.match(read('ownership-map.md'), /^status: draft\nowner:\n(?:.+\n)*codeowners: CODEOWNERS\n/m);
    assert.deepEqual(rowsIn('ownership-map.md'), [
      '| checkout | | anna | erik | | `checkout/**` | |',
      '| \\*.ts | | anna | jonas | | `**/*.ts` | |',
      '| free | | | | | `free` | |',
      '| / | | jonas | | | `**` | |',
    ]);
    const before = read('ownership-map.md');
    const again = await take('CODEOWNERS', '--write');
    assert.deepEqual([again.code, again.out], [0, 'Nothing to write.\n']);
    assert.equal(read('ownership-map.md'), before);
  });

  it('adds rows to the map that is there, and leaves its own alone', async () => {
    write('map.md', map);
    write('CODEOWNERS', github);
    const { code, out, err } = await take('CODEOWNERS', '--write');
    assert.equal(code, 0);
    assert.match(out, /^map\.md: 3 components to take over, 1 of them with nobody yet\.$/m);
    assert.match(
      err,
      /^CODEOWNERS:3: "checkout\/\*\*" stands under "Checkout" already, which stays as it is\.$/m,
    );
    assert.equal(
      read('map.md'),
      `${map}| \\*.ts | anna | jonas |  | \`**/*.ts\` |
| free |  |  |  | \`free\` |
| / | jonas |  |  | \`**\` |
`,
    );
  });

  it('names components by the sections of GitLab', async () => {
    write(
      'CODEOWNERS',
      `* @anna-lind
[Docs] erik@nordbetal.example nobody
docs/
*.md
README.md @jonas-p
!/docs/gen/
[Code]
/src
/src/
`,
    );
    const { out, err } = await take('CODEOWNERS');
    assert.deepEqual(out.split('\n').slice(0, -2), [
      '/: **, accountable anna',
      'Docs: **/docs/**, **/*.md, accountable erik',
      'README.md: **/README.md, accountable jonas',
      'Code: src, nobody yet',
    ]);
    assert.deepEqual(err.split('\n').slice(0, -1), [
      'CODEOWNERS:2: GitLab asks the owners of each section; in Components the later of two rows counts alone.',
      'CODEOWNERS:6: Paths cannot leave out "/docs/gen/": it is not taken over.',
    ]);
  });

  it('says once a line what GitLab takes for no owner: a comment behind owners is such words', async () => {
    write('CODEOWNERS', '[Docs]\n/docs/ @anna-lind # all of it\n/src/ @jonas-p x\n');
    assert.deepEqual((await take('CODEOWNERS')).err.split('\n').slice(0, -1), [
      'CODEOWNERS:2: GitLab takes "# all of it" for no owner.',
      'CODEOWNERS:3: GitLab takes "x" for no owner.',
    ]);
  });

  it('says why nothing is taken over from a file that is too large for GitHub', async () => {
    const start = '/docs/ @anna-lind\n# ';
    write('CODEOWNERS', start + 'x'.repeat(3 * 1024 * 1024 - start.length));
    assert.deepEqual(await take('CODEOWNERS', '--dialect', 'github'), {
      code: 0,
      out: 'Nothing to write.\n',
      err: 'CODEOWNERS:1: GitHub reads nothing of this file: it is not under 3 MB.\n',
    });
    assert.match((await take('CODEOWNERS', '--dialect', 'gitlab')).out, /^docs: /);
  });

  it('reads a file as the platform does that is named', async () => {
    write('CODEOWNERS', 'docs/a @jonas-p\n* @anna-lind nobody\n');
    assert.match((await take('CODEOWNERS')).out, /^docs\/a: docs\/a, /);
    const { out, err } = await take('CODEOWNERS', '--dialect', 'gitlab');
    assert.match(out, /^docs\/a: \*\*\/docs\/a, /);
    assert.match(err, /^CODEOWNERS:2: GitLab takes "nobody" for no owner\.$/m);
  });

  it('takes over who approves by an OWNERS file, for its folder', async () => {
    root.remove();
    root = temporaryFolder({
      'engagement.md': engagement,
      OWNERS: 'approvers: [Anna-Lind]\n',
      'pkg/api/OWNERS': 'approvers:\n- jonas-p\n- sig-api\nreviewers: [anna-lind]\n',
      'pkg/list/OWNERS': 'approvers: jonas-p\n',
      'pkg/filters/OWNERS':
        'filters:\n  ".*":\n    approvers: [anna-lind]\n  "\\\\.go$":\n    approvers: [jonas-p]\n',
      'pkg/labels/OWNERS': 'labels: [area/x]\n',
      'pkg/alone/OWNERS': 'options: { no_parent_owners: true }\napprovers: [Jonas-P]\nreviewers: [jonas-p]\n',
      'pkg/only/OWNERS': 'reviewers:\n- anna-lind\n- jonas-p\n',
      OWNERS_ALIASES: 'aliases:\n  sig-api: [anna-lind]\n',
      'pkg/a[b]/OWNERS': 'approvers: [anna-lind]\n',
    });
    const said = async (file: string): Promise<string> => {
      const { out, err } = await take(file);
      return `${out.split('\n')[0]}\n${err}`;
    };
    assert.equal(await said('OWNERS'), '/: **, accountable anna\n');
    assert.equal(
      await said('pkg/api/OWNERS'),
      [
        'pkg/api: pkg/api/**, accountable jonas',
        'pkg/api/OWNERS:1: Who approves in the folders above approves here too; of Components the last row alone counts.',
        'pkg/api/OWNERS:3: Nobody under People has the Handle or E-mail "sig-api".',
        'pkg/api/OWNERS:4: Not taken over, since Components have nobody who only reviews: "anna-lind".',
        '',
      ].join('\n'),
    );
    assert.equal(await said('pkg/alone/OWNERS'), 'pkg/alone: pkg/alone/**, accountable jonas\n');
    assert.equal(
      await said('pkg/only/OWNERS'),
      'Nothing to write.\npkg/only/OWNERS:2: Not taken over, since Components have nobody who only reviews: "anna-lind", "jonas-p".\n',
    );
    const aliases = await take('OWNERS_ALIASES');
    assert.deepEqual([aliases.code, aliases.out], [2, '']);
    assert.match(aliases.err, /^"OWNERS_ALIASES" names groups and says of no path who owns it/);
    assert.equal(
      await said('pkg/list/OWNERS'),
      'Nothing to write.\npkg/list/OWNERS:1: This is no OWNERS file: Prow would ignore it.\n',
    );
    assert.equal(
      await said('pkg/filters/OWNERS'),
      'pkg/filters: pkg/filters/**, accountable anna\npkg/filters/OWNERS:1: Who approves in the folders above approves here too; of Components the last row alone counts.\npkg/filters/OWNERS:2: Paths cannot say "\\.go$": it is not taken over.\n',
    );
    assert.equal(await said('pkg/labels/OWNERS'), 'Nothing to write.\n');
    assert.equal(
      await said('pkg/a[b]/OWNERS'),
      'Nothing to write.\npkg/a[b]/OWNERS:1: Paths cannot say "pkg/a[b]": it is not taken over.\n',
    );
    write('codeowners.txt', 'approvers: [anna-lind]\n');
    assert.match(
      (await take('codeowners.txt', '--dialect', 'kubernetes')).out,
      /^\/: \*\*, accountable anna$/m,
    );
  });

  it('calls no two components the same, and none by a word that is no name', async () => {
    write('map.md', map);
    write(
      'CODEOWNERS',
      '[Checkout]\na/ @jonas-p\n[b]\nb/x @jonas-p\n[c]\n/a/ @jonas-p\n[B]\nb @anna-lind\n/? @jonas-p\n',
    );
    const { out, err } = await take('CODEOWNERS', '--write');
    assert.deepEqual(out.split('\n').slice(0, -2), [
      'a: **/a/**, accountable jonas',
      'b: **/b/x, accountable jonas',
      'c: a/**, accountable jonas',
      'b 2: **/b, accountable anna',
    ]);
    assert.match(err, /^CODEOWNERS:9: Paths cannot say "\?": it is not taken over\.$/m);
    assert.equal(rowsIn('map.md').length, 5);
  });

  it('asks which map, and refuses what is none', async () => {
    write('map.md', map);
    write('old.md', map.replace('active', 'ended'));
    write('CODEOWNERS', '* @jonas-p\n');
    assert.match((await take('CODEOWNERS')).out, /^map\.md: 1 component /m);
    write(
      'other.md',
      map.replace('active', 'draft').replace('| Checkout', '| Portal').replace('checkout/', 'web/'),
    );
    const { code, err } = await take('CODEOWNERS');
    assert.deepEqual(
      [code, err],
      [2, 'There are several ownership maps. Name one of "map.md", "other.md" with --map.\n'],
    );
    assert.equal((await take('CODEOWNERS', '--map', 'other.md', '--write')).code, 0);
    assert.deepEqual([rowsIn('map.md').length, rowsIn('other.md').length], [1, 2]);
    for (const none of ['engagement.md', 'old.md']) {
      const refused = await take('CODEOWNERS', '--map', none);
      assert.deepEqual(
        [refused.code, refused.err],
        [2, `"${none}" is no ownership map that can be changed.\n`],
      );
    }
  });

  it('writes nothing into a table that has no place for it', async () => {
    const cards = map.replace(
      /## Components[^]+/,
      '## Components\n\n| Component | Accountable |\n| --- | --- |\n| Checkout | jonas |\n',
    );
    write('map.md', cards);
    write('CODEOWNERS', '* @jonas-p\n');
    const { code, err } = await take('CODEOWNERS', '--write');
    assert.equal(code, 2);
    assert.match(err, /The table under Components of "map\.md" cannot be written into as it stands/);
    assert.equal(read('map.md'), cards);
  });

  it('refuses options of the other kind, and files that are none', async () => {
    write('CODEOWNERS', '* @jonas-p\n');
    writeFileSync(path.join(root.folder, 'bytes'), Buffer.from([0x2a, 0x20, 0xff]));
    writeFileSync(path.join(root.folder, 'large'), Buffer.alloc(3 * 1024 * 1024 + 1, 'x'));
    const refusals: readonly (readonly [readonly string[], string])[] = [
      [['codeowners', 'CODEOWNERS', '--record', 'x.md'], '--record belongs to outrigger import results.'],
      [['results', 'CODEOWNERS', '--map', 'x.md'], '--map belongs to outrigger import codeowners.'],
      [['results', 'CODEOWNERS', '--dialect', 'github'], '--dialect belongs to outrigger import codeowners.'],
      [
        ['codeowners', 'CODEOWNERS', '--dialect', 'svn'],
        '"svn" is not known to --dialect. It may be github, gitlab, kubernetes.',
      ],
      [['codeowners', 'bytes'], '"bytes" is no text that can be read.'],
      [['codeowners', 'large'], '"large" is larger than 3 MiB.'],
      [['codeowners', '.'], '"." is no file that can be read.'],
    ];
    for (const [args, said] of refusals) {
      const { code, out, err } = await runCli(['import', ...args], { cwd: root.folder });
      assert.deepEqual([code, out, err], [2, '', `${said}\n`]);
    }
  });

  it('speaks Swedish, and begins a map in it', async () => {
    write('CODEOWNERS', '* @anna-lind erik@nordbetal.example\n/a/ @x\n');
    const { out, err } = await take('CODEOWNERS', '--write', '--lang', 'sv');
    assert.match(out, /^\/: \*\*, ansvarig anna, ersättare erik\na: a\/\*\*, ännu utan ansvarig\n/);
    assert.match(err, /Ingen under Personer har användarnamnet eller e-postadressen "@x"\./);
    assert.match(read('ownership-map.md'), /^## Komponenter$/m);
  });
});
