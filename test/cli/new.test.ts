import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { scaffoldKinds } from '../../extension/engine/features/scaffold.ts';
import { catalogue } from '../../extension/engine/model/generated/catalogue.ts';
import { engagementText, runCli, temporaryFolder, type CliResult } from './run-cli.ts';

describe('outrigger new', () => {
  let root: ReturnType<typeof temporaryFolder>;
  beforeEach(() => (root = temporaryFolder({ 'shop/engagement.md': engagementText })));
  afterEach(() => root.remove());
  const make = (...args: string[]): Promise<CliResult> => runCli(['new', ...args], { cwd: root.folder });
  const text = (file: string): string => readFileSync(path.join(root.folder, file), 'utf8');

  it('writes a draft and says how many questions are left', async () => {
    const { code, out, err } = await make(
      'sla',
      '--set',
      'measured_over=calendar month',
      '--set',
      'owner=anna',
    );
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^shop\/sla\.md: \d+ questions left\.\n$/);
    const left = Number(/(\d+)/.exec(out)?.[1]);
    assert.match(
      text('shop/sla.md'),
      /^---\nkind: sla\ntitle: Service level agreement\nstatus: draft\nowner: anna\n/,
    );
    assert.match(text('shop/sla.md'), /^measured_over: calendar month$/m);
    const { out: fewer } = await make('sla', '--engagement', 'shop').then(() =>
      runCli(['check', '--format', 'json'], { cwd: root.folder }),
    );
    assert.equal((JSON.parse(fewer) as { summary: { questions: number } }).summary.questions, left);
  });

  it('overwrites nothing, and names a free name', async () => {
    await make('sla');
    const before = text('shop/sla.md');
    assert.deepEqual(await make('sla', '--set', 'owner=juris'), {
      code: 2,
      out: '',
      err: '"shop/sla.md" exists already and was left alone. "shop/sla-2.md" is free.\n',
    });
    assert.equal(text('shop/sla.md'), before);
    assert.deepEqual(readdirSync(path.join(root.folder, 'shop')).toSorted(), ['engagement.md', 'sla.md']);
  });

  it('names a process by its title', async () => {
    assert.match(
      (await make('process', '--set', 'type=runbook', '--set', 'title=Kön är full, igen!')).out,
      /^shop\/kon-ar-full-igen\.md:/,
    );
    assert.match((await make('process')).out, /^shop\/process\.md:/);
    assert.match((await make('process', '--set', 'title=../../etc')).out, /^shop\/etc\.md:/);
    assert.match(
      (await make('record', '--set', 'type=check-in', '--set', 'held=2026-11-23')).out,
      /^shop\/2026-11-23-check-in\.md:/,
    );
  });

  it('has the owner of its engagement where its kind asks for one, unless --set names another', async () => {
    await make('sla');
    const owner = /^owner: (.+)$/m.exec(engagementText)![1]!;
    assert.match(text('shop/sla.md'), new RegExp(`^owner: ${owner}$`, 'm'));
    await make('exit-plan', '--set', 'owner=someone');
    assert.match(text('shop/exit-plan.md'), /^owner: someone$/m);
    await make('people');
    assert.doesNotMatch(text('shop/people.md'), /^owner:/m);
    const open = temporaryFolder({ 'engagement.md': engagementText.replace(/^owner: .+$/m, 'owner: TBD') });
    await runCli(['new', 'sla'], { cwd: open.folder });
    assert.match(readFileSync(path.join(open.folder, 'sla.md'), 'utf8'), /^owner:$/m);
    open.remove();
  });

  it('offers a plan of knowledge transfer what the ownership map says', async () => {
    const map = [
      '---\nkind: ownership-map\nstatus: active\nowner: anna\ncounterpart: juris\n---\n\n## Components\n',
      '| Component | Importance | Accountable | Does the work |\n| --- | --- | --- | --- |',
      '| Shop | critical | anna | juris |',
      '',
    ];
    writeFileSync(path.join(root.folder, 'shop/map.md'), map.join('\n'));
    await make('kt-plan', '--set', 'direction=to client');
    assert.match(text('shop/kt-plan.md'), /^direction: to client$/m);
    assert.match(text('shop/kt-plan.md'), /^\| Shop \| critical \| Shop \| juris \| anna \| \|/m);
  });

  it('takes the language of the engagement before that of the config', async () => {
    const both = temporaryFolder({
      'outrigger.yml': 'language: en\n',
      'engagement.md': engagementText.replace('valid_from:', 'language: sv\nvalid_from:'),
    });
    await runCli(['new', 'sla'], { cwd: both.folder });
    assert.match(readFileSync(path.join(both.folder, 'sla.md'), 'utf8'), /^status: utkast$/m);
    both.remove();
  });

  it('says how a day was understood', async () => {
    const { err } = await make('sla', '--set', 'valid_from=11 May 2026');
    assert.equal(err, 'valid_from: "11 May 2026" understood as 2026-05-11.\n');
    assert.match(text('shop/sla.md'), /^valid_from: 2026-05-11$/m);
  });

  it('takes the language of the engagement unless --lang says otherwise', async () => {
    await make('exit-plan', '--lang', 'sv');
    assert.match(text('shop/exit-plan.md'), /^title: Avvecklingsplan$/m);
    const swedish = temporaryFolder({
      'engagement.md': engagementText.replace('valid_from:', 'language: sv-SE\nvalid_from:'),
    });
    await runCli(['new', 'sla'], { cwd: swedish.folder });
    assert.match(readFileSync(path.join(swedish.folder, 'sla.md'), 'utf8'), /^status: utkast$/m);
    swedish.remove();
    assert.match((await make('sla', '--lang', 'de')).err, /"de" is not known to --lang/);
  });

  const wrong: readonly (readonly [args: readonly string[], told: RegExp])[] = [
    [['slaa'], /"slaa" is not known to outrigger new\. Did you mean "sla"\?/],
    [['sla', '--set', 'mesured_over=week'], /no key "mesured_over"\. Did you mean "measured_over"\?/],
    [['sla', '--set', 'credit_cap=130 %'], /credit_cap: "130 %" is not between 0 and 100/],
    [['sla', '--set', 'valid_from=2026-02-30'], /valid_from: "2026-02-30" does not exist/],
    [['sla', '--set', 'kind=goals'], /no key "kind"/],
    [['sla', '--set', 'owner'], /--set "owner" is no key and value/],
    [['sla', '--engagement', 'nowhere'], /"nowhere" does not exist/],
    [['signoff'], /"signoff" is not known to outrigger new/],
  ];
  for (const [args, told] of wrong) {
    it(`refuses "${args.join(' ')}", and writes nothing`, async () => {
      const { code, out, err } = await make(...args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, told);
      assert.deepEqual(readdirSync(path.join(root.folder, 'shop')), ['engagement.md']);
    });
  }

  it('asks for the engagement where there are several, or none', async () => {
    const two = temporaryFolder({ 'a/engagement.md': engagementText, 'b/engagement.md': engagementText });
    assert.match(
      (await runCli(['new', 'sla'], { cwd: two.folder })).err,
      /There are 2 engagements here\. Name one of "a", "b"\./,
    );
    assert.match((await runCli(['new', 'sla', '--engagement', 'b'], { cwd: two.folder })).out, /^b\/sla\.md/);
    assert.match(
      (await runCli(['new', 'sla', '--root', '..'], { cwd: path.join(two.folder, 'a') })).out,
      /^a\/sla\.md/,
    );
    two.remove();
    const none = temporaryFolder({});
    assert.match(
      (await runCli(['new', 'sla'], { cwd: none.folder })).err,
      /There is no engagement here: outrigger init begins one/,
    );
    assert.match(
      (await runCli(['new', 'engagement', '--engagement', 'new'], { cwd: none.folder })).out,
      /^new\/engagement\.md/,
    );
    assert.ok(existsSync(path.join(none.folder, 'new/engagement.md')));
    none.remove();
  });

  for (const language of ['en', 'sv']) {
    it(`writes every kind in ${language} as a draft without findings`, async () => {
      for (const kind of scaffoldKinds.filter((one) => one !== 'engagement'))
        assert.equal((await make(kind, '--lang', language)).code, 0, kind);
      const types = catalogue.words.type_of_record.words.map(({ word }) => word);
      for (const type of types)
        assert.equal((await make('record', '--lang', language, '--set', `type=${type}`)).code, 0, type);
      const { out } = await runCli(['check', '--format', 'json'], { cwd: root.folder });
      const { findings, summary } = JSON.parse(out) as {
        findings: { code: string }[];
        summary: { documents: number };
      };
      assert.equal(summary.documents, scaffoldKinds.length + types.length);
      assert.deepEqual(
        findings.filter(({ code }) => code !== 'DOC022'),
        [],
      );
      for (const file of readdirSync(path.join(root.folder, 'shop')))
        assert.doesNotMatch(text(`shop/${file}`), /[{}]{2}|[ \t]$/m, file);
    });
  }
});
