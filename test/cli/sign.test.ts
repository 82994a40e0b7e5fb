import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCli, temporaryFolder, type CliResult } from './run-cli.ts';

const payments = path.resolve(import.meta.dirname, '../../examples/payments');

describe('outrigger sign', () => {
  let root: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    root = temporaryFolder({ '.git/HEAD': '' });
    cpSync(payments, path.join(root.folder, 'payments'), { recursive: true });
  });
  afterEach(() => root.remove());

  const run = (...args: readonly string[]): Promise<CliResult> =>
    runCli([...args, '--no-git'], { cwd: root.folder, now: '2026-11-30T12:00:00Z' });
  const signoffs = (): readonly string[] => readdirSync(path.join(root.folder, 'payments/signoffs'));

  it('writes one file, and nothing the second time', async () => {
    const before = signoffs();
    const first = await run('sign', 'payments/sla.md', '--by', 'oskar');
    const file = 'payments/signoffs/2026-11-30-sla-oskar-fc069442-2b9a.md';
    assert.deepEqual(first, { code: 0, out: `${file}\n`, err: '' });
    assert.match(
      readFileSync(path.join(root.folder, file), 'utf8'),
      /^by: oskar\nparty: client\ndate: 2026-11-30$/m,
    );
    const second = await run('sign', 'payments/sla.md', '--by', 'Oskar Thelin', '--as-of', '2026-12-24');
    assert.deepEqual(second, {
      code: 0,
      out: `payments/sla.md: signed already as it now stands, in ${file}.\n`,
      err: '',
    });
    assert.deepEqual(signoffs(), [...before, path.basename(file)].sort());
  });

  it('approves for both sides what was changed, so that SGN003 and SGN004 are silent', async () => {
    const sla = path.join(root.folder, 'payments/sla.md');
    writeFileSync(sla, `${readFileSync(sla, 'utf8')}\nA note.\n`);
    const said = async (): Promise<readonly string[]> => {
      const { out } = await run('check', '--profile', 'full', '--format', 'json', 'payments/sla.md');
      const { findings } = JSON.parse(out) as { readonly findings: readonly { readonly code: string }[] };
      return findings.map(({ code }) => code).filter((code) => code.startsWith('SGN'));
    };
    assert.deepEqual(await said(), ['SGN003']);
    await run('sign', 'payments/sla.md', '--by', 'hedvig', '--approve');
    assert.deepEqual(await said(), ['SGN004']);
    await run('sign', 'payments/sla.md', '--by', 'tiago', '--approve');
    assert.deepEqual(await said(), []);
  });

  it('signs what a strategic review links to, and tells what it cannot sign', async () => {
    const record = 'payments/records/2026-11-12-strategic-review.md';
    const full = path.join(root.folder, record);
    const links =
      '\nWe read the [goals](../goals.md), the [SLA](../sla.md) and [last month](2026-11-05-service-review.md).\n';
    writeFileSync(full, readFileSync(full, 'utf8').replace('\n## Decisions', `${links}\n## Decisions`));
    const { code, out, err } = await run('sign', record, '--by', 'hedvig');
    assert.equal(code, 0);
    assert.match(out, /^payments\/sla\.md: signed already as it now stands/m);
    assert.match(out, /^payments\/signoffs\/2026-11-30-goals-hedvig-\w{8}-\w{4}\.md$/m);
    assert.match(err, /^payments\/records\/2026-11-05-service-review\.md is not signed: .* is a record/m);
    const again = await run('sign', record, '--by', 'hedvig');
    assert.doesNotMatch(again.out, /^payments\/signoffs/m);
  });

  it('does not sign what is no text', async () => {
    const before = signoffs();
    const sla = path.join(root.folder, 'payments/sla.md');
    writeFileSync(sla, Buffer.concat([readFileSync(sla), Buffer.from([0xff, 0x0a])]));
    const { code, err } = await run('sign', 'payments/sla.md', '--by', 'oskar');
    assert.equal(code, 2);
    assert.match(err, /sla\.md" holds bytes that are not UTF-8: it is not signed\./);
    assert.deepEqual(signoffs(), before);
  });

  it('overwrites nothing, and writes nothing out of the root', async () => {
    const file = 'payments/signoffs/2026-11-30-sla-oskar-fc069442-2b9a.md';
    writeFileSync(path.join(root.folder, file), 'mine');
    const { code, err } = await run('sign', 'payments/sla.md', '--by', 'oskar');
    assert.equal(code, 2);
    assert.match(err, /exists already and was left alone/);
    assert.equal(readFileSync(path.join(root.folder, file), 'utf8'), 'mine');
    const outside = temporaryFolder({});
    try {
      mkdirSync(path.join(root.folder, 'shop'));
      writeFileSync(
        path.join(root.folder, 'shop/engagement.md'),
        '---\nkind: engagement\ntitle: S\nstatus: active\nclient: A\nsupplier: B\n---\n\n## People\n\n| Person | Party |\n| --- | --- |\n| ann | client |\n',
      );
      symlinkSync(outside.folder, path.join(root.folder, 'shop/signoffs'));
      const linked = await run('sign', 'shop/engagement.md', '--by', 'ann');
      assert.equal(linked.code, 2);
      assert.match(linked.err, /leads out of the root/);
      assert.deepEqual(readdirSync(outside.folder), []);
    } finally {
      outside.remove();
    }
  });

  for (const [what, args, message] of [
    ['nobody', ['payments/sla.md'], 'outrigger sign needs --by PERSON: who signs.'],
    [
      'somebody unknown',
      ['payments/sla.md', '--by', 'oskra'],
      'No person has the key "oskra". Did you mean "oskar"?',
    ],
    ['what is not there', ['payments/nothing.md', '--by', 'oskar'], '"payments/nothing.md" does not exist.'],
    ['a folder', ['payments', '--by', 'oskar'], '"payments" is no document of an engagement.'],
    [
      'a check-in',
      ['payments/records/2026-11-17-check-in.md', '--by', 'oskar'],
      'of those only changes are signed',
    ],
    [
      'a review that links to nothing',
      ['payments/records/2026-11-12-strategic-review.md', '--by', 'oskar'],
      'links to no document',
    ],
  ] as const)
    it(`refuses ${what}`, async () => {
      const before = signoffs();
      const { code, out, err } = await run('sign', ...args);
      assert.deepEqual([code, out], [2, '']);
      assert.ok(err.includes(message), err);
      assert.doesNotMatch(err, /\n\s+at /);
      assert.deepEqual(signoffs(), before);
    });
});
