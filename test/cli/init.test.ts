import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { engagementText, runCli, temporaryFolder, type CliResult } from './run-cli.ts';

describe('outrigger init', () => {
  let root: ReturnType<typeof temporaryFolder>;
  beforeEach(() => (root = temporaryFolder({})));
  afterEach(() => root.remove());
  const init = (args: readonly string[], typed?: readonly string[]): Promise<CliResult> =>
    runCli(['init', '--as-of', '2026-11-23', ...args], { cwd: root.folder, ...(typed && { typed }) });
  const text = (file = 'engagement.md'): string => readFileSync(path.join(root.folder, file), 'utf8');

  it('asks eight questions where the start says the phase, writes one document and shows the first date that follows', async () => {
    const typed = [
      'Nord AB',
      'Riga SIA',
      '2026-01-01',
      '2027-06-30',
      '6 months',
      'automatic, 12 months',
      '1000 EUR per month',
      'anna',
    ];
    const { code, out, err } = await init(['shop'], typed);
    assert.equal(code, 0);
    assert.equal(err.split(/^ {2}such as /m).length - 1, 8);
    const [first, second] = out.split('\n');
    assert.match(first!, /^shop\/engagement\.md: \d+ questions left\.$/);
    assert.match(second!, /^As of 2026-11-23: 2026-12-30, in 37 days: refuse renewal\. The contract ends/);
    assert.match(text('shop/engagement.md'), /^title: Riga SIA for Nord AB$/m);
    assert.match(text('shop/engagement.md'), /^phase: delivery$/m);
    assert.match(text('shop/engagement.md'), /^\| anna \|/m);
  });

  it('asks again where an answer does not read, and leaves open what is not answered', async () => {
    const typed = ['Nord AB', '', '1 Januari', '2027-01-01', '', '', '', '', '', ''];
    const { code, err } = await init([], typed);
    assert.equal(code, 0);
    assert.match(err, /"1 Januari" is not a date\. Write year, month and day/);
    assert.match(text(), /^client: Nord AB\nsupplier:\n/m);
    assert.match(text(), /^start: 2027-01-01\nlanguage: en\n---\n\n<!-- .*\bend, /m);
    assert.match(text(), /^phase: transition$/m);
  });

  it('offers what a text may mean in words of the language', async () => {
    const { code, err } = await init(['--lang', 'sv', '--set', 'notice=6 m']);
    assert.equal(code, 2);
    assert.match(err, /Menas "6 minuter" eller "6 månader"\?\n/);
  });

  it('takes a day that is written otherwise, and says how it was understood', async () => {
    const typed = ['', '', '12/11/2026', '11 maj 2026', '30 June 2027', '', '', '', ''];
    const { code, err } = await init(['a'], typed);
    assert.equal(code, 0);
    assert.match(err, /"12\/11\/2026" is not a date\..* Meant is "2026-11-12" or "2026-12-11"\?\n/);
    assert.match(err, /"11 maj 2026" understood as 2026-05-11\.$/m);
    assert.match(text('a/engagement.md'), /^start: 2026-05-11\nend: 2027-06-30$/m);
    const set = await init(['b', '--set', 'start=2026/05/11', '--set', 'fee=1 EUR']);
    assert.equal(set.err, 'start: "2026/05/11" understood as 2026-05-11.\n');
    assert.match(text('b/engagement.md'), /^start: 2026-05-11$/m);
    const two = await init(['c', '--set', 'start=12/11/2026']);
    assert.match(two.err, /"2026-11-12" or "2026-12-11"/);
    const slip = await init(['c', '--set', 'start=2026-13-01']);
    assert.equal(slip.code, 2);
    assert.match(slip.err, /a year has no month 13/);
    assert.equal(existsSync(path.join(root.folder, 'c')), false);
  });

  it('asks for the phase where the start lies ahead, and shows the words of its lists', async () => {
    const typed = ['', '', '2027-01-01', '', '', '', '', '', 'selection'];
    const { err } = await init(['a'], typed);
    assert.match(err, /such as none \/ automatic, 12 months \/ option, 12 months: /);
    assert.match(err, /such as selection \/ transition \/ delivery \/ exit \/ closed: /);
    assert.match(text('a/engagement.md'), /^phase: selection$/m);
    await init(['b', '--lang', 'sv'], [...typed.slice(0, -1), '']);
    assert.match(text('b/engagement.md'), /^phase: övertagande$/m);
  });

  it('does not ask what --set gives', async () => {
    const { err } = await init(
      ['--set', 'client=Nord AB', '--set', 'end=2027-06-30'],
      Array.from({ length: 7 }, () => ''),
    );
    assert.equal(err.split(/^ {2}such as /m).length - 1, 7);
    assert.match(text(), /^client: Nord AB$/m);
  });

  it('writes nothing where the person stops', async () => {
    const { code, err } = await init([], ['Nord AB', 'Riga SIA']);
    assert.equal(code, 2);
    assert.match(err, /\nStopped: nothing was written\.\n$/);
    assert.deepEqual(readdirSync(root.folder), []);
  });

  it('takes everything from --set or its defaults where nobody can be asked', async () => {
    assert.match((await init([])).err, /standard input is no terminal/);
    assert.deepEqual(readdirSync(root.folder), []);
    assert.equal((await init(['a', '--yes'])).code, 0);
    assert.match(
      (await init(['b', '--set', 'end=2027-06-30', '--set', 'notice=3 months'])).out,
      /^As of 2026-11-23: 2027-03-30, in 127 days: give notice\. /m,
    );
    assert.match(
      (await init(['c', '--yes', '--lang', 'sv', '--set', 'client=A', '--set', 'supplier=B'])).out,
      /^c\/engagement\.md: 9 frågor kvar\.\nInget datum går att räkna fram än: /,
    );
    assert.match(text('c/engagement.md'), /^title: B åt A$/m);
    assert.match((await init(['d', '--set', 'ende=2027-06-30'])).err, /no key "ende"/);
    assert.equal(existsSync(path.join(root.folder, 'd')), false);
  });

  it('takes the phase from the start: transition until that day', async () => {
    await init(['a', '--set', 'start=2026-11-23']);
    await init(['b', '--set', 'start=2026-11-24']);
    assert.match(text('a/engagement.md'), /^phase: delivery$/m);
    assert.match(text('b/engagement.md'), /^phase: transition$/m);
  });

  it('overwrites nothing', async () => {
    root.remove();
    root = temporaryFolder({ 'engagement.md': engagementText });
    assert.match((await init(['--yes'])).err, /"engagement\.md" exists already and was left alone/);
    assert.equal(text(), engagementText);
    for (const folder of ['engagement.md', 'engagement.md/below'])
      assert.match(
        (await init([folder, '--yes'])).err,
        /cannot be written: a file stands where a folder would be/,
      );
  });

  it('stays below the root', async () => {
    assert.match((await init(['../elsewhere', '--yes'])).err, /outside the root/);
  });
});
