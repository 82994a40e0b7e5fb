import assert from 'node:assert/strict';
import { exampleFiles } from '../support/example-files.ts';
import { runCli, temporaryFolder, type CliResult } from './run-cli.ts';

const engagement = '---\nkind: engagement\ntitle: Shop\nstatus: draft\n---\n';
const people = '---\nkind: people\nstatus: active\nowner: anna\ncounterpart: jonas\n---\n';

describe('outrigger check where an engagement is missing', () => {
  let root: ReturnType<typeof temporaryFolder>;
  afterEach(() => root.remove());

  function check(...argv: readonly string[]): Promise<CliResult> {
    return runCli(['check', ...argv], { cwd: root.folder });
  }

  for (const [what, spoil] of [
    [
      'one letter of its kind is wrong',
      (text: string) => text.replace('kind: engagement', 'kind: engagment'),
    ],
    ['the fence of its front matter is gone', (text: string) => text.replace('---\n', '')],
    ['its document is gone', () => undefined],
  ] as const) {
    it(`is loud, and says one thing, where ${what}`, async () => {
      const files = exampleFiles('payments');
      const spoilt = spoil(files.get('engagement.md')!);
      if (spoilt === undefined) files.delete('engagement.md');
      else files.set('engagement.md', spoilt);
      root = temporaryFolder({ ...Object.fromEntries(files), 'outrigger.yml': 'version: 1\n' });
      const { code, out } = await check('--format', 'json');
      const { findings } = JSON.parse(out) as { findings: { code: string; path: string }[] };
      assert.equal(code, 1);
      assert.ok(findings.length >= 1 && findings.length <= 3, out);
      const swedish = await check('--lang', 'sv');
      assert.equal(swedish.code, 1);
      assert.doesNotMatch(swedish.out, /documents|engagement\.md stands|is nearly/);
    });
  }

  it('reads no more than the beginning of a file that nobody governs', async () => {
    root = temporaryFolder({
      'outrigger.yml': '',
      'a/people.md': `${people}${'x'.repeat(3_000_000)}`,
      'b/people.md': Buffer.concat([Buffer.from(people), Buffer.from([0xff, 0xfe])]),
      'c/people.md': `---\n${'# x\n'.repeat(20_000)}${people.slice(4)}`,
    });
    const { code, out, err } = await check();
    assert.deepEqual([code, err], [1, '']);
    assert.deepEqual(
      out.split('\n').filter((line) => line.endsWith('.md')),
      ['a/people.md', 'b/people.md'],
    );
  });

  it('says why a path is not checked, in one sentence each, and in Swedish', async () => {
    root = temporaryFolder({
      '.gitignore': 'build/\n',
      'outrigger.yml': 'engagements: [shop, other]\n',
      'shop/engagement.md': engagement,
      'shop/notes.md': '# Notes\n',
      'shop/other.md': '---\nkind: recipe\n---\n',
      'shop/table.csv': 'a',
      'other/engagement.md': engagement,
      'left/engagement.md': engagement,
      'left/people.md': people,
      'build/people.md': people,
      'node_modules/x/people.md': people,
      'empty/a.txt': 'a',
    });
    const paths = [
      'shop/notes.md',
      'shop/other.md',
      'shop/table.csv',
      'left',
      'left/people.md',
      'build/people.md',
      'node_modules/x',
      'empty',
    ];
    const reasons = [
      '"shop/notes.md" is not checked: it gives no kind of document in its front matter.',
      '"shop/other.md" is not checked: its kind "recipe" is no kind of document of ours.',
      '"shop/table.csv" is not checked: it is no Markdown file.',
      '"left" is not checked: "engagements" of "outrigger.yml" names other folders.',
      '"left/people.md" is not checked: "engagements" of "outrigger.yml" names other folders.',
      '"build/people.md" is not checked: a .gitignore leaves it out.',
      '"node_modules/x" is not checked: nothing in "node_modules" is read.',
      '"empty" is not checked: no Markdown file is in it.',
    ];
    const { code, out } = await check(...paths);
    assert.deepEqual([code, out.split('\n').slice(0, reasons.length)], [0, reasons]);
    const json = JSON.parse((await check('--format', 'json', ...paths)).out) as { notGoverned: unknown };
    assert.deepEqual(
      json.notGoverned,
      paths.map((path, i) => ({ path, reason: reasons[i] })),
    );
    const swedish = (await check('--lang', 'sv', ...paths)).out.split('\n').slice(0, reasons.length);
    assert.equal(swedish.length, reasons.length);
    for (const [i, line] of swedish.entries())
      assert.match(line, new RegExp(`^"${paths[i]!}" kontrolleras inte: .*\\.$`));
  });

  it('says it of each path beside what it says of the others', async () => {
    root = temporaryFolder({
      'shop/engagement.md': engagement,
      'left/readme.md': '# Hello\n',
      'left/people.md': people,
    });
    const { code, out } = await check('shop', 'left/readme.md');
    assert.equal(code, 0);
    assert.match(
      out,
      /^"left\/readme\.md" is not checked: no engagement stands in its folder or above it\.$/m,
    );
    assert.match(out, /^1 document in 1 engagement/m);
    // A document that somebody takes to be checked is a finding at its place instead.
    const lost = await check('left');
    assert.equal(lost.code, 1);
    assert.doesNotMatch(lost.out, /is not checked/);
    assert.match(lost.out, /DOC027/);
  });
});
