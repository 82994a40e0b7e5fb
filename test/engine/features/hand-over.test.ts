import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Engine } from '../../../extension/engine/index.ts';
import { inEnglish } from '../../../extension/engine/model/said.ts';
import type { HandOver } from '../../../extension/engine/reports.ts';
import { applyEdits } from '../../support/apply-edits.ts';
import { exampleFiles } from '../../support/example-files.ts';
import { engineOver } from '../../support/run-fixture.ts';

const engagement = `---
kind: engagement
title: Web shop
status: active
owner: hanna
counterpart: tom
client: Nordbetal AB
supplier: Baltcode UAB
---

## People

| Person | Name | Party | Role | Until |
| --- | --- | --- | --- | --- |
| hanna | Hanna Lind | client | manager | |
| ola | Ola Berg | client | architect | |
| tom | Tom Ek | supplier | lead | |
`;

/** Beside the engagement; rows of Components, and what else stands below. */
const map = (rows: readonly string[], more = '', matter = 'owner: hanna\ncounterpart: tom'): string =>
  [
    `---\nkind: ownership-map\ntitle: Map\nstatus: active\n${matter}\n---\n\n## Components\n`,
    '| Component | Accountable | Backup | Does the work |',
    '| --- | --- | --- | --- |',
    ...rows,
    more,
    '',
  ].join('\n');

const files = (others: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries({ 'engagement.md': engagement, ...others }));

async function handed(engine: Engine, to = 'ola', person = 'hanna', on = '2027-01-29'): Promise<HandOver> {
  const { handOver } = (await engine.leaver('', { person, on, to }))!;
  assert.ok(handOver);
  return handOver;
}

const over = (others: Readonly<Record<string, string>>, profile = 'base'): Promise<Engine> =>
  engineOver(files(others), profile);

/** `map.md Components[0].Accountable`. */
const placesOf = ({ changed }: HandOver): readonly string[] => changed.map(({ path, at }) => `${path} ${at}`);

const whyOf = ({ left }: HandOver, path: string, at: string): string | undefined => {
  const found = left.find(({ place }) => place.path === path && place.at === at);
  return found && inEnglish(found.why);
};

describe('a hand-over', () => {
  it('gives what somebody answers for to somebody else, and writes the last day', async () => {
    const engine = await over({ 'map.md': map(['| Ledger | hanna | | tom |']) });
    const handOver = await handed(engine);
    assert.deepEqual(placesOf(handOver), [
      'engagement.md owner',
      'engagement.md People[0]',
      'map.md owner',
      'map.md Components[0].Accountable',
    ]);
    assert.match(
      handOver.texts.get('map.md')!,
      /^owner: ola\ncounterpart: tom\n[^]*\| Ledger \| ola \| \| tom \|$/m,
    );
    assert.match(
      handOver.texts.get('engagement.md')!,
      /^\| hanna \| Hanna Lind \| client \| manager \| 2027-01-29 \|$/m,
    );
  });

  it('says the same as edits and as texts, and leaves the engine as it was', async () => {
    const before = map(['| Ledger | hanna | | tom |']);
    const engine = await over({ 'map.md': before });
    const said = JSON.stringify(engine.check());
    const { edits, texts } = await handed(engine);
    for (const [path, text] of texts) {
      const old = engine.textOf(path)!;
      assert.notEqual(old, text);
      assert.equal(
        applyEdits(
          old,
          edits.filter((edit) => edit.path === path),
        ),
        text,
      );
    }
    assert.equal(engine.textOf('map.md'), before);
    assert.equal(JSON.stringify(engine.check()), said);
  });

  it('keeps a full name where a full name stands', async () => {
    const engine = await over({ 'map.md': map(['| Ledger | Hanna Lind | | tom |']) });
    assert.match((await handed(engine)).texts.get('map.md')!, /\| Ledger \| Ola Berg \|/);
  });

  it('leaves a role, for which nobody knows who has it next', async () => {
    const engine = await over({ 'map.md': map(['| Ledger | manager | | tom |']) });
    const handOver = await handed(engine);
    assert.equal(
      whyOf(handOver, 'map.md', 'Components[0].Accountable'),
      'it names a role or says more than the name',
    );
  });

  it('changes one of several names, unless the other is among them', async () => {
    const engine = await over({
      'map.md': map(['| Ledger | hanna, tom | | tom |', '| Shop | hanna, ola | | tom |']),
    });
    const handOver = await handed(engine);
    assert.match(handOver.texts.get('map.md')!, /\| Ledger \| ola, tom \|/);
    assert.match(handOver.texts.get('map.md')!, /\| Shop \| hanna, ola \|/);
    assert.equal(whyOf(handOver, 'map.md', 'Components[1].Accountable'), '"ola" stands there already');
  });

  it('makes nobody both of two', async () => {
    const engine = await over({
      'map.md': map([
        '| Ledger | hanna | ola | tom |',
        '| Shop | ola | hanna | tom |',
        '| Portal | tom | hanna | tom |',
      ]),
    });
    const handOver = await handed(engine);
    assert.equal(
      whyOf(handOver, 'map.md', 'Components[0].Accountable'),
      '"ola" stands beside it already, in Components[0].Backup',
    );
    assert.equal(
      whyOf(handOver, 'map.md', 'Components[1].Backup'),
      '"ola" stands beside it already, in Components[1].Accountable',
    );
    assert.ok(placesOf(handOver).includes('map.md Components[2].Backup'));
  });

  it('hands nothing to the other side but the last day', async () => {
    const engine = await over({ 'map.md': map(['| Ledger | hanna | | tom |']) });
    const handOver = await handed(engine, 'tom');
    assert.deepEqual(placesOf(handOver), ['engagement.md People[0]']);
    assert.equal(whyOf(handOver, 'map.md', 'owner'), '"tom" is on another side');
  });

  it('changes a column of Who does what, and no column of what people can', async () => {
    const table =
      '\n## Who does what\n\n| Activity | hanna | tom |\n| --- | --- | --- |\n| Release | A | R |\n';
    const skills =
      '---\nkind: skills\ntitle: Skills\nstatus: active\nowner: tom\n---\n\n## Required skills\n\n| Skill | Level |\n| --- | --- |\n| Kotlin | 2 |\n\n## Coverage\n\n| Skill | hanna | tom |\n| --- | --- | --- |\n| Kotlin | 2 | 3 |\n';
    const engine = await over({ 'map.md': map(['| Ledger | tom | | tom |'], table), 'skills.md': skills });
    const handOver = await handed(engine);
    assert.match(handOver.texts.get('map.md')!, /^\| Activity \| ola \| tom \|$/m);
    assert.ok(!handOver.texts.has('skills.md'));
    assert.equal(whyOf(handOver, 'skills.md', 'Coverage'), 'what it says of "hanna" holds of nobody else');
  });

  it('leaves what is past, what is closed, and what stands in a text', async () => {
    const record =
      '---\nkind: record\ntitle: Check-in\ntype: check-in\nstatus: final\nheld: 2026-10-01\nchair: hanna\nowner: hanna\n---\n\n## Notes\n\nhanna is away.\n';
    const risks =
      '---\nkind: risk-register\ntitle: Risks\nstatus: active\nowner: tom\n---\n\n## Risks\n\n| Risk | Owner | Status |\n| --- | --- | --- |\n| Fire | hanna | closed |\n| Flood | hanna | open |\n';
    const engine = await over({
      'check-in.md': record,
      'risks.md': risks,
      'map.md': map(['| Ledger | tom | | tom |'], '\nAsk hanna first, `hanna` or johanna.\n', 'owner: tom'),
      'old.md': map(['| Old | hanna | | tom |']).replace('status: active', 'status: ended'),
    });
    const handOver = await handed(engine);
    assert.deepEqual([...handOver.texts.keys()], ['engagement.md', 'risks.md']);
    assert.equal(whyOf(handOver, 'check-in.md', 'owner'), 'it says what was');
    assert.equal(whyOf(handOver, 'old.md', 'owner'), 'it says what was');
    assert.equal(
      whyOf(handOver, 'risks.md', 'Risks[0].Owner'),
      'what it says of "hanna" holds of nobody else',
    );
    assert.match(handOver.texts.get('risks.md')!, /\| Flood \| ola \| open \|/);
    const texts = handOver.left.filter(({ place }) => place.path === 'map.md' && place.is === 'text');
    assert.equal(texts.length, 2);
    assert.equal(inEnglish(texts[0]!.why), 'a text is for a person to change');
  });

  it('leaves out a change after which a rule speaks that was silent, and names the rule', async () => {
    const sponsors = engagement
      .replace(
        'supplier: Baltcode UAB',
        'supplier: Baltcode UAB\nsponsor_client: hanna\nsponsor_supplier: tom',
      )
      .replace(
        '| ola | Ola Berg | client | architect | |',
        '| ola | Ola Berg | client | architect | 2027-06-30 |',
      );
    const engine = await engineOver(
      new Map([
        ['engagement.md', sponsors],
        ['map.md', map(['| Ledger | tom | | tom |'], '', 'owner: tom')],
      ]),
      'base,full',
    );
    const handOver = await handed(engine);
    // ola leaves too: as the only name in a place, ENG020 says so at the last day of ola.
    assert.match(
      whyOf(handOver, 'engagement.md', 'sponsor_client') ?? '',
      /^ENG020 would say: "ola" leaves on/,
    );
    assert.deepEqual(placesOf(handOver), ['engagement.md People[0]']);
  });

  it('says where the last day cannot be written, or stands already', async () => {
    const without = engagement.replaceAll(/^(\|.*) \|.* \|$/gm, '$1 |');
    const engine = await engineOver(new Map([['engagement.md', without]]), 'base');
    const why = whyOf(await handed(engine), 'engagement.md', 'People[0]');
    assert.equal(why, 'People has no column Until for the last day');
    const there = engagement.replace('| manager | |', '| manager | 2027-01-29 |');
    const again = await handed(await engineOver(new Map([['engagement.md', there]]), 'base'));
    assert.equal(whyOf(again, 'engagement.md', 'People[0]'), 'Until has the day already');
    const other = await handed(
      await engineOver(new Map([['engagement.md', there]]), 'base'),
      'ola',
      'hanna',
      '2027-02-01',
    );
    assert.match(other.texts.get('engagement.md')!, /\| manager \| 2027-02-01 \|/);
  });

  it('keeps line ends', async () => {
    const crlf = map(['| Ledger | hanna | | tom |']).replaceAll('\n', '\r\n');
    const { texts } = await handed(await over({ 'map.md': crlf }));
    assert.equal(
      texts.get('map.md'),
      crlf.replace('owner: hanna', 'owner: ola').replace('| hanna |', '| ola |'),
    );
  });

  it('brings nothing up but what the last day does, and changes nothing the second time, whoever leaves payments', async () => {
    const payments = exampleFiles('payments');
    const people = (await engineOver(payments, 'base,full')).people();
    const on = '2027-03-01';
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...people), fc.constantFrom(...people), async (person, to) => {
        if (person === to) return;
        const engine = await engineOver(payments, 'base,full');
        const { report } = (await engine.leaver('', { person, on }))!;
        const first = await handed(engine, to, person, on);
        // Every place is told once: it changes, or it says why not.
        assert.equal(first.changed.length + first.left.length, report.places.length);
        for (const { path, standing } of first.changed) {
          assert.notEqual(standing, 'past', path);
          assert.doesNotMatch(path, /^(?:signoffs|records)\//);
        }
        const known = troublesOf(engine);
        engine.update('people.md', { kind: 'text', text: withDay(payments.get('people.md')!, person, on) });
        for (const trouble of troublesOf(engine)) known.add(trouble);
        for (const [path, text] of first.texts) engine.update(path, { kind: 'text', text });
        assert.deepEqual(
          [...troublesOf(engine)].filter((trouble) => !known.has(trouble)),
          [],
        );
        assert.deepEqual([...(await handed(engine, to, person, on)).texts], []);
      }),
      { numRuns: 8 },
    );
  });
});

function troublesOf(engine: Engine): Set<string> {
  const troubles = engine
    .check()
    .findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  return new Set(troubles.map(({ path, code, at }) => `${path} ${code} ${at}`));
}

function withDay(people: string, person: string, day: string): string {
  return people.replace(new RegExp(`^(\\| ${person} \\|.*\\|)[^|]*\\|$`, 'm'), `$1 ${day} |`);
}
