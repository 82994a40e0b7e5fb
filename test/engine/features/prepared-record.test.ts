import assert from 'node:assert/strict';
import { recordText, type Preparation } from '../../../extension/engine/editing.ts';
import { english } from '../../../extension/engine/text.ts';
import { exampleFiles } from '../../support/example-files.ts';
import { engineOver } from '../../support/run-fixture.ts';

const asOf = '2026-11-23';
const payments = exampleFiles('payments');

interface Asked {
  readonly files?: ReadonlyMap<string, string>;
  readonly day?: string;
  readonly set?: Readonly<Record<string, string>>;
}

async function prepare(
  meeting: string,
  { files = payments, day = asOf, set = {} }: Asked = {},
): Promise<Preparation | undefined> {
  const engine = await engineOver(files, 'full');
  const values = new Map(Object.entries(set));
  return await engine.preparedRecord('', { meeting, asOf: day, language: 'en', values });
}

async function text(...asked: Parameters<typeof prepare>): Promise<string> {
  const prepared = await prepare(...asked);
  assert.equal(prepared?.is, 'prepared');
  return recordText(prepared, english.say);
}

function withChange(path: string, from: string | RegExp, to: string): Map<string, string> {
  const files = new Map(payments);
  const changed = files.get(path)!.replace(from, to);
  assert.notEqual(changed, files.get(path));
  return files.set(path, changed);
}

describe('the next record of a meeting', () => {
  it('stands beside the one before it and looks at the month that has ended', async () => {
    const prepared = await prepare('MONTHLY service  review');
    assert.ok(prepared?.is === 'prepared');
    assert.deepEqual(
      [prepared.path, prepared.held, prepared.values.get('attended'), prepared.values.get('chair')],
      ['records/2026-12-03-service-review.md', '2026-12-03', 'hedvig, oskar, tiago, leonor', 'hedvig'],
    );
    const written = recordText(prepared, english.say);
    assert.match(written, /^title: Service review, November 2026$/m);
    assert.match(written, /^period: 2026-11$/m);
    assert.match(written, /^status: draft$/m);
  });

  it('leaves nothing to say but what the draft asks', async () => {
    for (const meeting of [
      'Monthly service review',
      'Tuesday check-in',
      'Steering review',
      'Knowledge hour',
    ]) {
      const engine = await engineOver(payments, 'full');
      const before = engine.check().findings.map(({ code, path }) => `${path} ${code}`);
      const prepared = await engine.preparedRecord('', { meeting, asOf, language: 'en', values: new Map() });
      assert.ok(prepared?.is === 'prepared', meeting);
      engine.update(prepared.path, { kind: 'text', text: recordText(prepared, english.say) });
      const after = engine.check().findings.map(({ code, path }) => `${path} ${code}`);
      const draft = meeting === 'Monthly service review' ? [`${prepared.path} DOC022`] : [];
      assert.deepEqual(after.toSorted(), [...before, ...draft].toSorted(), meeting);
    }
  });

  it('has a row without a result for each that is due, and none that a record has', async () => {
    const rows = (written: string): readonly string[] =>
      written
        .split('## Results')[1]!
        .split('## ')[0]!
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .slice(2);
    const all = rows(await text('Monthly service review'));
    assert.equal(all.length, 15);
    assert.equal(all[0], '| Payment gateway | availability | | | | | |');
    assert.equal(all.at(-1), '| Idea to production | | | | | | |');
    const earlier = `---\nkind: record\ntype: service-review\nstatus: final\nheld: 2026-12-01\nperiod: 2026-11\n---\n\n## Results\n\n| Of | Result |\n| --- | --- |\n| Idea to production | 12 days |\n`;
    const files = new Map([...payments, ['records/extra.md', earlier]]);
    assert.deepEqual(rows(await text('Monthly service review', { files })), all.slice(0, -1));
  });

  it('carries what is open in this series alone, in the same words', async () => {
    const written = await text('Monthly service review');
    assert.match(
      written,
      /^\| Halve the wait for review in Idea to production \| tiago \| 2026-12-18 \| open \| \|$/m,
    );
    // Done in the record before that.
    assert.doesNotMatch(written, /Keep the spare database/);
    // Of the check-ins and the steering review.
    assert.doesNotMatch(written.split('-->')[1]!, /Name a successor for beatriz|Price for a smaller team/);
    assert.match(written, /^\| Let a new engineer in \| samira \| 2026-11-03 \| \|$/m);
    assert.match(
      written,
      /^- Halve the wait for review in Idea to production: open for 28 days, since 2026-11-05$/m,
    );
  });

  it('writes a day that was counted from the old record as the day that was meant', async () => {
    const path = 'records/2026-11-05-service-review.md';
    const files = withChange(path, '| tiago | 2026-12-18 | open |', '| tiago | held + 10 days | open |');
    assert.match(
      await text('Monthly service review', { files }),
      /^\| Halve .+ \| tiago \| 2026-11-15 \| open \| \|$/m,
    );
  });

  it('tells the chair in a comment what is new and what comes, whatever others have written', async () => {
    const path = 'records/2026-11-10-check-in.md';
    const files = withChange(path, /^title: .+$/m, 'title: "odd --> <script> | # x"');
    const written = await text('Monthly service review', { files });
    assert.equal(written.split('-->').length, 3, 'one comment for the chair, one under Notes');
    assert.match(written, /^- 2026-11-10: odd –> <script>/m);
    assert.match(written, /^- 2026-12-11, leonor: Renew the certificate for Acquirer Beta\.$/m);
    assert.doesNotMatch(written, /Write the record of/);
  });

  it('leaves out who has left by then', async () => {
    const files = withChange('people.md', /^(\| leonor .+\|) \|$/m, '$1 2026-11-30 |');
    const prepared = await prepare('Monthly service review', { files });
    assert.ok(prepared?.is === 'prepared');
    assert.equal(prepared.values.get('attended'), 'hedvig, oskar, tiago');
  });

  it('follows the record before it, not the calendar alone', async () => {
    assert.match(await text('Tuesday check-in'), /^held: 2026-11-24$[^]*^period: 2026-W48$/m);
    // November's looked at the third quarter, so December's does not do it again, and January's has the fourth.
    assert.match(await text('Steering review'), /^title: Steering review, December 2026$/m);
    assert.doesNotMatch(await text('Steering review'), /^period:/m);
    const january = await text('Steering review', { set: { held: '2027-01-14' } });
    assert.match(january, /^title: Steering review, Q4 2026$[^]*^period: 2026-Q4$/m);
  });

  it('has the topic of the session that is planned for that day', async () => {
    assert.match(await text('Knowledge hour'), /^topic:.*$/m);
    const planned = payments.get('kt-plan.md')!.match(/^\| (.+?) \| 2026-12-09 \|/m)!;
    const set = { held: '2026-12-09' };
    assert.ok((await text('Knowledge hour', { set })).includes(`\ntopic: ${planned[1]}\n`));
  });

  it('passes over closed periods, and goes back to the oldest that was missed', async () => {
    const held = async (day: string): Promise<string | undefined> => {
      const files = new Map([...payments].filter(([path]) => !/2026-11-(?:10|17)-check-in/.test(path)));
      const prepared = await prepare('Tuesday check-in', { files, day });
      return prepared?.is === 'prepared' ? prepared.held : undefined;
    };
    assert.equal(await held('2026-11-23'), '2026-11-10');
    const last = withChange('records/2026-11-17-check-in.md', 'held: 2026-11-17', 'held: 2026-12-22');
    const prepared = await prepare('Tuesday check-in', { files: last, day: '2026-12-23' });
    assert.ok(prepared?.is === 'prepared');
    assert.equal(prepared.held, '2027-01-05');
  });

  it('is not begun twice, nor without a type, a day or a meeting', async () => {
    const path = 'records/2026-12-03-service-review.md';
    const files = new Map([...payments, [path, await text('Monthly service review')]]);
    assert.deepEqual(await prepare('Monthly service review', { files }), { is: 'there', path });
    const set = { held: '2026-11-20' };
    assert.deepEqual(await prepare('Monthly service review', { set }), {
      is: 'there',
      path: 'records/2026-11-05-service-review.md',
    });
    assert.deepEqual(await prepare('Backlog hour'), { is: 'noType' });
    assert.match(await text('Backlog hour', { set: { type: 'check-in' } }), /^type: check-in$/m);
    const noWhen = withChange('communication-plan.md', '| first Thursday 10:00 |', '| |');
    assert.deepEqual(await prepare('Monthly service review', { files: noWhen }), { is: 'noDay' });
    const unknown = await prepare('Weekly');
    assert.ok(unknown?.is === 'unknown');
    assert.equal(unknown.meetings.length, 5);
  });

  it('is plain data', async () => {
    const prepared = await prepare('Monthly service review');
    assert.deepEqual(structuredClone(prepared), prepared);
  });
});
