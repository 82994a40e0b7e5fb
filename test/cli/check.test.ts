import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { asNobody } from './faulty-files.ts';
import { engagementText, pastResultFiles, runCli, temporaryFolder, type CliResult } from './run-cli.ts';

const broken = engagementText
  .replace('| anna | client |', '| anna | clint |')
  .replace('2026-12-18', '2026-02-30');

describe('outrigger check', () => {
  let root: ReturnType<typeof temporaryFolder>;
  const check = (...args: string[]): Promise<CliResult> => runCli(['check', ...args], { cwd: root.folder });
  afterEach(() => root.remove());

  it('says that nothing is wrong, and exits with 0', async () => {
    root = temporaryFolder({ 'shop/engagement.md': engagementText });
    assert.deepEqual(await check(), {
      code: 0,
      out: 'Read: 2 tables, 10 cells, 4 names. outrigger check --coverage lists what is not read.\n1 document in 1 engagement, profile base: no errors, no warnings.\n',
      err: '',
    });
  });

  it('lists findings by file with line, column, severity, message, code and name, then sums up, and exits with 1', async () => {
    root = temporaryFolder({ 'shop/engagement.md': broken });
    const { code, out } = await check();
    assert.equal(code, 1);
    const lines = out.split('\n');
    assert.equal(lines[0], 'shop/engagement.md');
    assert.match(lines[1]!, /^ {2}25:10 {2}error {4}.*"clint".* {2}DOC\d{3} [a-z-]+$/);
    assert.match(lines[2]!, /^ {2}32:11 {2}error {4}"2026-02-30" does not exist: .* {2}DOC019 value-reads$/);
    assert.match(lines.at(-2)!, /^1 document in 1 engagement, profile base: 2 errors, no warnings\./);
  });

  it('says before the sum which rules know too little', async () => {
    const plan = `---\nkind: exit-plan\ntitle: Leaving\nstatus: active\nowner: anna\nprepare: 1 month\nhandover: 1 month\n---\n\n## Triggers\n\n| Trigger | Kind | Sign |\n| --- | --- | --- |\n| T1 | quality | Shop availability below target |\n`;
    root = temporaryFolder({ ...pastResultFiles, 'exit-plan.md': plan });
    const { out } = await check('--profile', 'full');
    const [terms = '', history = ''] = out.split('\n').slice(-5);
    assert.match(terms, /^Not run: EXT023, REC007 \(nothing is concluded from 1 result older than .*\)\.$/);
    assert.match(
      history,
      /^Not run: KPI018, REC011 \(no Git history: the folder lies in no Git repository\)\.$/,
    );
    assert.doesNotMatch((await check()).out, /Not run/);
  });

  it('gives JSON with places from 1 and exclusive ends', async () => {
    root = temporaryFolder({ 'shop/engagement.md': broken });
    const { code, out } = await check('--format', 'json');
    assert.equal(code, 1);
    const result = JSON.parse(out) as { findings: Record<string, unknown>[] };
    assert.equal(Object.keys(result).join(' '), 'version tool profile summary notRun notGoverned findings');
    assert.deepEqual(
      { ...result, findings: undefined },
      {
        version: 1,
        tool: { name: 'outrigger', version: '1.2.3' },
        profile: 'base',
        summary: {
          engagements: 1,
          documents: 1,
          tables: 2,
          cells: 10,
          names: 4,
          errors: 2,
          warnings: 0,
          infos: 0,
          hints: 0,
          accepted: 0,
          questions: 0,
        },
        notRun: [],
        notGoverned: [],
        findings: undefined,
      },
    );
    const finding = result.findings[1]!;
    assert.equal(
      Object.keys(finding).join(' '),
      'code name severity message path line column endLine endColumn at data related fixable fixes',
    );
    const { code: rule, name, path: file, line, column, endLine, endColumn, at } = finding;
    assert.deepEqual(
      { rule, name, file, line, column, endLine, endColumn, at },
      {
        rule: 'DOC019',
        name: 'value-reads',
        file: 'shop/engagement.md',
        line: 32,
        column: 11,
        endLine: 32,
        endColumn: 21,
        at: 'Milestones[0].Due',
      },
    );
  });

  it('lists what is offered at each finding, the whole value in each edit (settled 24)', async () => {
    const slips = engagementText
      .replace('notice: 6 months', 'notice: 6 m')
      .replace('| anna | client |', '| anna | cleint |')
      .replace('2026-12-18', '**12/11/2026**');
    root = temporaryFolder({ 'shop/engagement.md': slips });
    const { out } = await check('--format', 'json');
    const { findings } = JSON.parse(out) as {
      findings: { line: number; fixable: boolean; fixes: unknown[] }[];
    };
    const offer = (line: number, column: number, endColumn: number, text: string): object => ({
      title: `Replace by "${text.replaceAll('*', '')}"`,
      safe: false,
      edits: [{ path: 'shop/engagement.md', line, column, endLine: line, endColumn, text }],
    });
    assert.deepEqual(
      findings.map(({ fixes }) => fixes),
      [
        [offer(12, 9, 12, '6 minutes'), offer(12, 9, 12, '6 months')],
        [offer(25, 10, 16, 'client')],
        [offer(32, 11, 25, '**2026-11-12**'), offer(32, 11, 25, '**2026-12-11**')],
      ],
    );
    assert.ok(findings.every(({ fixable }) => fixable));
  });

  it('says the same whatever the day, and reads no clock', async () => {
    root = temporaryFolder({ 'shop/engagement.md': broken });
    const first = await check('--format', 'json');
    for (const day of ['1999-12-31', '2026-11-23', '2399-01-01'])
      assert.deepEqual(await check('--format', 'json', '--as-of', day), first, day);
  });

  it('looks only at the paths given', async () => {
    root = temporaryFolder({ 'a/engagement.md': engagementText, 'b/engagement.md': broken });
    assert.equal((await check('a')).code, 0);
    assert.equal((await check('a', 'b/engagement.md')).code, 1);
    assert.match(
      (await runCli(['check', '../b'], { cwd: path.join(root.folder, 'a') })).err,
      /outside the root/,
    );
    assert.equal(
      (await runCli(['check', '.', '--root', '..'], { cwd: path.join(root.folder, 'a') })).code,
      0,
    );
  });

  it('exits with 1 beyond --max-warnings', async () => {
    const draft = engagementText
      .replace('counterpart: juris\n', '')
      .replace('status: planned', 'status: TBD');
    root = temporaryFolder({ 'engagement.md': draft });
    const { out, code } = await check();
    assert.match(out, /no errors, 1 warning\./);
    assert.equal(code, 0);
    assert.equal((await check('--max-warnings', '1')).code, 0);
    assert.equal((await check('--max-warnings', '0')).code, 1);
    assert.equal((await check('--max-warnings', 'none')).code, 2);
  });

  it('takes --profile instead of the profiles that documents and config name', async () => {
    root = temporaryFolder({
      'engagement.md': engagementText.replace('valid_from:', 'profiles: gdpr\nvalid_from:'),
      'outrigger.yml': 'profile: nis2\n',
    });
    assert.match((await check()).out, /profile base, gdpr, nis2:/);
    assert.match((await check('--profile', 'full,dora')).out, /profile base, dora, full:/);
    assert.match(
      (await check('--profile', 'ful')).err,
      /"ful" is not known to --profile\. It may be base, full, dora, gdpr, nis2, data-act\./,
    );
  });

  it('takes another config file', async () => {
    root = temporaryFolder({
      'engagement.md': broken,
      'strict.yml': 'rules: { DOC019: off, DOC003: off, value-reads: off }\n',
    });
    const { out } = await check('--config', 'strict.yml');
    assert.doesNotMatch(out, /DOC019/);
    const missing = await check('--config', 'none.yml');
    assert.deepEqual([missing.code, missing.err], [2, '"none.yml" does not exist.\n']);
  });

  it('reads files that end their lines as Windows does, with a byte order mark', async () => {
    root = temporaryFolder({ 'engagement.md': `\u{FEFF}${broken.replaceAll('\n', '\r\n')}` });
    const { out } = await check();
    assert.match(out, /^ {2}32:11 {2}error {4}"2026-02-30"/m);
    assert.match(out, /2 errors, no warnings/);
  });

  it('leaves out what .gitignore leaves out, in every folder, and what it takes back in', async () => {
    root = temporaryFolder({
      '.gitignore': 'old/\n*.tmp.md\n',
      'engagement.md': engagementText,
      'old/engagement.md': broken,
      'x.tmp.md': broken,
      'sub/.gitignore': 'private\n!kept.tmp.md\n',
      'sub/private/engagement.md': broken,
      'sub/kept.tmp.md': '---\nkind: goals\ntitle: Kept\nowner: anna\n---\n',
      'node_modules/package/engagement.md': broken,
      '.git/engagement.md': broken,
    });
    const { out } = await check('--format', 'json');
    const { summary } = JSON.parse(out) as { summary: object };
    assert.deepEqual(summary, {
      engagements: 1,
      documents: 2,
      tables: 2,
      cells: 10,
      names: 5,
      errors: 0,
      warnings: 0,
      infos: 1,
      hints: 0,
      accepted: 0,
      questions: (summary as { questions: number }).questions,
    });
  });

  it('does not take a link for resolved whose target is ignored', async () => {
    const linking = (target: string): string =>
      engagementText.replace('the shop takes', `[note](${target}): the shop takes`);
    const files = { '.gitignore': 'made/\n', 'made/note.txt': 'x', 'kept/note.txt': 'x' };
    root = temporaryFolder({ ...files, 'engagement.md': linking('kept/note.txt') });
    assert.equal((await check()).code, 0);
    root.remove();
    root = temporaryFolder({ ...files, 'engagement.md': linking('made/note.txt') });
    assert.match((await check()).out, /DOC003/);
  });

  it('follows no symbolic link out of the root, and none in a circle', async () => {
    const outside = temporaryFolder({ 'engagement.md': broken, 'sla.md': '---\nkind: slaa\n---\n' });
    root = temporaryFolder({
      'engagement.md': engagementText,
      'real/goals.md': '---\nkind: goals\ntitle: G\nowner: anna\n---\n',
    });
    const link = (to: string, at: string): void => symlinkSync(to, path.join(root.folder, at));
    link(outside.folder, 'away');
    link(path.join(outside.folder, 'engagement.md'), 'away.md');
    link('loop.md', 'loop.md');
    mkdirSync(path.join(root.folder, 'a'));
    link('..', 'a/up');
    link('real/goals.md', 'linked.md');
    const { code, out, err } = await check('--format', 'json');
    outside.remove();
    assert.deepEqual([code, err], [0, '']);
    const { summary } = JSON.parse(out) as { summary: { documents: number; engagements: number } };
    assert.deepEqual([summary.engagements, summary.documents], [1, 2]);
  });

  it('says which file it may not read, once, and exits with 2', async function () {
    root = temporaryFolder({ 'engagement.md': engagementText, 'secret.md': 'x' });
    chmodSync(root.folder, 0o755);
    chmodSync(path.join(root.folder, 'secret.md'), 0o000);
    const { code, err } = await asNobody(this, () => check());
    assert.equal(code, 2);
    assert.match(err, /"secret\.md" cannot be read: you have no permission to read it\./);
    assert.equal(err.split('secret.md').length, 2, err);
  });

  it('reports bytes that are not UTF-8 and files that are too large, and goes on', async () => {
    root = temporaryFolder({
      'engagement.md': engagementText,
      'bytes.md': Buffer.concat([
        Buffer.from('---\nkind: goals\ntitle: G\nowner: anna\n---\n'),
        Buffer.from([0xff, 0xfe]),
      ]),
      'large.md': Buffer.alloc(9 * 1024 * 1024, '---\nkind: goals\n---\n'),
    });
    const { code, out } = await check();
    assert.equal(code, 1);
    assert.match(out, /^bytes\.md\n(?:  .*\n)*.*UTF-8.*DOC001/m);
    assert.match(out, /^large\.md\n.*larger than 2 MiB.*DOC001/m);
  });

  it('reads UTF-16 of either end, with its mark or without', async () => {
    const wrong = engagementText.replace('kind: engagement', 'kind: engagment').replaceAll('\n', '\r\n');
    const little = Buffer.from(wrong, 'utf16le');
    const big = Buffer.from(little).swap16();
    root = temporaryFolder({
      'a/engagement.md': Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
      'b/engagement.md': Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
      'c/engagement.md': little,
      'd/engagement.md': big,
    });
    const { code, out } = await check();
    assert.equal(code, 1);
    assert.equal(out.match(/DOC026/g)?.length, 4, out);
    assert.doesNotMatch(out, /UTF-8/);
  });

  it('colours a terminal only, and none where NO_COLOR asks for that', async () => {
    root = temporaryFolder({ 'engagement.md': broken });
    const plain = await check();
    const run = (variables: Record<string, string>): Promise<CliResult> =>
      runCli(['check'], { cwd: root.folder, colours: true, variables });
    const coloured = await run({});
    assert.ok(coloured.out.includes('\u001b['));
    assert.equal(coloured.out.replace(/\p{Cc}\[\d+m/gu, ''), plain.out);
    assert.deepEqual(await run({ NO_COLOR: '1' }), plain);
    assert.deepEqual(await run({ TERM: 'dumb' }), plain);
  });

  it('shows no control characters of a document', async () => {
    root = temporaryFolder({ 'engagement.md': broken.replace('clint', 'cl\u001b[31mint\u202e') });
    const { out } = await check();
    assert.ok(!out.includes('\u001b') && !out.includes('\u202e'));
    assert.match(out, /cl\\u001b\[31mint\\u202e/);
  });

  it('says where there is no engagement', async () => {
    root = temporaryFolder({ 'README.md': '# Hello' });
    assert.deepEqual(await check(), {
      code: 0,
      out: 'There is no engagement here: outrigger init begins one.\n',
      err: '',
    });
  });

  it('says that nothing was checked where nothing of an engagement was named', async () => {
    root = temporaryFolder({ 'shop/engagement.md': engagementText, 'shop/docs/a.md': '# A', 'b.md': '# B' });
    for (const [paths, why, shown] of [
      [['shop/docs'], ['"shop/docs" is not checked: no file in it gives a kind of document.'], 'shop/docs'],
      [
        ['b.md', 'shop/docs/a.md'],
        [
          '"b.md" is not checked: no engagement stands in its folder or above it.',
          '"shop/docs/a.md" is not checked: it gives no kind of document in its front matter.',
        ],
        'b.md, shop/docs/a.md',
      ],
    ] as const)
      assert.deepEqual(await check(...paths), {
        code: 0,
        out: `${why.join('\n')}\nNo document of an engagement is at ${shown}: nothing was checked.\n`,
        err: '',
      });
    assert.match((await check('.')).out, /^1 document in 1 engagement/m);
  });

  it('takes the top of the Git repository as the root, from any folder below', async () => {
    root = temporaryFolder({
      '.git/HEAD': 'x',
      'a/engagement.md': engagementText,
      'b/c/engagement.md': broken,
    });
    const below = path.join(root.folder, 'b/c');
    assert.match((await runCli(['check'], { cwd: below })).out, /2 documents in 2 engagements/);
    assert.match((await runCli(['check', '.'], { cwd: below })).out, /^b\/c\/engagement\.md$/m);
    assert.match(
      (await runCli(['check', '--root', '../../a'], { cwd: below })).out,
      /1 document in 1 engagement/,
    );
    assert.match(
      (await runCli(['check', '--root', 'nothing'], { cwd: below })).err,
      /"nothing" is no folder/,
    );
  });
});
