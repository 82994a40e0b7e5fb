import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { engagementText, runCli, temporaryFolder } from './run-cli.ts';

const fixable = engagementText.replace('\n---\n\n# Shop', '\n...\n\n# Shop');
const isThere = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

const tools: readonly (readonly [program: string, args: readonly string[]])[] = [
  ['patch', ['-p1', '--no-backup-if-mismatch']],
  ['git', ['apply', '--whitespace=nowarn']],
];

const texts: Readonly<Record<string, string>> = {
  'as it is': fixable,
  'with a byte order mark': `\u{FEFF}${fixable}`,
  'with the lines of Windows': fixable.replaceAll('\n', '\r\n'),
  'with both': `\u{FEFF}${fixable.replaceAll('\n', '\r\n')}`,
  'without a line end at its end': fixable.trimEnd(),
  'that ends where it is mended': engagementText.replace(/\n---\n\n# Shop.*$/s, '\n...'),
  'with a line end of a Mac, a form feed and an escape': fixable.replace(
    'Shop, Riga',
    'Shop\u001b[2J\f Riga',
  ),
  'mended in its first line': `\u{FEFF}${engagementText.replace('---', '--- yaml')}`,
};

const names: readonly string[] = [
  'plain.md',
  'with blank.md',
  ' at the edges .md',
  'quo"te.md',
  "apo'strophe.md",
  'back\\slash.md',
  'tab\there.md',
  'öäå – 日本.md',
  'turned\u202e.md',
  'esc\u001b[31m.md',
  'folder with blank/ö.md',
  '-p0.md',
  'line\nbreak.md',
];

describe('the patch of fix --dry-run', () => {
  let before: ReturnType<typeof temporaryFolder>;
  let after: ReturnType<typeof temporaryFolder>;
  afterEach(() => {
    before.remove();
    after.remove();
  });

  /** The patch gives with each tool what `fix` itself gives, byte for byte. */
  async function givesTheSame(files: Readonly<Record<string, string>>, skipped?: string): Promise<void> {
    after = temporaryFolder(files);
    assert.equal((await runCli(['fix'], { cwd: after.folder })).code, 0);
    before = temporaryFolder(files);
    const { out } = await runCli(['fix', '--dry-run'], { cwd: before.folder });
    assert.ok(out.includes('@@'));
    for (const [program, args] of tools.filter(([name]) => name !== skipped && isThere(name))) {
      const place = temporaryFolder(files);
      const { status, stderr, stdout } = spawnSync(program, args, { cwd: place.folder, input: out });
      assert.equal(status, 0, `${program}: ${stdout.toString()} ${stderr.toString()}\n${out}`);
      for (const file of Object.keys(files))
        assert.deepEqual(
          fs.readFileSync(path.join(place.folder, file)),
          fs.readFileSync(path.join(after.folder, file)),
          `${program}: ${file}`,
        );
      place.remove();
    }
  }

  for (const [what, text] of Object.entries(texts))
    it(`applies to a document ${what}`, () => givesTheSame({ 'shop/engagement.md': text }));

  for (const name of names)
    it(`applies to a file called ${JSON.stringify(name)}`, async function () {
      if (process.platform === 'win32') this.skip();
      const goals = '---\nkind: goals\ntitle: Goals\nOwner: juris\n---\n';
      // GNU patch takes no name with a line break.
      await givesTheSame(
        { 'engagement.md': engagementText, [name]: goals },
        name.includes('\n') ? 'patch' : undefined,
      );
    });

  it('applies to several files at once', () =>
    givesTheSame(
      Object.fromEntries(Object.values(texts).map((text, i) => [`${i}/engagement.md`, text] as const)),
    ));

  it('is shown with escapes to a person at a terminal', async () => {
    const name = 'shop\u202e/engagement.md';
    const files = {
      [name]: fixable.replace('# Shop, Riga', '# Shop,\u001b]0;x\u0007\u202e\u009b Riga'),
    };
    before = temporaryFolder(files);
    after = temporaryFolder(files);
    const { out } = await runCli(['fix', '--dry-run'], { cwd: before.folder, colours: true });
    assert.doesNotMatch(out.replace(/\p{Cc}\[\d+m/gu, ''), /[^\P{Cc}\n]|\p{Bidi_Control}/u);
    assert.match(out, /Shop,\\u001b\]0;x\\u0007\\u202e\\u009b Riga/);
    assert.match(out, /a\/shop\\342\\200\\256\/engagement\.md/);
  });
});
