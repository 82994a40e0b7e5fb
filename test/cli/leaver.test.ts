import assert from 'node:assert/strict';
import { chmodSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parsePatch, applyPatch } from 'diff';
import { runCli, temporaryFolder, type CliResult } from './run-cli.ts';

const payments = path.resolve(import.meta.dirname, '../../examples/payments');

describe('outrigger leaver', () => {
  let root: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    root = temporaryFolder({ '.git/HEAD': '' });
    cpSync(payments, path.join(root.folder, 'payments'), { recursive: true });
  });
  afterEach(() => root.remove());

  const run = (...args: readonly string[]): Promise<CliResult> =>
    runCli(['leaver', ...args, '--no-git'], { cwd: root.folder });
  const read = (file: string): string => readFileSync(path.join(root.folder, 'payments', file), 'utf8');

  it('lists what hangs on a person, by key or name, as text, Markdown and JSON, and writes nothing', async () => {
    const before = read('people.md');
    const text = await run('leonor', '--on', '2027-02-26');
    assert.equal(text.code, 0);
    assert.match(
      text.out,
      /^"leonor" leaves on 2027-02-26: 29 places name the person, and 32 more tell of what is past\.$/m,
    );
    assert.match(text.out, /^People does not say when the person leaves\.$/m);
    assert.match(
      text.out,
      /^The last day on which somebody can take over and still be helped for "4 weeks", as payments\/kt-plan\.md asks: 2027-01-29\.$/m,
    );
    assert.match(
      text.out,
      /^ {2}payments\/ownership-map\.md:19:44 +Does the work of "Card vault", with a backup$/m,
    );
    const named = await run('Leonor Pinto', '--on', '2027-02-26');
    assert.equal(named.out, text.out);
    const markdown = await run('leonor', '--on', '2027-02-26', '--format', 'md');
    assert.match(markdown.out, /^## Nobody else is named$/m);
    assert.match(markdown.out, /^\| payments\/runbooks\/gateway-down\.md:6:8 \| owner \|$/m);
    const json = JSON.parse((await run('leonor', '--on', '2027-02-26', '--format', 'json')).out) as {
      readonly person: string;
      readonly handOver: unknown;
      readonly places: readonly { readonly path: string; readonly line: number; readonly at: string }[];
    };
    assert.equal(json.person, 'leonor');
    assert.equal(json.handOver, null);
    assert.equal(json.places.length, 61);
    assert.equal(read('people.md'), before);
  });

  it('speaks Swedish', async () => {
    const { out } = await run('leonor', '--on', '2027-02-26', '--lang', 'sv');
    assert.match(
      out,
      /^"leonor" slutar 2027-02-26: 29 ställen nämner personen, och ytterligare 32 ställen berättar/m,
    );
    assert.match(out, /^Ingen annan är nämnd$/m);
  });

  it('prints with --to what is certain as a patch, and writes the same with --write', async () => {
    const args = ['leonor', '--on', '2027-02-26', '--to', 'rui'] as const;
    const dry = await run(...args);
    assert.equal(dry.code, 0);
    assert.match(
      dry.err,
      /^payments\/kt-plan\.md:22:72 {2}From of "Rules in the acquirer switch": what it says of/m,
    );
    assert.doesNotMatch(dry.err, /records\//);
    const patches = parsePatch(dry.out);
    const expected = patches.map(({ oldFileName = '' }) => {
      const file = oldFileName.replace('a/payments/', '');
      return [
        file,
        applyPatch(
          read(file),
          patches.find((one) => one.oldFileName === oldFileName)!,
        ),
      ] as const;
    });
    assert.ok(expected.length > 4);
    for (const [file, text] of expected) assert.notEqual(read(file), text, file);
    const done = await run(...args, '--write');
    assert.equal(done.code, 0);
    for (const [file, text] of expected) assert.equal(read(file), text, file);
    assert.match(done.out, /^\d+ places; (\d+) of \1 files written\.$/m);
    assert.match(read('people.md'), /\| ribalta-leonor \| 2027-02-26 \|$/m);
    const again = await run(...args);
    assert.equal(again.out, '');
    const json = JSON.parse((await run(...args, '--format', 'json')).out) as {
      readonly handOver: { readonly to: string; readonly edits: readonly unknown[] };
    };
    assert.deepEqual([json.handOver.to, json.handOver.edits], ['rui', []]);
  });

  it('leaves a file alone that may not be written or is no text, and says so', async () => {
    const map = path.join(root.folder, 'payments/ownership-map.md');
    chmodSync(map, 0o444);
    const runbook = path.join(root.folder, 'payments/runbooks/gateway-down.md');
    writeFileSync(runbook, Buffer.concat([readFileSync(runbook), Buffer.from([0xff, 0x0a])]));
    const before = [readFileSync(map), readFileSync(runbook)];
    const { code, out, err } = await run('leonor', '--on', '2027-02-26', '--to', 'rui', '--write');
    assert.equal(code, 2);
    assert.match(err, /ownership-map\.md" is read-only: it was left alone\./);
    assert.match(err, /gateway-down\.md" holds bytes that are not UTF-8: it is left alone\./);
    assert.match(out, /^payments\/people\.md$/m);
    assert.deepEqual([readFileSync(map), readFileSync(runbook)], before);
  });

  for (const [what, args, message] of [
    ['no day', ['leonor'], 'outrigger leaver needs --on DATE: the last day of the person.'],
    [
      'no date',
      ['leonor', '--on', 'soon'],
      '--on "soon" is not a date. Write year, month and day, for example 2026-11-23.',
    ],
    [
      'an unknown person',
      ['leonora', '--on', '2027-02-26'],
      'No person has the key "leonora". Did you mean "leonor"?',
    ],
    [
      'a team',
      ['Porto team', '--on', '2027-02-26'],
      /^No person has the key "Porto team"\. Known are hedvig,/,
    ],
    [
      'an unknown successor',
      ['leonor', '--on', '2027-02-26', '--to', 'ruy'],
      /^No person has the key "ruy"\./,
    ],
    [
      'the person',
      ['leonor', '--on', '2027-02-26', '--to', 'Leonor Pinto'],
      '"leonor" leaves: name somebody else with --to.',
    ],
    [
      'nobody to write for',
      ['leonor', '--on', '2027-02-26', '--write'],
      '--write needs --to PERSON: who takes over.',
    ],
    [
      'another form to write',
      ['leonor', '--on', '2027-02-26', '--to', 'rui', '--write', '--format', 'md'],
      '--write goes with the form text: the others only show what would change.',
    ],
    [
      'no engagement',
      ['leonor', '--on', '2027-02-26', '--engagement', 'nowhere'],
      /"nowhere" does not exist\./,
    ],
  ] as const)
    it(`refuses ${what}`, async () => {
      const { code, out, err } = await run(...args);
      assert.deepEqual([code, out], [2, '']);
      if (typeof message === 'string') assert.ok(err.includes(message), err);
      else assert.match(err.replace(/^outrigger: /, ''), message);
    });
});
