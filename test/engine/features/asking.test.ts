import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { firstRound, nextAsking, roundAfter } from '../../../extension/engine/features/asking-round.ts';
import type { Asking } from '../../../extension/engine/model/asking.ts';
import {
  scaffold,
  scaffoldKinds,
  type TemplateLanguage,
} from '../../../extension/engine/features/scaffold.ts';
import type { Engine } from '../../../extension/engine/index.ts';
import { inEnglish } from '../../../extension/engine/model/said.ts';
import type { KindKey } from '../../../extension/engine/model/schema.ts';
import { engineOver } from '../../support/run-fixture.ts';

const healthy = readFileSync(path.join(import.meta.dirname, '../../rules/engagement.md'), 'utf8');
const at = 'new.md';

function engineWith(text: string, profile = 'full', lead = healthy): Promise<Engine> {
  return engineOver(
    new Map([
      ['engagement.md', lead],
      [at, text],
    ]),
    profile,
  );
}

/** What of each kind a person writes by hand: letters below names of people, and what belongs into other documents. */
const byHand: Readonly<Record<string, readonly string[]>> = {
  'ownership-map': ['OWN001'],
  engagement: ['CMM005', 'ENG004'],
  'exit-plan': ['EXT028'],
  skills: ['SKL003'],
};

interface Walk {
  readonly engine: Engine;
  readonly keys: readonly string[];
  readonly left: readonly Asking[];
}

/** Answers each question once, by the first suggestion, else the example. */
async function walk(kind: KindKey, language: TemplateLanguage, profile: string): Promise<Walk> {
  const values = new Map(kind === 'record' ? [['type', 'service-review']] : []);
  const its = kind === 'engagement' ? 'engagement.md' : at;
  const engine = await engineOver(
    new Map([
      ['engagement.md', healthy],
      [its, scaffold(kind, language, values)],
    ]),
    profile,
  );
  const keys: string[] = [];
  let further: readonly string[] = [];
  for (let round = firstRound; ;) {
    const next = nextAsking(engine.asking(its, further), { ...round, hasAnswers: false });
    if (!next) return { engine, keys, left: engine.asking(its) };
    const { key, answer } = next.asking;
    const text = answer!.suggestions[0] ?? (answer!.spec.example || 'In so many words.');
    const made = engine.answered(its, key, text);
    assert.ok(made, `${key} cannot be written`);
    engine.update(made.path, { kind: 'text', text: made.text });
    keys.push(key);
    further = [...made.further, ...further];
    round = roundAfter(round, next.asking, true);
  }
}

describe('questions of a draft, put to a person', () => {
  for (const kind of scaffoldKinds)
    for (const language of ['en', 'sv'] as const)
      for (const profile of ['base', 'full'])
        it(`all have an answer, but for a few: ${kind} ${language} ${profile}`, async () => {
          const { left, keys } = await walk(kind, language, profile);
          assert.equal(new Set(keys).size, keys.length, 'something is asked twice');
          const codes = left.filter(({ answer }) => !answer).map(({ code }) => code);
          for (const code of codes) assert.ok(byHand[kind]?.includes(code), `${code} of ${kind}`);
          // What evidence rests on is known to the reader alone: the example satisfies nobody.
          const open = left.filter(({ answer, code }) => answer && code !== 'SCR005');
          assert.deepEqual(
            open.map(({ key }) => key).filter((key) => !key.startsWith('Evidence')),
            [],
          );
        });

  it('come in the order in which most follows: keys of the engagement, keys, sections from top to bottom', async () => {
    const engine = await engineOver(
      new Map([['engagement.md', scaffold('engagement', 'en', new Map())]]),
      'base',
    );
    const keys = engine.asking('engagement.md').map(({ key }) => key);
    assert.deepEqual(keys.slice(0, 6), ['client', 'supplier', 'start', 'owner', 'counterpart', 'phase']);
    assert.deepEqual(
      keys.slice(6).map((key) => key.split('[')[0]),
      ['People', 'People', 'People', 'People', 'Meetings', 'Meetings'],
    );
    const { keys: ofPlan } = await walk('kt-plan', 'sv', 'base');
    const sections = [...new Set(ofPlan.slice(3).map((key) => key.split('[')[0]))];
    assert.deepEqual(ofPlan.slice(0, 3), ['owner', 'counterpart', 'direction']);
    assert.deepEqual(sections, ['Topics', 'Phases']);
  });

  it('suggest what the engagement and the format have, as the document writes it', async () => {
    const engine = await engineWith(scaffold('kt-plan', 'sv', new Map()), 'base');
    const suggested = (key: string): readonly string[] =>
      engine.asking(at).find((asking) => asking.key === key)!.answer!.suggestions;
    assert.deepEqual(suggested('owner'), ['anna', 'erik', 'maria', 'jonas', 'ruta', 'tomas']);
    engine.update(at, { kind: 'text', text: engine.answered(at, 'owner', 'erik')!.text });
    assert.deepEqual(
      suggested('counterpart'),
      ['jonas', 'ruta', 'tomas', 'anna', 'maria'],
      'the other side first',
    );
    assert.ok(suggested('Topics[0].From').includes('Vilnius team'), 'more than people may stand in a cell');
    assert.equal(suggested('direction')[0], 'till kunden');
    assert.deepEqual(suggested('Phases[0].Takes'), []);
    const made = engine.answered(at, 'Phases[0].Takes', '20 dagar')!;
    engine.update(at, { kind: 'text', text: made.text });
    assert.deepEqual(suggested('Phases[1].Takes'), ['20 dagar'], 'what stands in the column already');
  });

  it('begin a row, and go on with its other cells', async () => {
    const text = scaffold('exit-plan', 'en', new Map()).replace(
      /(\| Kind \| Sign.*\n\| ---.*\n)(?:\|.*\n)+/,
      '$1|  |  |  |  |\n',
    );
    const engine = await engineWith(text);
    const asking = engine.asking(at).find(({ code }) => code === 'EXT005')!;
    assert.equal(asking.answer?.spec.key, 'trigger');
    const made = engine.answered(at, asking.key, 'They miss a level twice')!;
    assert.match(
      made.text,
      /\| --- .*\n\| They miss a level twice \|[ |]*\n\n/,
      'instead of the row without a word',
    );
    assert.deepEqual([made.at, made.further], ['Triggers[0].Trigger', ['Triggers[0].Kind']]);
    engine.update(at, { kind: 'text', text: made.text });
    assert.equal(engine.asking(at, made.further)[0]!.key, made.further[0]);
  });

  it('take text below a heading, an item of a list behind those that are there', async () => {
    const text = scaffold('exit-plan', 'en', new Map());
    const engine = await engineWith(text);
    const asking = engine.asking(at).find(({ code }) => code === 'EXT013')!;
    const made = engine.answered(at, asking.key, 'Nobody asks the supplier.')!;
    engine.update(at, { kind: 'text', text: made.text });
    assert.ok(made.text.includes('\n\n- Nobody asks the supplier.\n'), made.text);
    assert.equal(made.at, undefined);
    assert.ok(engine.asking(at).every(({ code }) => code !== 'EXT013'));
  });

  it('take one key after the other where a question asks for two', async () => {
    const lead = healthy
      .replace(/^(?:zone|office_hours): .*\n/gm, '')
      .replace('status: active', 'status: draft')
      .replace('notice: 6 months', 'notice: 30 working days');
    const engine = await engineWith(scaffold('sla', 'en', new Map()), 'full', lead);
    const answers: string[] = [];
    for (const answer of ['08:00-17:00', 'Europe/Stockholm']) {
      const { key } = engine.asking('engagement.md').find(({ code }) => code === 'SLA012')!;
      answers.push(`${key}: ${answer}`);
      const made = engine.answered('engagement.md', key, answer)!;
      engine.update('engagement.md', { kind: 'text', text: made.text });
    }
    assert.ok(engine.textOf('engagement.md')!.includes(answers.join('\n')), answers.join());
    assert.ok(engine.asking('engagement.md').every(({ code }) => code !== 'SLA012'));
  });

  it('are answered nowhere but where they are asked', async () => {
    const engine = await engineWith(scaffold('sla', 'en', new Map()));
    assert.equal(engine.answered('engagement.md', 'nothing of ours', 'x'), undefined);
    assert.equal(engine.answered('none.md', 'owner', 'anna'), undefined);
    assert.deepEqual(engine.asking('none.md'), []);
  });

  it('write another answer at the place of one that was given', async () => {
    const engine = await engineWith(scaffold('sla', 'en', new Map()), 'base');
    for (const [key, first, then] of [
      ['owner', 'anna', 'erik'],
      ['Service levels[0].Target', '99.9 %', '99.5 %'],
    ] as const) {
      engine.update(at, { kind: 'text', text: engine.answered(at, key, first)!.text });
      engine.update(at, { kind: 'text', text: engine.answered(at, key, then)!.text });
      const text = engine.textOf(at)!;
      assert.ok(text.includes(then) && !text.includes(first), text);
    }
  });

  it('are plain data in plain words', async () => {
    const engine = await engineWith(scaffold('sla', 'en', new Map()), 'full');
    const [owner] = structuredClone(engine.asking(at));
    assert.equal(owner!.asks.map(inEnglish).join(' '), 'Who keeps this document up to date?');
    assert.notEqual(inEnglish(owner!.why), '');
  });
});

describe('a round of questions', () => {
  const asking = (key: string, answer: unknown = {}): Asking => ({ key, answer }) as Asking;
  const [a, b, c] = [asking('a'), asking('b'), { ...asking('c'), answer: undefined } as Asking];

  it('brings what was passed over again once something was answered, and ends where nothing was', () => {
    assert.equal(nextAsking([a, b, c], firstRound)?.asking, a);
    const passed = roundAfter(firstRound, a, false);
    assert.equal(nextAsking([a, b, c], passed)?.asking, b);
    assert.equal(nextAsking([a, b, c], roundAfter(passed, b, false)), undefined);
    const again = nextAsking([a, c], roundAfter(passed, b, true));
    assert.deepEqual([again?.asking, again?.round], [a, firstRound]);
    assert.equal(nextAsking([a, c], roundAfter(again!.round, a, false)), undefined);
  });

  it('asks nothing that has no answer here', () => {
    assert.equal(nextAsking([c], firstRound), undefined);
  });
});
