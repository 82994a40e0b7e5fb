import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { scaffold } from '../../extension/engine/features/scaffold.ts';
import { engagementText, runCli, temporaryFolder, type CliResult } from './run-cli.ts';

describe('outrigger ask', () => {
  let root: ReturnType<typeof temporaryFolder>;
  const file = (name = 'sla.md'): string => path.join(root.folder, name);
  const text = (name?: string): string => readFileSync(file(name), 'utf8');
  const ask = (typed: readonly string[] | undefined, ...args: readonly string[]): Promise<CliResult> =>
    runCli(['ask', ...args], { cwd: root.folder, ...(typed && { typed }) });
  beforeEach(() => {
    root = temporaryFolder({
      'engagement.md': engagementText,
      'sla.md': scaffold('sla', 'en', new Map([['owner', 'anna']])),
    });
  });
  afterEach(() => root.remove());

  const answers = [
    '1',
    'calendar month',
    'Shop',
    '99.9 %',
    'the probe of the client',
    '15 minutes',
    '4 hours',
    '1 hour',
    '8 hours',
    '1 day',
    '5 days',
  ];

  it('asks one question after the other to the last, and counts the inputs', async () => {
    const { code, out, err } = await ask(answers, 'sla.md');
    assert.deepEqual([code, out], [0, '11 inputs; no questions left.\n'], err);
    assert.match(text(), /^counterpart: juris$/m, 'a suggestion by its number');
    assert.match(text(), /^\| Shop \| availability \| 99\.9 % \| the probe of the client \|/m);
    assert.match(text(), /^\| P3 \|.*\| 1 day \| 5 days \|$/m);
    assert.match(
      err,
      /sla\.md: 11 questions left\.\n {2}Who is the owner's counterpart on the other side\?\n/,
    );
    assert.match(err, /\n {2}1\) juris\n/);
  });

  it('says what does not read, and asks again', async () => {
    const { err, out } = await ask(['juris', 'now and then', 'calendar month'], 'sla.md');
    assert.match(err, /"now and then"/);
    assert.match(text(), /^measured_over: calendar month$/m);
    assert.match(out, /9 questions left\.\n2 inputs\.\n$/);
  });

  it('keeps what was answered where the person stops, and writes nothing more', async () => {
    const before = text();
    const { code, out } = await ask(['juris'], 'sla.md');
    assert.equal(code, 0);
    assert.equal(text(), before.replace('counterpart:', 'counterpart: juris'));
    assert.match(out, /1 input\.\n$/);
  });

  it('asks what was passed over once more at the end, and stops where nothing more is answered', async () => {
    const enter = (n: number): string[] => Array.from({ length: n }, () => '');
    const first = await ask(['', 'calendar month', ...enter(9), 'juris', ...enter(20)], 'sla.md');
    assert.match(text(), /^counterpart: juris$/m);
    assert.match(first.out, /9 questions left\.\n2 inputs\.\n$/);
    const asked = first.err.match(/Over which period/g)?.length;
    assert.equal(asked, 1, 'what is answered is not asked again');
    const before = text();
    const { out, err } = await ask(enter(30), 'sla.md');
    assert.match(out, /\n0 inputs\.\n$/);
    assert.equal(err.match(/questions left\./g)?.length, 9, 'each once');
    assert.equal(text(), before);
  });

  it('goes back to what was answered, which stands there until it is answered otherwise', async () => {
    const { out, err } = await ask(['anna', 'calendar month', '<', '<', 'juris', '', 'Shop'], 'sla.md');
    assert.match(err, /now anna:/);
    assert.match(err, /now calendar month:/);
    assert.match(text(), /^counterpart: juris$/m);
    assert.match(text(), /^measured_over: calendar month$/m);
    assert.match(text(), /^\| Shop \| availability/m);
    assert.match(out, /4 inputs\.\n$/);
  });

  it('goes back to what was passed over, and no further than the first question', async () => {
    await ask(['<', '', '<', 'juris'], 'sla.md');
    assert.match(text(), /^counterpart: juris$/m);
  });

  it('begins with the engagement document, and goes on with the next draft', async () => {
    writeFileSync(
      file('engagement.md'),
      engagementText.replace('status: active', 'status: draft').replace('start: 2026-01-01', 'start:'),
    );
    const { err } = await ask(['2026-01-01', '2', '1'], '.');
    assert.match(text('engagement.md'), /^start: 2026-01-01$/m);
    assert.match(text(), /^counterpart: juris$/m, err);
    assert.match(err, /There is no suggestion 2 here\./);
  });

  it('lists what is left where nobody can be asked, or with --list', async () => {
    const before = text();
    for (const { code, out, err } of [await ask(undefined), await ask(['juris'], '--list')]) {
      assert.deepEqual([code, err], [0, '']);
      assert.match(
        out,
        /^sla\.md\n {2}6:13 {2}Who is the owner's counterpart on the other side\?\n {6}Write it behind/,
      );
      assert.match(out, /\n11 questions left\.\n$/);
    }
    assert.equal(text(), before);
  });

  it('lists it as JSON for programs', async () => {
    const { out } = await ask(['juris'], '--format', 'json', 'sla.md');
    const { version, questions } = JSON.parse(out) as {
      version: number;
      questions: Record<string, unknown>[];
    };
    assert.deepEqual([version, questions.length], [1, 11]);
    assert.deepEqual(
      [questions[0]!['key'], questions[0]!['line'], questions[0]!['type'], questions[0]!['suggestions']],
      ['counterpart', 6, 'who', ['juris']],
    );
  });

  it('asks in Swedish where that is spoken', async () => {
    const { err, out } = await ask(['juris'], 'sla.md', '--lang', 'sv');
    assert.match(err, /Vem är/);
    assert.match(out, /10 frågor kvar\.\n1 inmatning\.\n$/);
  });

  it('refuses what is not there', async () => {
    assert.equal((await ask(undefined, 'none.md')).code, 2);
    assert.equal((await ask(undefined, '..')).code, 2);
  });
});
