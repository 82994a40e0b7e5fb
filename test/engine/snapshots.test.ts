import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkOnce, createEngine, type Engine } from '../../extension/engine/index.ts';
import { isNamedBy } from '../../extension/engine/model/file-paths.ts';
import { readSnapshot } from '../../extension/engine/parse/knowledge-snapshot.ts';
import { snapshotJson } from '../../extension/engine/report/snapshot-json.ts';
import { memoryWorkspace } from '../support/memory-workspace.ts';

const engagement = `---
kind: engagement
title: Payment platform
status: active
client: Nordbetal AB
supplier: Baltcode UAB
---

## People

| Person | Party | Role |
| --- | --- | --- |
| anna | client | manager |
| jonas | supplier | lead |

## Teams

| Team | Party | Zone | Hours | People |
| --- | --- | --- | --- | --- |
| Vilnius team | supplier | Europe/Vilnius | 09:00-18:00 | jonas, ruta, ines |
| Small team | supplier | Europe/Vilnius | 09:00-18:00 | jonas |
`;

const map = `---
kind: ownership-map
title: Who owns what
status: active
owner: anna
---

## Components

| Component | Importance | Accountable | Backup | Does the work | Paths |
| --- | --- | --- | --- | --- | --- |
| Checkout | critical | client | Vilnius team | client | org/Payments: \`checkout/**\` |
`;

const text = `{
  "format": "outrigger-knowledge",
  "version": 1,
  "repository": "org/payments",
  "commit": "0123456789012345678901234567890123456789",
  "day": "2026-05-20",
  "components": [
    {
      "component": "checkout",
      "changes": 40,
      "sides": {
        "client": "10.0",
        "supplier": "90.0",
        "unknown": "0.0"
      },
      "teams": {
        "Small team": "50.0",
        "Vilnius team": "40.0",
        "anna@nordbetal.example": "10.0"
      },
      "quarters": [
        {
          "quarter": "2026-Q2",
          "changes": 40,
          "sides": {
            "client": "10.0",
            "supplier": "90.0",
            "unknown": "0.0"
          }
        }
      ],
      "lastActivity": {
        "sides": {
          "client": "2025-05-20",
          "supplier": "2026-05-20",
          "unknown": null
        },
        "teams": {
          "Vilnius team": "2025-05-20"
        }
      },
      "busFactor": {
        "factor": 2,
        "authored": 5,
        "files": 5
      }
    }
  ]
}
`;

const config = 'profile: full\nsnapshots:\n  - ./knowledge/a.json # of payments\n';
const files = new Map([
  ['engagement.md', engagement],
  ['map.md', map],
  ['outrigger.yml', config],
  ['knowledge/a.json', text],
]);

async function engineOver(its: ReadonlyMap<string, string>): Promise<Engine> {
  const engine = createEngine({ workspace: memoryWorkspace(its) });
  await engine.load();
  return engine;
}

async function answersOf(engine: Engine): Promise<unknown> {
  const { findings, notRun } = engine.check();
  const facts = await engine.facts({ asOf: '2026-11-23' });
  return { findings, notRun, facts, more: engine.notRun('facts') };
}

/** What the config is told to be wrong in, at the characters from 1. */
function ofConfig({ findings }: ReturnType<Engine['check']>): readonly string[] {
  return findings
    .filter(({ path }) => path === 'outrigger.yml')
    .map(
      ({ code, range: { start, end }, message }) =>
        `${code} ${start.line + 1}:${start.character + 1}-${end.character + 1} ${message}`,
    );
}

describe('a snapshot', () => {
  it('is read as it is written', () => {
    const read = readSnapshot(text);
    assert.ok('components' in read);
    assert.equal(snapshotJson(read), text);
  });

  for (const [title, from, to, problem] of [
    ['that is no JSON', '{', '', { is: 'other' }],
    ['of another format', 'outrigger-knowledge', 'other', { is: 'other' }],
    ['of a later form', '"version": 1', '"version": 2', { is: 'newer', version: '2' }],
    ['of no form', '"version": 1', '"version": -1', { is: 'damaged', at: '/version' }],
    ['with a share of no decimal', '"10.0"', '10', { is: 'damaged', at: '/components/0/sides/client' }],
    ['with a day that is none', '2026-05-20', '2026-02-30', { is: 'damaged', at: '2026-02-30' }],
    ['with a day of a side that is none', '2025-05-20', '2025-13-01', { is: 'damaged', at: '2025-13-01' }],
    ['with a person', '"changes"', '"person": "anna", "changes"', { is: 'damaged', at: '/components/0' }],
    ['of a path', '"org/payments"', '"../payments/x"', { is: 'damaged', at: '/repository' }],
  ] as const)
    it(`${title} tells nothing`, () => {
      assert.deepEqual(readSnapshot(text.replace(from, to)), problem);
    });

  it('of whatever text is read or refused', () => {
    const pieces = text.split(/(?<=[\s":,{}[\]])/);
    fc.assert(
      fc.property(
        fc.nat(pieces.length - 1),
        fc.constantFrom('', '"__proto__"', '-1', '[[', '9e999', 'null', '{}'),
        (at, other) => {
          const read = readSnapshot(pieces.with(at, other).join(''));
          assert.ok('is' in read || Array.isArray(read.components));
        },
      ),
    );
    assert.deepEqual(readSnapshot('['.repeat(200_000)), { is: 'other' });
  });
});

describe('snapshots that the config names', () => {
  it('tell of components of their repository, by name, and of teams of three people or more', async () => {
    const engine = await engineOver(files);
    assert.deepEqual(ofConfig(engine.check()), []);
    const facts = await engine.facts({
      asOf: '2026-11-23',
      names: new Set(['bus-factor', 'knowledge-share']),
    });
    assert.deepEqual(
      facts.map(({ name, value }) => `${name} ${value}`),
      ['bus-factor 2', 'knowledge-share client 10.0, supplier 90.0'],
    );
    assert.deepEqual(facts[1]?.data['teams'], { 'Vilnius team': '40.0' });
    assert.deepEqual(engine.notRun('facts'), []);
    assert.deepEqual(
      engine.check().findings.flatMap(({ code, message }) => (/^OWN0(?:09|15)/.test(code) ? [message] : [])),
      [
        'Neither accountable nor backup changed anything in "Checkout" since 2025-05-21: 40 changes are by others.',
        'The client made 10 % of 40 changes of "Checkout" since 2025-05-21: who does the work?',
      ],
    );
  });

  for (const [title, from, to] of [
    ['a side that worked on it is not idle', '"client": "2025-05-20"', '"client": "2025-05-21"'],
    ['a stranger may be of the side', '"unknown": null', '"unknown": "2026-05-01"'],
    ['a team that worked on it is not idle', '"Vilnius team": "2025-05-20"', '"Vilnius team": "2025-05-21"'],
    ['of a team that is not told nobody knows', '"Vilnius team": "2025-05-20"', ''],
  ] as const)
    it(title, async () => {
      const engine = await engineOver(new Map([...files, ['knowledge/a.json', text.replace(from, to)]]));
      assert.deepEqual(ofConfig(engine.check()), []);
      assert.ok(!engine.check().findings.some(({ code }) => code === 'OWN009'));
    });

  it('of two the newer one counts, and of one that lacks the component the other', async () => {
    const older = text
      .replace('"day": "2026-05-20"', '"day": "2026-05-19"')
      .replace('"factor": 2', '"factor": 9');
    const factor = async (a: string, b: string): Promise<string | undefined> => {
      const engine = await engineOver(
        new Map([...files, ['outrigger.yml', 'snapshots: [a.json, b.json]\n'], ['a.json', a], ['b.json', b]]),
      );
      return (await engine.facts({ asOf: '2026-11-23', names: new Set(['bus-factor']) }))[0]?.value;
    };
    assert.equal(await factor(older, text), '2');
    assert.equal(await factor(text, older), '2');
    assert.equal(await factor(older, text.replace('"checkout"', '"Other"')), '9');
    assert.equal(await factor(text.replace('org/payments', 'org/other'), '{}'), undefined);
  });

  it('are told of at the entry where they tell nothing', async () => {
    const said = async (content: string | undefined): Promise<readonly string[]> => {
      const its = new Map(files);
      if (content === undefined) its.delete('knowledge/a.json');
      else its.set('knowledge/a.json', content);
      const once = await checkOnce({ workspace: memoryWorkspace(its) });
      const whole = ofConfig((await engineOver(its)).check());
      assert.deepEqual(ofConfig(once), whole);
      return whole;
    };
    const at = 'CFG001 3:5-23';
    assert.deepEqual(await said(undefined), [
      `${at} There is no file "knowledge/a.json": write the path of a snapshot from the root.`,
    ]);
    assert.deepEqual(await said('{}'), [
      `${at} "knowledge/a.json" is no snapshot of knowledge: outrigger facts --export writes one.`,
    ]);
    assert.deepEqual(await said(text.replace('"version": 1', '"version": 7')), [
      `${at} "knowledge/a.json" was written by a later Outrigger, in form 7: bring this one up to date.`,
    ]);
    assert.deepEqual(await said(text.replace('"40.0"', '"x"')), [
      `${at} "knowledge/a.json" is damaged at "/components/0/teams/Vilnius team": write it again with outrigger facts --export.`,
    ]);
  });

  for (const entry of ['../a.json', '/etc/passwd', 'C:/a.json', 'a\\\\b.json', '*/a.json', 'a?.json'])
    it(`"${entry}" is no file below the root`, async () => {
      const workspace = memoryWorkspace(new Map([...files, ['outrigger.yml', `snapshots: ["${entry}"]\n`]]));
      const { findings } = await checkOnce({ workspace });
      assert.deepEqual(
        findings.filter(({ code }) => code === 'CFG001').map(({ messageId }) => messageId),
        ['value'],
      );
      assert.ok(workspace.reads.every((path) => files.has(path)));
    });

  it('may be all files of a folder whose names fit a pattern, of which one tells first', async () => {
    const its = new Map([
      ...files,
      ['outrigger.yml', 'snapshots: ["knowledge/*.json", none/*.json]\n'],
      ['knowledge/deeper/b.json', '{}'],
      ['knowledge/b.yml', '{}'],
      ['knowledge/ab.json', text.replace('"factor": 2', '"factor": 7').replace('2026-05-20', '2026-05-21')],
      ['knowledge/c.json', '[]'],
    ]);
    const engine = await engineOver(its);
    assert.deepEqual(ofConfig(engine.check()), [
      'CFG001 1:14-30 "knowledge/c.json" is no snapshot of knowledge: outrigger facts --export writes one.',
      'CFG001 1:33-44 No file matches "none/*.json": write the path of a snapshot from the root.',
    ]);
    const facts = await engine.facts({ asOf: '2026-11-23', names: new Set(['bus-factor']) });
    assert.equal(facts[0]?.value, '7');
  });

  for (const [entry, path, isNamed] of [
    ['k/a.json', 'k/a.json', true],
    ['k/a.json', 'k/aXjson', false],
    ['k/*.json', 'k/a.json', true],
    ['k/*.json', 'k/.json', true],
    ['k/*.json', 'k/a.jsonl', false],
    ['k/*.json', 'k/l/a.json', false],
    ['*', 'a.json', true],
    ['*', 'k/a.json', false],
    ['a*b*c', 'abbc', true],
    ['a*b*c', 'ac', false],
    ['a*a', 'a', false],
    ['a*a*a', 'aaa', true],
    ['a*a*a', 'aa', false],
  ] as const)
    it(`${entry} ${isNamed ? 'names' : 'does not name'} ${path}`, () => {
      assert.equal(isNamedBy(entry, path), isNamed);
    });

  it('are judged again when they change, come or go, as by a new engine', async () => {
    const its = new Map(files);
    const engine = await engineOver(its);
    await answersOf(engine);
    const change = async (path: string, content: string | undefined): Promise<void> => {
      if (content === undefined) its.delete(path);
      else its.set(path, content);
      engine.update(path, content === undefined ? undefined : { kind: 'text', text: content });
      assert.deepEqual(await answersOf(engine), await answersOf(await engineOver(its)), path);
    };
    await change('knowledge/a.json', text.replaceAll('"10.0"', '"50.0"').replaceAll('"90.0"', '"50.0"'));
    await change('knowledge/a.json', undefined);
    await change('knowledge/a.json', '{}');
    await change('knowledge/a.json', text);
    await change('knowledge/b.json', text.replace('2026-05-20', '2026-05-21'));
    await change('outrigger.yml', 'profile: full\nsnapshots: [knowledge/b.json]\n');
    await change('outrigger.yml', 'profile: full\npeople_metrics: off\nsnapshots: [knowledge/b.json]\n');
    await change('outrigger.yml', config);
    await change('outrigger.yml', 'profile: full\nsnapshots: [knowledge/*.json]\n');
    await change(
      'knowledge/c.json',
      text.replace('2026-05-20', '2026-05-22').replace('"factor": 2', '"factor": 3'),
    );
    await change('knowledge/d.json', '[]');
    await change('knowledge/d.json', undefined);
    await change('knowledge/c.json', undefined);
    await change('knowledge/a.json', undefined);
    await change('knowledge/b.json', undefined);
  });
});
