import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { scaffold, scaffoldKinds } from '../../../extension/engine/features/scaffold.ts';
import { catalogue } from '../../../extension/engine/model/generated/catalogue.ts';
import type { KindKey } from '../../../extension/engine/model/schema.ts';
import { engineOver } from '../../support/run-fixture.ts';

const engagement = readFileSync(path.resolve(import.meta.dirname, '../../rules/engagement.md'), 'utf8');

const map = (rows: readonly string[], status = 'active'): string =>
  [
    `---\nkind: ownership-map\nstatus: ${status}\nowner: anna\ncounterpart: jonas\n---\n\n## Components\n`,
    '| Component | Importance | Accountable | Backup | Does the work | Runbook |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');

const runbook = (title: string, more = '', status = 'active'): string =>
  `---\nkind: process\ntitle: ${title}\ntype: runbook\nstatus: ${status}\nowner: ruta\n${more}---\n\n## Steps\n\n1. look\n`;

interface Wanted {
  readonly kind?: KindKey;
  readonly direction?: string;
  readonly language?: 'en' | 'sv';
  readonly at?: string;
}

async function begun(
  files: Readonly<Record<string, string>>,
  { kind = 'kt-plan', direction = '', language = 'en', at = 'new.md' }: Wanted = {},
): Promise<string> {
  const engine = await engineOver(new Map(Object.entries({ 'engagement.md': engagement, ...files })), 'base');
  const values = new Map(direction === '' ? [] : [['direction', direction]]);
  return scaffold(kind, language, values, engine.rowsOffered('', { kind, path: at, values }));
}

/** What is offered as topics: the lines before those of the template, without the cells that always stay empty. */
async function topics(
  files: Readonly<Record<string, string>>,
  wanted: Wanted = {},
): Promise<readonly string[]> {
  const [text, own] = [await begun(files, wanted), await begun({}, wanted)];
  const lines = new Set(own.split('\n'));
  return text
    .split('\n')
    .filter((line) => !lines.has(line))
    .map((line) => {
      assert.match(line, /\|(?: \|){4}$/);
      return line.replace(/(?: \|){4}$/, '');
    });
}

const two = map([
  '| Checkout API | critical | anna | erik | ruta | [when it is down](down.md) |',
  '| Ledger | important | erik | anna | Vilnius team, jonas | |',
  '| Console | standard | erik | | ruta | |',
  '| Archive | | erik | | ruta | |',
]);

describe('the topics that a new plan of knowledge transfer is offered', () => {
  it('are the critical and important components and the runbooks, from the supplier to the client', async () => {
    const files = {
      'map.md': two,
      'down.md': runbook('Checkout is down', 'component: Checkout API\n'),
      'full.md': runbook('The queue is full', 'component: Console\n'),
      'late.md': runbook('Files come late'),
      'law.md': runbook('Not ours').replace('runbook', 'policy'),
    };
    assert.deepEqual(
      await topics(files, { direction: 'to client' }),
      [
        '| Checkout API | critical | Checkout API | ruta | anna, erik | | |',
        '| Checkout is down | critical | Checkout API | ruta | anna, erik | | | [Checkout is down](down.md)',
        '| Ledger | important | Ledger | Vilnius team, jonas | erik, anna | | |',
        '| The queue is full | standard | Console | ruta | erik | | | [The queue is full](full.md)',
        '| Files come late | | | | | | | [Files come late](late.md)',
      ].map((line) => `${line} |`),
    );
  });

  it('go the other way round to the supplier, and to a third party from whoever does the work', async () => {
    const from = async (direction: string): Promise<readonly string[]> =>
      (await topics({ 'map.md': two }, { direction })).slice(0, 1);
    assert.deepEqual(await from('to supplier'), [
      '| Checkout API | critical | Checkout API | anna, erik | ruta | | | |',
    ]);
    assert.deepEqual(await from('till leverantören'), await from('to supplier'));
    assert.deepEqual(await from('to third party'), [
      '| Checkout API | critical | Checkout API | ruta | | | | |',
    ]);
    for (const unknown of ['', 'sideways'])
      assert.deepEqual(await from(unknown), ['| Checkout API | critical | Checkout API | | | | | |']);
  });

  it('name people and teams of the right side alone, each once', async () => {
    const sides = map([
      '| A | critical | jonas | anna, Anna Lind, anna | erik, ruta, ruta, supplier, nobody | |',
    ]);
    assert.deepEqual(await topics({ 'map.md': sides }, { direction: 'to client' }), [
      '| A | critical | A | ruta | anna, Anna Lind | | | |',
    ]);
  });

  it('are none beyond the template where there is no ownership map, and those of a draft where there is one', async () => {
    assert.deepEqual(await topics({}), []);
    const draft = map(['| A | critical | anna | | ruta | |'], 'draft');
    assert.equal((await topics({ 'map.md': draft })).length, 1);
    const ended = map(['| A | critical | anna | | ruta | |'], 'ended');
    assert.deepEqual(await topics({ 'map.md': ended }), []);
  });

  it('are named as their documents name them, so that they are read as that', async () => {
    const odd = map([
      '| Pay\\|out \\*new\\* | critical | anna | | ruta | [a \\| b](run/a%20b.md) |',
      '| *Ledger* {{owner}} | important | anna | | ruta | |',
    ]);
    const files = { 'map.md': odd, 'run/a b.md': runbook('"In | out"') };
    assert.deepEqual(await topics(files), [
      '| Pay\\|out \\*new\\* | critical | Pay\\|out \\*new\\* | | | | | |',
      '| In \\| out | critical | Pay\\|out \\*new\\* | | | | | [In \\| out](<run/a b.md>) |',
      '| Ledger {{owner}} | important | Ledger {{owner}} | | | | | |',
    ]);
    const plan = (await begun(files)).replace('status: draft', 'status: active');
    const engine = await engineOver(
      new Map(Object.entries({ 'engagement.md': engagement, ...files, 'new.md': plan })),
      'base',
    );
    const { findings } = engine.check(['new.md']);
    assert.deepEqual(
      findings.filter(({ code }) => code === 'DOC003' || code === 'DOC019'),
      [],
    );
    assert.ok(plan.includes('| Ledger {{owner}} |'));
  });

  it('are written in the language of the plan', async () => {
    const own = map(['| Kassan | viktig | anna | | ruta | |']);
    const text = await begun({ 'map.md': own }, { language: 'sv', direction: 'till kunden' });
    assert.match(
      text,
      /^\| --- .*\n\| Kassan \| viktig \| Kassan \| ruta \| anna \|(?: \|){7}\n\| Daglig drift \|/m,
    );
    assert.match(await begun({ 'map.md': two }, { language: 'sv' }), /^\| Checkout API \| kritisk \|/m);
  });

  it('point at runbooks from where the plan will stand, and at pages elsewhere as the map does', async () => {
    const links = map([
      '| A | standard | anna | | ruta | [here](../run/down.md), [part](../run/all.md#second-part), [wiki](https://wiki.example/a\\|b) |',
      '| B | standard | anna | | ruta | [gone](nowhere.md), [old](../run/old.md) |',
      '| C | standard | anna | | ruta | see the wiki |',
    ]);
    const files = {
      'maps/map.md': links,
      'run/down.md': runbook('Down'),
      'run/all.md': `# All\n\n## Second part\n`,
      'run/old.md': runbook('Old', '', 'ended'),
    };
    assert.deepEqual(await topics(files, { at: 'plans/new.md' }), [
      '| Down | standard | A | | | | | [Down](../run/down.md) |',
      '| part | standard | A | | | | | [part](../run/all.md#second-part) |',
      '| wiki | standard | A | | | | | [wiki](https://wiki.example/a%7Cb) |',
      '| gone | standard | B | | | | | |',
    ]);
  });

  it('are not those that a plan has, by its name, its component or its document', async () => {
    const plan = [
      '---\nkind: kt-plan\nstatus: draft\ndirection: to client\n---\n\n## Topics\n',
      '| Topic | Component | To | Document |\n| --- | --- | --- | --- |',
      '| Closing a month | LEDGER | anna | |',
      '| checkout api | | anna | |',
      '| What to do | | anna | [here](run/down.md) |',
      '| Release | | anna | |',
      '',
    ].join('\n');
    const files = { 'map.md': two, 'plan.md': plan, 'run/down.md': runbook('Down') };
    assert.deepEqual(await topics({ ...files, 'map.md': map([]) }), []);
    const text = await begun(files);
    assert.doesNotMatch(text, /^\| (?:Ledger|Checkout API|Down|Release) \|/m);
    assert.match(text, /^\| when it is down \| critical \|.*\n\| Daily operation \|/m);
    // A plan that has ended does not count: the knowledge moves once more.
    const ended = { ...files, 'plan.md': plan.replace('draft', 'ended') };
    assert.match(await begun(ended), /^\| Ledger \|[^]*^\| Release \|/m);
  });

  it('are each offered once', async () => {
    const twice = map([
      '| A | critical | anna | | ruta | [A](a.md) |',
      '| B | critical | anna | | ruta | [other words](b.md#x), [again](b.md#x) |',
    ]);
    const files = { 'map.md': twice, 'a.md': runbook('a'), 'b.md': '# B\n\n## X\n' };
    assert.deepEqual(
      (await topics(files)).map((line) => line.split(' | ')[0]),
      ['| A', '| B', '| other words'],
    );
  });
});

describe('rows that an engagement has already', () => {
  it('are not begun a second time', async () => {
    const meetings = `${engagement}\n## Meetings\n\n| Meeting | Every | Attends |\n| --- | --- | --- |\n| Check-in | week | anna, jonas |\n`;
    const text = await begun({ 'engagement.md': meetings }, { kind: 'communication-plan' });
    assert.doesNotMatch(text, /^\| Check-in/m);
    assert.match(text, /^\| Strategic review/m);
    const both = meetings.replace(
      /\| Check-in.*\n/,
      '$&| Strategisk genomgång | month | anna, jonas |\n| avstämning | week | anna, jonas |\n',
    );
    const swedish = await begun({ 'engagement.md': both }, { kind: 'communication-plan', language: 'sv' });
    assert.match(swedish, /^## Möten\n\n.*\n\n.*\n\| ---.*\n\|(?: \|){8}\n\n## Team$/m);
  });

  for (const language of ['en', 'sv'] as const)
    it(`leave a second document of each kind beside the first without a finding: ${language}`, async () => {
      const files: Record<string, string> = { 'map.md': two };
      for (const round of ['first', 'second'])
        for (const kind of scaffoldKinds.filter((one) => one !== 'engagement')) {
          const at = `${round}-${kind}.md`;
          files[at] = await begun(files, { kind, language, at });
        }
      const engine = await engineOver(
        new Map(Object.entries({ 'engagement.md': engagement, ...files })),
        'base',
      );
      const drafts = engine.check().findings.filter(({ path: at }) => /^(?:first|second)-/.test(at));
      assert.deepEqual(new Set(drafts.map(({ code }) => code)), new Set(['DOC022']));
      assert.equal(drafts.length, 2 * (scaffoldKinds.length - 1));
    });

  it('are those of other documents alone: a table of the document itself may say them again', async () => {
    const plan = await begun({});
    const again = await begun({ 'plan.md': plan });
    assert.deepEqual(catalogue.sections.phases.reach, 'document');
    assert.match(again, /^\| Shadow \|/m);
    assert.doesNotMatch(again, /^\| Daily operation \|/m);
  });
});
